package io.kindred.features;

import static io.kindred.features.Activity.ratio;
import static io.kindred.features.FeatureDefinition.behavioural;
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
            activity -> activity.daysSince(activity.lastPurchase)),
        behavioural(
            FeatureNames.DAYS_SINCE_FIRST_ORDER,
            SKEWED,
            "days",
            "Days since the first purchase day; unknown before it.",
            activity -> activity.daysSince(activity.firstPurchase)),
        behavioural(
            "days_since_first_seen",
            SKEWED,
            "days",
            "Days since the first event of any kind; unknown where there is none.",
            activity -> activity.daysSince(activity.firstSeen)),
        behavioural("order_count", SKEWED, "orders", "Orders so far.", activity -> activity.orders),
        behavioural(
            "orders_last_30_days",
            SKEWED,
            "orders",
            "Orders in the last 30 days.",
            activity -> activity.ordersInShortWindow),
        behavioural(
            "orders_last_90_days",
            SKEWED,
            "orders",
            "Orders in the last 90 days.",
            activity -> activity.ordersInLongWindow),
        behavioural(
            FeatureNames.REPEAT_PURCHASE_DAYS,
            SKEWED,
            "days",
            "Days with a purchase after the first such day; unknown before the first.",
            activity -> activity.purchaseDays == 0 ? Double.NaN : activity.purchaseDays - 1),
        behavioural(
            "order_interval_days",
            SKEWED,
            "days",
            "Mean days between purchase days; unknown before the second.",
            activity -> ratio(activity.gapDays, activity.purchaseDays - 1)),
        behavioural(
            "order_interval_spread_days",
            SKEWED,
            "days",
            "Standard deviation of the days between purchase days; unknown before the third.",
            OrderFeatures::intervalSpread),
        behavioural(
            "overdue_ratio",
            SKEWED,
            "intervals",
            "Days since the last purchase day in mean intervals; unknown before the second.",
            activity ->
                ratio(
                    activity.daysSince(activity.lastPurchase) * (activity.purchaseDays - 1),
                    activity.gapDays)),
        behavioural(
            "items_per_order",
            SKEWED,
            "pieces",
            "Mean pieces in an order; unknown before the first.",
            activity -> ratio(activity.items, activity.orders)),
        behavioural(
            "discounted_order_share",
            CONTINUOUS,
            "share",
            "Share of orders with a discount code; unknown before the first.",
            activity -> ratio(activity.discountedOrders, activity.orders)));
  }

  /// The sample's standard deviation, from sums; whole days keep the difference of squares exact.
  private static double intervalSpread(Activity activity) {
    int gaps = activity.purchaseDays - 1;
    if (gaps < 2) {
      return Double.NaN;
    }
    double squares = activity.squaredGapDays - activity.gapDays * activity.gapDays / gaps;
    return Math.sqrt(Math.max(squares, 0) / (gaps - 1));
  }
}
