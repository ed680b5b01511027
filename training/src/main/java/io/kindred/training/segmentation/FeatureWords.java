package io.kindred.training.segmentation;

import io.kindred.features.Feature;
import io.kindred.features.FeatureNames;
import io.kindred.features.MeasurementScale;
import java.util.Locale;
import java.util.Map;

/// How a high or low value of a feature is said in plain words.
///
/// @param highTrait names a segment whose customers have much of it, such as `high order value`
/// @param lowTrait names one whose customers have little
/// @param highSentence such as `Spends more per order than others.`
/// @param lowSentence such as `Spends less per order than others.`
record FeatureWords(String highTrait, String lowTrait, String highSentence, String lowSentence) {
  private static final Map<String, FeatureWords> BUILT_IN =
      Map.ofEntries(
          words(
              FeatureNames.DAYS_SINCE_LAST_ORDER,
              "long since an order",
              "recent orders",
              "Last ordered longer ago",
              "Ordered more recently"),
          words(
              FeatureNames.DAYS_SINCE_FIRST_ORDER,
              "long-standing buyers",
              "new buyers",
              "First ordered longer ago",
              "First ordered more recently"),
          words(
              "days_since_first_seen",
              "long known",
              "newly known",
              "Has been known for longer",
              "Became known more recently"),
          words("order_count", "frequent orders", "few orders", "Orders more", "Orders less"),
          words(
              FeatureNames.REPEAT_PURCHASE_DAYS,
              "loyal buyers",
              "rarely back",
              "Comes back to buy more often",
              "Comes back to buy less often"),
          words(
              "order_value_mean",
              "high order value",
              "low order value",
              "Spends more per order",
              "Spends less per order"),
          words(
              "order_value_total",
              "high spend",
              "low spend",
              "Spends more in all",
              "Spends less in all"),
          words(
              "order_value_largest",
              "large top order",
              "small top order",
              "Has placed a larger largest order",
              "Has placed a smaller largest order"),
          words(
              "discounted_order_share",
              "discount hunters",
              "full-price buyers",
              "Buys more at a discount",
              "Buys less at a discount"),
          words("visit_count", "frequent visits", "few visits", "Visits more", "Visits less"),
          words(
              "days_since_last_visit",
              "long since a visit",
              "recent visits",
              "Last visited longer ago",
              "Visited more recently"),
          words(
              "orders_per_visit",
              "decisive visits",
              "browsers",
              "Orders more per visit",
              "Orders less per visit"),
          words(
              "cart_abandonment_share",
              "cart abandoners",
              "cart finishers",
              "Abandons more filled carts",
              "Abandons fewer filled carts"),
          words(
              "message_open_share",
              "message readers",
              "unread messages",
              "Opens more messages",
              "Opens fewer messages"),
          words("return_count", "many returns", "few returns", "Returns more", "Returns less"),
          words(
              "orders_last_30_days",
              "busy last month",
              "quiet last month",
              "Ordered more in the last 30 days",
              "Ordered less in the last 30 days"),
          words(
              "orders_last_90_days",
              "busy of late",
              "quiet of late",
              "Ordered more in the last 90 days",
              "Ordered less in the last 90 days"),
          words(
              "order_interval_days",
              "long between orders",
              "short between orders",
              "Waits longer between orders",
              "Waits less between orders"),
          words(
              "items_per_order",
              "large baskets",
              "small baskets",
              "Buys more pieces per order",
              "Buys fewer pieces per order"),
          words(
              "visits_last_30_days",
              "visits of late",
              "no visits of late",
              "Visited more in the last 30 days",
              "Visited less in the last 30 days"),
          words(
              "category_count",
              "wide range",
              "narrow range",
              "Buys from more categories",
              "Buys from fewer categories"));

  static FeatureWords of(Feature feature) {
    FeatureWords builtIn = BUILT_IN.get(feature.name());
    if (builtIn != null) {
      return builtIn;
    }
    String name = feature.name();
    if (name.startsWith(FeatureNames.CATEGORY_SHARE)) {
      String category = name.substring(FeatureNames.CATEGORY_SHARE.length());
      return new FeatureWords(
          "much " + category,
          "little " + category,
          "Spends a larger share on %s than others.".formatted(category),
          "Spends a smaller share on %s than others.".formatted(category));
    }
    if (name.startsWith(FeatureNames.CHANNEL_SHARE)) {
      String channel = name.substring(FeatureNames.CHANNEL_SHARE.length());
      return new FeatureWords(
          "mostly by " + channel,
          "rarely by " + channel,
          "Orders more through %s than others.".formatted(channel),
          "Orders less through %s than others.".formatted(channel));
    }
    return ofName(feature, plain(name));
  }

  private static FeatureWords ofName(Feature feature, String plain) {
    if (feature.scale() == MeasurementScale.YES_NO) {
      String yes = plain.replace("=", " ");
      return new FeatureWords(
          yes,
          "not " + yes,
          "More often %s than others.".formatted(yes),
          "Less often %s than others.".formatted(yes));
    }
    return new FeatureWords(
        "high " + plain,
        "low " + plain,
        "Has a higher %s than others.".formatted(plain),
        "Has a lower %s than others.".formatted(plain));
  }

  private static String plain(String name) {
    String bare =
        name.startsWith(FeatureNames.ATTRIBUTE)
            ? name.substring(FeatureNames.ATTRIBUTE.length())
            : name;
    return bare.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static Map.Entry<String, FeatureWords> words(
      String feature, String highTrait, String lowTrait, String high, String low) {
    return Map.entry(
        feature,
        new FeatureWords(highTrait, lowTrait, high + " than others.", low + " than others."));
  }
}
