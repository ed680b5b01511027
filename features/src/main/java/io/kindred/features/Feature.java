package io.kindred.features;

/// One column of the feature row: what it is called, what it means and in which unit.
///
/// @param name stable and machine-readable, such as `days_since_last_order` or
///   `category_share:books`
/// @param unit such as `days`, `currency`, `orders`, `share`
/// @param description one plain sentence; says when the value is unknown
public record Feature(
    String name, Basis basis, MeasurementScale scale, String unit, String description) {
  public Feature {
    if (name.isBlank()) {
      throw new IllegalArgumentException("feature name is blank (expected a word)");
    }
  }
}
