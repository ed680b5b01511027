package io.kindred.features;

import static io.kindred.features.EventKind.ORDER;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// Money spent.
final class ValueFeatures {
  private ValueFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "order_value_total",
            SKEWED,
            "currency",
            "Sum of all orders, before returns.",
            fold -> fold.tally(ORDER)::amount),
        signal(
            "order_value_last_7_days",
            SKEWED,
            "currency",
            "Sum of the orders of the last 7 days, before returns.",
            fold -> {
              Tally tally = fold.tally(ORDER, 7);
              return () -> tally.amountWithin(7);
            }),
        signal(
            "order_value_last_30_days",
            SKEWED,
            "currency",
            "Sum of the orders of the last 30 days, before returns.",
            fold -> {
              Tally tally = fold.tally(ORDER, 30);
              return () -> tally.amountWithin(30);
            }),
        behavioural(
            "order_value_last_90_days",
            SKEWED,
            "currency",
            "Sum of the orders of the last 90 days, before returns.",
            fold -> {
              Tally tally = fold.tally(ORDER, 90);
              return () -> tally.amountWithin(90);
            }),
        signal(
            "order_value_last_365_days",
            SKEWED,
            "currency",
            "Sum of the orders of the last 365 days, before returns.",
            fold -> {
              Tally tally = fold.tally(ORDER, 365);
              return () -> tally.amountWithin(365);
            }),
        signal(
            "order_value_trend_90_in_365_days",
            CONTINUOUS,
            "share",
            "Money of the last 90 days over that of the last 365, a quarter where nothing changes; unknown without any.",
            fold -> {
              Tally tally = fold.tally(ORDER, 90);
              tally.keep(365);
              return () -> Ratio.of(tally.amountWithin(90), tally.amountWithin(365));
            }),
        behavioural(
            "order_value_mean",
            SKEWED,
            "currency",
            "Mean order, before returns; unknown before the first.",
            fold -> {
              Tally orders = fold.tally(ORDER);
              return () -> Ratio.of(orders.amount(), orders.count());
            }),
        behavioural(
            "order_value_largest",
            SKEWED,
            "currency",
            "The largest order; unknown before the first.",
            fold -> ofOrders(fold)::largest),
        signal(
            "order_value_latest",
            SKEWED,
            "currency",
            "The latest order; unknown before the first.",
            fold -> ofOrders(fold)::last),
        signal(
            "order_value_spread",
            SKEWED,
            "currency",
            "Standard deviation of the orders; unknown before the second.",
            fold -> ofOrders(fold)::spread),
        behavioural(
            FeatureNames.REPEAT_PURCHASE_DAY_VALUE,
            SKEWED,
            "currency",
            "Mean value of a purchase day after the first, that day's returns taken off; unknown before the second.",
            fold -> {
              PurchaseDayTally days = fold.purchaseDays();
              return () -> Ratio.of(days.repeatDayValue(), days.count() - 1);
            }));
  }

  private static Extremes ofOrders(Fold fold) {
    return fold.extremes(Kinds.of(ORDER), Filter.NONE, Extremes.LIFE, false);
  }
}
