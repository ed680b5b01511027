package io.kindred.features;

import static io.kindred.features.EventKind.ORDER;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// Recency, frequency, age and rhythm of orders.
final class OrderFeatures {
  private OrderFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            FeatureNames.DAYS_SINCE_LAST_ORDER,
            SKEWED,
            "days",
            "Days since the last purchase day; unknown before the first.",
            fold -> fold.purchaseDays()::daysSinceLast),
        behavioural(
            FeatureNames.DAYS_SINCE_FIRST_ORDER,
            SKEWED,
            "days",
            "Days since the first purchase day; unknown before it.",
            fold -> fold.purchaseDays()::daysSinceFirst),
        behavioural(
            "days_since_first_seen",
            SKEWED,
            "days",
            "Days since the first event of any kind; unknown where there is none.",
            fold -> fold::daysSinceFirstSeen),
        behavioural(
            "order_count", SKEWED, "orders", "Orders so far.", fold -> fold.tally(ORDER)::count),
        signal(
            "orders_last_7_days",
            SKEWED,
            "orders",
            "Orders in the last 7 days.",
            fold -> {
              Tally tally = fold.tally(ORDER, 7);
              return () -> tally.countWithin(7);
            }),
        behavioural(
            "orders_last_30_days",
            SKEWED,
            "orders",
            "Orders in the last 30 days.",
            fold -> {
              Tally tally = fold.tally(ORDER, 30);
              return () -> tally.countWithin(30);
            }),
        behavioural(
            "orders_last_90_days",
            SKEWED,
            "orders",
            "Orders in the last 90 days.",
            fold -> {
              Tally tally = fold.tally(ORDER, 90);
              return () -> tally.countWithin(90);
            }),
        signal(
            "orders_last_365_days",
            SKEWED,
            "orders",
            "Orders in the last 365 days.",
            fold -> {
              Tally tally = fold.tally(ORDER, 365);
              return () -> tally.countWithin(365);
            }),
        signal(
            "orders_trend_30_in_90_days",
            CONTINUOUS,
            "share",
            "Orders of the last 30 days over those of the last 90, a third where nothing changes; unknown without any.",
            fold -> {
              Tally tally = fold.tally(ORDER, 30);
              tally.keep(90);
              return () -> Ratio.of(tally.countWithin(30), tally.countWithin(90));
            }),
        signal(
            "orders_trend_90_in_365_days",
            CONTINUOUS,
            "share",
            "Orders of the last 90 days over those of the last 365, a quarter where nothing changes; unknown without any.",
            fold -> {
              Tally tally = fold.tally(ORDER, 90);
              tally.keep(365);
              return () -> Ratio.of(tally.countWithin(90), tally.countWithin(365));
            }),
        behavioural(
            FeatureNames.REPEAT_PURCHASE_DAYS,
            SKEWED,
            "days",
            "Days with a purchase after the first such day; unknown before the first.",
            fold -> {
              PurchaseDayTally days = fold.purchaseDays();
              return () -> days.count() == 0 ? Double.NaN : days.count() - 1;
            }),
        behavioural(
            "order_interval_days",
            SKEWED,
            "days",
            "Mean days between purchase days; unknown before the second.",
            fold -> fold.purchaseDays()::meanGapDays),
        behavioural(
            "order_interval_spread_days",
            SKEWED,
            "days",
            "Standard deviation of the days between purchase days; unknown before the third.",
            fold -> fold.purchaseDays()::gapSpreadDays),
        behavioural(
            "overdue_ratio",
            SKEWED,
            "intervals",
            "Days since the last purchase day in mean intervals; unknown before the second.",
            fold -> {
              PurchaseDayTally days = fold.purchaseDays();
              return () -> Ratio.of(days.daysSinceLast() * (days.count() - 1), days.gapDays());
            }),
        signal(
            "days_until_expected_order",
            CONTINUOUS,
            "days",
            "Mean interval less the days since the last purchase day, below 0 where it is overdue; unknown before the second purchase day.",
            fold -> {
              PurchaseDayTally days = fold.purchaseDays();
              return () -> days.meanGapDays() - days.daysSinceLast();
            }),
        behavioural(
            "items_per_order",
            SKEWED,
            "pieces",
            "Mean pieces in an order; unknown before the first.",
            fold -> {
              Tally orders = fold.tally(ORDER);
              return () -> Ratio.of(orders.quantity(), orders.count());
            }));
  }
}
