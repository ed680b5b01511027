package io.kindred.models;

import io.kindred.features.History;
import java.time.Instant;
import java.util.Arrays;

/// One made-up customer's way from history to outputs, which a server recomputes before it serves.
///
/// @param account the history of the account whose contact the customer is; empty for none
public record GoldenRow(
    Instant asOf, History history, History account, float[] features, Outputs outputs) {
  public GoldenRow {
    features = features.clone();
  }

  /// The row of a customer who is nobody's contact.
  public GoldenRow(Instant asOf, History history, float[] features, Outputs outputs) {
    this(asOf, history, History.empty(), features, outputs);
  }

  @Override
  public float[] features() {
    return features.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GoldenRow row
        && asOf.equals(row.asOf)
        && history.equals(row.history)
        && account.equals(row.account)
        && Arrays.equals(features, row.features)
        && outputs.equals(row.outputs);
  }

  @Override
  public int hashCode() {
    return 31 * history.hashCode() + Arrays.hashCode(features);
  }
}
