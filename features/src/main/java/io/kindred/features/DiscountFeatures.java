package io.kindred.features;

import static io.kindred.features.EventKind.ORDER;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// Orders with a discount code.
final class DiscountFeatures {
  private DiscountFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "discounted_order_share",
            CONTINUOUS,
            "share",
            "Share of orders with a discount code; unknown before the first.",
            fold -> {
              WordTally codes = fold.words(Kinds.of(ORDER), WordField.DISCOUNT);
              return () -> Ratio.of(codes.count() - codes.count(Vocabulary.EMPTY), codes.count());
            }),
        signal(
            "discounted_value_share",
            CONTINUOUS,
            "share",
            "Share of the money ordered with a discount code; unknown before money was ordered.",
            fold -> {
              WordTally codes = fold.words(Kinds.of(ORDER), WordField.DISCOUNT);
              return () ->
                  Ratio.of(
                      Math.max(codes.amount() - codes.amount(Vocabulary.EMPTY), 0), codes.amount());
            }),
        signal(
            "discount_code_count",
            SKEWED,
            "codes",
            "Different discount codes used so far.",
            fold -> fold.words(Kinds.of(ORDER), WordField.DISCOUNT)::distinct));
  }
}
