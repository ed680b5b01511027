package io.kindred.features;

import java.util.function.DoubleSupplier;

/// A feature and its formula, the one place where both stand.
record FeatureDefinition(Feature feature, Formula formula) {

  /// From the sums of a fold to the value, NaN where unknown.
  interface Formula {
    /// Asks the fold for the sums needed, once; what is returned reads them for each customer.
    DoubleSupplier bind(Fold fold);
  }

  /// A feature of what the customer does; unknown, not zero, where nothing was ever seen of them.
  static FeatureDefinition behavioural(
      String name, MeasurementScale scale, String unit, String description, Formula formula) {
    return behavioural(name, scale, unit, description, Feature.Use.PORTRAIT, formula);
  }

  /// As above, but for predictions only.
  static FeatureDefinition signal(
      String name, MeasurementScale scale, String unit, String description, Formula formula) {
    return behavioural(name, scale, unit, description, Feature.Use.SIGNAL, formula);
  }

  private static FeatureDefinition behavioural(
      String name,
      MeasurementScale scale,
      String unit,
      String description,
      Feature.Use use,
      Formula formula) {
    return new FeatureDefinition(
        new Feature(name, Basis.BEHAVIOURAL, scale, unit, description, use),
        fold -> {
          DoubleSupplier value = formula.bind(fold);
          return () -> fold.isEmpty() ? Double.NaN : value.getAsDouble();
        });
  }
}
