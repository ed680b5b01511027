package io.kindred.features;

import java.time.Instant;
import java.util.List;

/// From a history and a moment to a feature row: the only code that computes a feature, for
/// training, batch scoring and the service alike.
///
/// Unknown values are NaN. Values are single precision, as the model takes them.
public final class Featurizer {
  private final FeatureSchema schema;
  private final List<FeatureDefinition> definitions;

  public Featurizer(FeatureSchema schema) {
    this.schema = schema;
    this.definitions =
        schema.names().stream()
            .map(name -> FeatureCatalog.named(name, schema.attributes()))
            .toList();
  }

  public FeatureSchema schema() {
    return schema;
  }

  /// The row as of a moment; later events and later knowledge in the history change nothing.
  ///
  /// @throws IllegalArgumentException where an attribute's value is not of its declared type, or a
  ///   value is beyond single precision
  public float[] row(History history, Instant asOf) {
    return row(history, History.empty(), asOf);
  }

  /// The row of a contact as of a moment.
  ///
  /// @param account the history of the account whose contact the customer is; empty for none
  public float[] row(History history, History account, Instant asOf) {
    Activity activity = Activity.of(history, asOf, schema.zone());
    float[] row = new float[definitions.size()];
    for (int i = 0; i < row.length; i++) {
      double value = definitions.get(i).formula().applyAsDouble(activity);
      row[i] = (float) value;
      if (Float.isInfinite(row[i])) {
        throw new IllegalArgumentException(
            "feature %s is %s (expected a value within single precision, 3.4e38; correct the amounts it comes from)"
                .formatted(definitions.get(i).feature().name(), value));
      }
    }
    return row;
  }
}
