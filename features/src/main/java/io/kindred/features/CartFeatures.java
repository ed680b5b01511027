package io.kindred.features;

import static io.kindred.features.EventKind.CART_ABANDONED;
import static io.kindred.features.EventKind.CART_FILLED;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;
import java.util.stream.Stream;

/// Carts filled and carts left behind.
final class CartFeatures {
  private CartFeatures() {}

  static List<FeatureDefinition> definitions() {
    return Stream.of(
            Windows.of(CART_FILLED, "carts_filled", "carts", "Carts filled"),
            Windows.of(CART_ABANDONED, "carts_abandoned", "carts", "Carts left behind"),
            List.of(
                behavioural(
                    "cart_abandonment_share",
                    CONTINUOUS,
                    "share",
                    "Abandoned carts over filled carts, at most 1; unknown before the first.",
                    fold -> {
                      Tally abandoned = fold.tally(CART_ABANDONED);
                      Tally filled = fold.tally(CART_FILLED);
                      return () -> Ratio.share(abandoned.count(), filled.count());
                    }),
                behavioural(
                    "abandoned_cart_value",
                    SKEWED,
                    "currency",
                    "Mean worth of an abandoned cart; unknown before the first.",
                    fold -> {
                      Tally abandoned = fold.tally(CART_ABANDONED);
                      return () -> Ratio.of(abandoned.amount(), abandoned.count());
                    }),
                signal(
                    "abandoned_cart_value_last_30_days",
                    SKEWED,
                    "currency",
                    "Worth of the carts left behind in the last 30 days.",
                    fold -> {
                      Tally tally = fold.tally(CART_ABANDONED, 30);
                      return () -> tally.amountWithin(30);
                    }),
                signal(
                    "days_since_abandoned_cart",
                    SKEWED,
                    "days",
                    "Days since a cart was last left behind; unknown before the first.",
                    fold -> fold.tally(CART_ABANDONED)::daysSinceLast)))
        .flatMap(List::stream)
        .toList();
  }
}
