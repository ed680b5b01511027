package io.kindred.models;

/// An event whose probability is predicted.
///
/// @param event the event, such as `order`
/// @param horizonDays within how many days after the as-of moment
/// @param direction whether a high probability is good news
/// @param baseRate how often it came about in training, 0 to 1
/// @param model the kind of model that won, in words
public record PropensityTarget(
    String name,
    String event,
    int horizonDays,
    Direction direction,
    double baseRate,
    String model) {

  /// Whether a high probability is good news.
  public enum Direction {
    HIGH_IS_GOOD,
    HIGH_IS_BAD
  }
}
