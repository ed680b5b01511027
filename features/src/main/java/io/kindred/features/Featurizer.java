package io.kindred.features;

import java.time.Instant;

/// From a history and a moment to a feature row: the only code that computes a feature, for
/// training, batch scoring and the service alike.
///
/// Unknown values are NaN. Values are single precision, as the model takes them. For any number of
/// threads; each keeps its own working memory.
public final class Featurizer {
  private final FeatureSchema schema;
  private final ThreadLocal<BatchFeaturizer> batch;

  /// @throws IllegalArgumentException where the schema has a feature that is not known
  public Featurizer(FeatureSchema schema) {
    this.schema = schema;
    // The first one now, so that an unknown feature is refused here.
    BatchFeaturizer first = new BatchFeaturizer(schema);
    this.batch = ThreadLocal.withInitial(() -> new BatchFeaturizer(schema));
    this.batch.set(first);
  }

  public FeatureSchema schema() {
    return schema;
  }

  /// Working memory for many customers one after another.
  public BatchFeaturizer batch() {
    return new BatchFeaturizer(schema);
  }

  /// The row as of a moment; later events and later knowledge in the history change nothing.
  /// Features of an account are unknown.
  ///
  /// @throws IllegalArgumentException where an attribute's value is not of its declared type, or a
  ///   value is beyond single precision
  public float[] row(History history, Instant asOf) {
    return row(history, History.empty(), asOf);
  }

  /// The row of a contact with what is known of the account.
  ///
  /// @throws IllegalArgumentException as above
  public float[] row(History history, History account, Instant asOf) {
    BatchFeaturizer featurizer = batch.get();
    featurizer.fill(history, account);
    float[] row = new float[schema.size()];
    featurizer.row(asOf, row);
    return row;
  }
}
