package io.kindred.features;

/// One column of the feature row: what it is called, what it means and in which unit.
///
/// @param name stable and machine-readable, such as `days_since_last_order` or
///   `category_share:books`
/// @param unit such as `days`, `currency`, `orders`, `share`
/// @param description one plain sentence; says when the value is unknown
/// @param use what it is good for
public record Feature(
    String name, Basis basis, MeasurementScale scale, String unit, String description, Use use) {
  public Feature {
    if (name.isBlank()) {
      throw new IllegalArgumentException("feature name is blank (expected a word)");
    }
  }

  /// A feature that describes the customer.
  public Feature(
      String name, Basis basis, MeasurementScale scale, String unit, String description) {
    this(name, basis, scale, unit, description, Use.PORTRAIT);
  }

  /// Whether segments are made of a feature too, or only predictions.
  public enum Use {
    /// Says what the customer is like; segments and predictions use it.
    PORTRAIT,
    /// Says what happens just now, or refines a portrait; predictions use it, and segments do not,
    /// since a customer should not change segment with each click.
    SIGNAL
  }
}
