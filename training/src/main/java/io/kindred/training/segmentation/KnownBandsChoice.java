package io.kindred.training.segmentation;

import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.KnownBands;
import java.util.List;

/// How the knowledge of a customer is measured: by orders where the schema counts them, else by the
/// share of the segments' features that are known.
final class KnownBandsChoice {
  private static final String ORDERS = "order_count";

  private KnownBandsChoice() {}

  /// @param features those that segments are made of, at least one
  static KnownBands of(FeatureSchema schema, int[] features) {
    boolean hasOrders =
        schema.features().stream().anyMatch(feature -> feature.name().equals(ORDERS));
    return hasOrders
        ? new KnownBands(
            new int[] {schema.indexOf(ORDERS)},
            false,
            new double[] {1, 2, 5},
            List.of("no orders", "one order", "2 to 4 orders", "5 or more orders"))
        : byShare(features);
  }

  static KnownBands byShare(int[] features) {
    return new KnownBands(
        features,
        true,
        new double[] {.25, .5, .75, 1},
        List.of(
            "less than a quarter known",
            "a quarter to a half known",
            "a half to three quarters known",
            "most known",
            "all known"));
  }
}
