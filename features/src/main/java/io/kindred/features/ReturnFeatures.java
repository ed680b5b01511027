package io.kindred.features;

import static io.kindred.features.EventKind.ORDER;
import static io.kindred.features.EventKind.RETURN;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;
import java.util.stream.Stream;

/// Goods and money given back.
final class ReturnFeatures {
  private ReturnFeatures() {}

  static List<FeatureDefinition> definitions() {
    return Stream.of(
            Windows.of(RETURN, "returns", "returns", "Returns"),
            List.of(
                behavioural(
                    "return_count",
                    SKEWED,
                    "returns",
                    "Returns so far.",
                    fold -> fold.tally(RETURN)::count),
                behavioural(
                    "returned_value_share",
                    CONTINUOUS,
                    "share",
                    "Money returned over money ordered, at most 1; unknown before money was ordered.",
                    fold -> {
                      Tally returns = fold.tally(RETURN);
                      Tally orders = fold.tally(ORDER);
                      return () -> Ratio.share(returns.amount(), orders.amount());
                    }),
                signal(
                    "returned_items_share",
                    CONTINUOUS,
                    "share",
                    "Pieces returned over pieces ordered, at most 1; unknown before pieces were ordered.",
                    fold -> {
                      Tally returns = fold.tally(RETURN);
                      Tally orders = fold.tally(ORDER);
                      return () -> Ratio.share(returns.quantity(), orders.quantity());
                    }),
                signal(
                    "days_since_last_return",
                    SKEWED,
                    "days",
                    "Days since the last return; unknown before the first.",
                    fold -> fold.tally(RETURN)::daysSinceLast)))
        .flatMap(List::stream)
        .toList();
  }
}
