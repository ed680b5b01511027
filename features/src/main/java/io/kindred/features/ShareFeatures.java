package io.kindred.features;

import static io.kindred.features.Activity.ratio;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;
import java.util.Map;

/// How a customer's purchases divide over categories and channels.
final class ShareFeatures {
  private ShareFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "category_count",
            SKEWED,
            "categories",
            "Product categories bought from so far.",
            activity ->
                activity.valueByCategory.keySet().stream().filter(c -> !c.isEmpty()).count()),
        behavioural(
            "top_category_share",
            CONTINUOUS,
            "share",
            "Share of the money that went to the most bought category; unknown before money was"
                + " ordered.",
            activity -> largestShare(activity.valueByCategory)));
  }

  static FeatureDefinition categoryShare(String category) {
    return behavioural(
        FeatureNames.CATEGORY_SHARE + category,
        CONTINUOUS,
        "share",
        "Share of the money that went to %s; unknown before money was ordered.".formatted(category),
        activity ->
            ratio(activity.valueByCategory.getOrDefault(category, 0.0), activity.orderValue));
  }

  static FeatureDefinition channelShare(String channel) {
    return behavioural(
        FeatureNames.CHANNEL_SHARE + channel,
        CONTINUOUS,
        "share",
        "Share of the orders placed by %s; unknown before the first.".formatted(channel),
        activity -> ratio(activity.ordersByChannel.getOrDefault(channel, 0), activity.orders));
  }

  private static double largestShare(Map<String, Double> valueByCategory) {
    double largest = 0;
    double sum = 0;
    for (Map.Entry<String, Double> entry : valueByCategory.entrySet()) {
      if (!entry.getKey().isEmpty()) {
        largest = Math.max(largest, entry.getValue());
        sum += entry.getValue();
      }
    }
    return ratio(largest, sum);
  }
}
