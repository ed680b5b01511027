package io.kindred.models;

import io.kindred.features.History;
import java.time.Instant;
import java.util.Arrays;

/// One made-up customer's way from history to outputs, which a server recomputes before it serves.
public record GoldenRow(Instant asOf, History history, float[] features, Outputs outputs) {
  public GoldenRow {
    features = features.clone();
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
        && Arrays.equals(features, row.features)
        && outputs.equals(row.outputs);
  }

  @Override
  public int hashCode() {
    return 31 * history.hashCode() + Arrays.hashCode(features);
  }
}
