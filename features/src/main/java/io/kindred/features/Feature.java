package io.kindred.features;

import java.util.List;
import java.util.Set;

/// One column of the feature row: what it is called, what it means and in which unit.
///
/// @param name stable and machine-readable, such as `days_since_last_order` or
///   `category_share:books`
/// @param unit such as `days`, `currency`, `orders`, `share`
/// @param description one plain sentence; says when the value is unknown
/// @param use what it is good for
public record Feature(
    String name, Basis basis, MeasurementScale scale, String unit, String description, Use use) {
  private static final Set<String> COUNTED =
      Set.of(
          "cancellations",
          "carts",
          "categories",
          "changes",
          "channels",
          "codes",
          "contacts",
          "days",
          "events",
          "messages",
          "orders",
          "products",
          "renewals",
          "returns",
          "stores",
          "visits");

  /// Parts of the names of means and ratios that have the unit of what they are made of.
  private static final List<String> NOT_COUNTED = List.of("_per_", "interval");

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

  /// Whether the customer's own number is always whole: what is counted, days that have passed, yes
  /// or no; not means and ratios of what is counted.
  public boolean isWhole() {
    return scale == MeasurementScale.YES_NO
        || (scale == MeasurementScale.SKEWED
            && COUNTED.contains(unit)
            && NOT_COUNTED.stream().noneMatch(name::contains));
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
