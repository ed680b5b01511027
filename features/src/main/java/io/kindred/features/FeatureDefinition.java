package io.kindred.features;

import java.util.function.ToDoubleFunction;

/// A feature and its formula, the one place where both stand.
///
/// @param formula from what is known of a customer to the value; NaN where unknown
record FeatureDefinition(Feature feature, ToDoubleFunction<Activity> formula) {

  /// A feature of what the customer does; unknown, not zero, where nothing was ever seen of them.
  static FeatureDefinition behavioural(
      String name,
      MeasurementScale scale,
      String unit,
      String description,
      ToDoubleFunction<Activity> formula) {
    return new FeatureDefinition(
        new Feature(name, Basis.BEHAVIOURAL, scale, unit, description),
        activity -> activity.firstSeen == null ? Double.NaN : formula.applyAsDouble(activity));
  }
}
