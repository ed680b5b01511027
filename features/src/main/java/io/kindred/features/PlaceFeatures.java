package io.kindred.features;

import static io.kindred.features.EventKind.ORDER;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// Where a customer buys; where they live is a geographic attribute.
final class PlaceFeatures {
  private PlaceFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        signal(
            "store_count",
            SKEWED,
            "stores",
            "Different stores ordered in so far.",
            fold -> fold.words(Kinds.of(ORDER), WordField.STORE)::distinct),
        signal(
            "top_store_share",
            CONTINUOUS,
            "share",
            "Share of the orders in a store that were in the most visited one; unknown before the first.",
            fold -> fold.words(Kinds.of(ORDER), WordField.STORE)::mostFrequentShare));
  }
}
