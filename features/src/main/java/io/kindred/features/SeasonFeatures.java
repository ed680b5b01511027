package io.kindred.features;

import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;

import java.util.List;

/// When in the day, the week and the year a customer orders.
final class SeasonFeatures {
  private SeasonFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "weekend_order_share",
            CONTINUOUS,
            "share",
            "Share of the orders placed on Saturdays and Sundays; unknown before the first.",
            fold -> fold.orderTimes()::weekendShare),
        behavioural(
            "evening_order_share",
            CONTINUOUS,
            "share",
            "Share of the orders placed from 18 to 24 by the clock; unknown before the first.",
            fold -> fold.orderTimes()::eveningShare),
        signal(
            "order_share_quarter_1",
            CONTINUOUS,
            "share",
            "Share of the orders placed from January to March; unknown before the first.",
            fold -> {
              OrderTimes times = fold.orderTimes();
              return () -> times.quarterShare(0);
            }),
        signal(
            "order_share_quarter_2",
            CONTINUOUS,
            "share",
            "Share of the orders placed from April to June; unknown before the first.",
            fold -> {
              OrderTimes times = fold.orderTimes();
              return () -> times.quarterShare(1);
            }),
        signal(
            "order_share_quarter_3",
            CONTINUOUS,
            "share",
            "Share of the orders placed from July to September; unknown before the first.",
            fold -> {
              OrderTimes times = fold.orderTimes();
              return () -> times.quarterShare(2);
            }),
        signal(
            "order_share_quarter_4",
            CONTINUOUS,
            "share",
            "Share of the orders placed from October to December; unknown before the first.",
            fold -> {
              OrderTimes times = fold.orderTimes();
              return () -> times.quarterShare(3);
            }),
        signal(
            "order_share_this_quarter",
            CONTINUOUS,
            "share",
            "Share of the orders placed in the quarter of the year that it is now; unknown before the first.",
            fold -> fold.orderTimes()::thisQuarterShare));
  }
}
