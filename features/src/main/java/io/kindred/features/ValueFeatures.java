package io.kindred.features;

import static io.kindred.features.Activity.ratio;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// Money spent and money given back.
final class ValueFeatures {
  private ValueFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "order_value_total",
            SKEWED,
            "currency",
            "Sum of all orders, before returns.",
            activity -> activity.orderValue),
        behavioural(
            "order_value_last_90_days",
            SKEWED,
            "currency",
            "Sum of the orders of the last 90 days, before returns.",
            activity -> activity.orderValueInLongWindow),
        behavioural(
            "order_value_mean",
            SKEWED,
            "currency",
            "Mean order, before returns; unknown before the first.",
            activity -> ratio(activity.orderValue, activity.orders)),
        behavioural(
            "order_value_largest",
            SKEWED,
            "currency",
            "The largest order; unknown before the first.",
            activity -> activity.orders == 0 ? Double.NaN : activity.largestOrder),
        behavioural(
            FeatureNames.REPEAT_PURCHASE_DAY_VALUE,
            SKEWED,
            "currency",
            "Mean value of a purchase day after the first, that day's returns taken off;"
                + " unknown before the second.",
            activity -> ratio(activity.repeatDayValue, activity.purchaseDays - 1)),
        behavioural(
            "return_count", SKEWED, "returns", "Returns so far.", activity -> activity.returns),
        behavioural(
            "returned_value_share",
            CONTINUOUS,
            "share",
            "Money returned over money ordered, at most 1; unknown before money was ordered.",
            activity -> Math.min(ratio(activity.returnedValue, activity.orderValue), 1)));
  }
}
