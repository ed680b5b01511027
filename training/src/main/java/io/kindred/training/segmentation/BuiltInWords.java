package io.kindred.training.segmentation;

import io.kindred.features.FeatureNames;
import io.kindred.training.segmentation.FeatureWords.Concern;
import io.kindred.training.segmentation.FeatureWords.Phrase;
import io.kindred.training.segmentation.FeatureWords.Subject;
import java.util.Map;
import java.util.Optional;

/// The words of every built-in feature.
///
/// Much ordered of late tells of frequency, little of recency: a phrase has its subject by
/// direction.
final class BuiltInWords {
  private static final Subject RECENCY = new Subject("recency", Concern.BUSINESS);
  private static final Subject FREQUENCY = new Subject("frequency", Concern.BUSINESS);
  private static final Subject SPEND = new Subject("spend", Concern.BUSINESS);
  private static final Subject ORDER_SIZE = new Subject("order_size", Concern.BUSINESS);
  private static final Subject TENURE = new Subject("tenure", Concern.BUSINESS);
  private static final Subject VISITS = new Subject("visits", Concern.BUSINESS);
  private static final Subject CONVERSION = new Subject("conversion", Concern.HABIT);
  private static final Subject MESSAGES = new Subject("messages", Concern.BUSINESS);
  private static final Subject CARTS = new Subject("carts", Concern.HABIT);
  private static final Subject DISCOUNT = new Subject("discount", Concern.HABIT);
  private static final Subject BASKET = new Subject("basket", Concern.HABIT);
  private static final Subject RETURNS = new Subject("returns", Concern.HABIT);
  private static final Subject VARIETY = new Subject("variety", Concern.HABIT);
  private static final Subject RHYTHM = new Subject("rhythm", Concern.PROFILE);
  private static final Subject HOURS = new Subject("hours", Concern.PROFILE);
  private static final Subject SUBSCRIPTION = new Subject("subscription", Concern.BUSINESS);
  private static final Subject SUPPORT = new Subject("support", Concern.HABIT);
  private static final Subject BROWSING = new Subject("browsing", Concern.PROFILE);

  private static final double NEARLY_THE_SAME = .85;

  private static final Map<String, FeatureWords> WORDS =
      Map.ofEntries(
          words(
              FeatureNames.DAYS_SINCE_LAST_ORDER,
              phrase(RECENCY, "lapsed buyers", "Last ordered longer ago than others."),
              phrase(RECENCY, "bought recently", "Ordered more recently than others.")),
          nearlyTheSame(
              "overdue_ratio",
              phrase(
                  RECENCY,
                  "long overdue",
                  "Is further past the usual time of the next order than others."),
              phrase(
                  RECENCY,
                  "on schedule",
                  "Is nearer to the usual time of the next order than others.")),
          nearlyTheSame(
              "days_since_last_visit",
              phrase(RECENCY, "long absent", "Last visited longer ago than others."),
              phrase(RECENCY, "visited recently", "Visited more recently than others.")),
          words(
              "order_count",
              phrase(FREQUENCY, "frequent buyers", "Has ordered more often than others."),
              phrase(FREQUENCY, "infrequent buyers", "Has ordered less often than others.")),
          nearlyTheSame(
              FeatureNames.REPEAT_PURCHASE_DAYS,
              phrase(FREQUENCY, "loyal buyers", "Has come back to buy more often than others."),
              phrase(
                  FREQUENCY, "occasional buyers", "Has come back to buy less often than others.")),
          nearlyTheSame(
              "order_interval_days",
              phrase(FREQUENCY, "long between orders", "Waits longer between orders than others."),
              phrase(FREQUENCY, "short between orders", "Waits less between orders than others.")),
          nearlyTheSame(
              "orders_last_30_days",
              phrase(FREQUENCY, "busy last month", "Ordered more in the last 30 days than others."),
              phrase(RECENCY, "quiet last month", "Ordered less in the last 30 days than others.")),
          nearlyTheSame(
              "orders_last_90_days",
              phrase(FREQUENCY, "busy lately", "Ordered more in the last 90 days than others."),
              phrase(RECENCY, "quiet lately", "Ordered less in the last 90 days than others.")),
          words(
              "order_value_total",
              phrase(SPEND, "high spenders", "Has spent more in all than others."),
              phrase(SPEND, "low spenders", "Has spent less in all than others.")),
          nearlyTheSame(
              "order_value_last_90_days",
              phrase(SPEND, "much spent lately", "Spent more in the last 90 days than others."),
              phrase(
                  RECENCY, "little spent lately", "Spent less in the last 90 days than others.")),
          words(
              "order_value_mean",
              phrase(ORDER_SIZE, "large orders", "Spends more per order than others."),
              phrase(ORDER_SIZE, "small orders", "Spends less per order than others.")),
          nearlyTheSame(
              "order_value_largest",
              phrase(
                  ORDER_SIZE, "big-ticket orders", "Spends more on the biggest order than others."),
              phrase(
                  ORDER_SIZE,
                  "small-ticket orders",
                  "Spends less on the biggest order than others.")),
          nearlyTheSame(
              FeatureNames.REPEAT_PURCHASE_DAY_VALUE,
              phrase(
                  ORDER_SIZE, "large repeat orders", "Spends more when coming back than others."),
              phrase(
                  ORDER_SIZE, "small repeat orders", "Spends less when coming back than others.")),
          nearlyTheSame(
              "abandoned_cart_value",
              phrase(
                  ORDER_SIZE,
                  "costly carts left behind",
                  "Leaves behind carts worth more than others do."),
              phrase(
                  ORDER_SIZE,
                  "cheap carts left behind",
                  "Leaves behind carts worth less than others do.")),
          words(
              FeatureNames.DAYS_SINCE_FIRST_ORDER,
              phrase(
                  TENURE, "long-standing buyers", "Placed the first order longer ago than others."),
              phrase(TENURE, "new buyers", "Placed the first order more recently than others.")),
          nearlyTheSame(
              "days_since_first_seen",
              phrase(TENURE, "long-standing customers", "Has been known for longer than others."),
              phrase(TENURE, "newcomers", "Became known more recently than others.")),
          words(
              "visit_count",
              phrase(VISITS, "frequent visitors", "Visits more often than others."),
              phrase(VISITS, "infrequent visitors", "Visits less often than others.")),
          nearlyTheSame(
              "visits_last_30_days",
              phrase(VISITS, "many visits lately", "Visited more in the last 30 days than others."),
              phrase(
                  RECENCY, "few visits lately", "Visited less in the last 30 days than others.")),
          words(
              "orders_per_visit",
              phrase(
                  CONVERSION,
                  "many orders per visit",
                  "Turns more visits into orders than others."),
              phrase(
                  CONVERSION,
                  "few orders per visit",
                  "Turns fewer visits into orders than others.")),
          words(
              "message_open_share",
              phrase(MESSAGES, "message readers", "Opens more of the messages than others."),
              phrase(MESSAGES, "seldom open messages", "Opens fewer of the messages than others.")),
          nearlyTheSame(
              "message_click_share",
              phrase(MESSAGES, "message clickers", "Clicks in more of the messages than others."),
              phrase(
                  MESSAGES,
                  "seldom click in messages",
                  "Clicks in fewer of the messages than others.")),
          words(
              "cart_abandonment_share",
              phrase(CARTS, "cart abandoners", "Abandons more of the filled carts than others."),
              phrase(CARTS, "cart finishers", "Abandons fewer of the filled carts than others.")),
          words(
              "discounted_order_share",
              phrase(DISCOUNT, "discount hunters", "Buys at a discount more often than others."),
              phrase(DISCOUNT, "full-price buyers", "Buys at a discount less often than others.")),
          words(
              "items_per_order",
              phrase(BASKET, "many pieces per order", "Buys more pieces per order than others."),
              phrase(BASKET, "few pieces per order", "Buys fewer pieces per order than others.")),
          words(
              "return_count",
              phrase(RETURNS, "frequent returners", "Returns purchases more often than others."),
              phrase(RETURNS, "rare returners", "Returns purchases less often than others.")),
          nearlyTheSame(
              "returned_value_share",
              phrase(RETURNS, "much sent back", "Sends back more of what was bought than others."),
              phrase(
                  RETURNS, "little sent back", "Sends back less of what was bought than others.")),
          words(
              "category_count",
              phrase(VARIETY, "wide range", "Buys from more categories than others."),
              phrase(VARIETY, "narrow range", "Buys from fewer categories than others.")),
          nearlyTheSame(
              "top_category_share",
              phrase(
                  VARIETY,
                  "one favourite category",
                  "Spends more of the money on a single category than others."),
              phrase(
                  VARIETY,
                  "no favourite category",
                  "Spreads the money over categories more than others.")),
          words(
              "order_interval_spread_days",
              phrase(RHYTHM, "irregular buyers", "Orders at less regular intervals than others."),
              phrase(RHYTHM, "regular buyers", "Orders at more regular intervals than others.")),
          words(
              "weekend_order_share",
              phrase(HOURS, "weekend buyers", "Orders on weekends more often than others."),
              phrase(HOURS, "weekday buyers", "Orders on weekends less often than others.")),
          words(
              "evening_order_share",
              phrase(HOURS, "evening buyers", "Orders in the evening more often than others."),
              phrase(HOURS, "daytime buyers", "Orders in the evening less often than others.")),
          words(
              "subscription_active",
              phrase(
                  SUBSCRIPTION,
                  "subscribers",
                  "Has a running subscription more often than others."),
              phrase(
                  SUBSCRIPTION,
                  "former subscribers",
                  "Has a running subscription less often than others.")),
          nearlyTheSame(
              "subscription_tenure_days",
              phrase(
                  SUBSCRIPTION,
                  "long-standing subscribers",
                  "Has subscribed for longer than others."),
              phrase(SUBSCRIPTION, "new subscribers", "Has subscribed more recently than others.")),
          nearlyTheSame(
              "subscription_value",
              phrase(SUBSCRIPTION, "costly plans", "Pays more for the subscription than others."),
              phrase(SUBSCRIPTION, "cheap plans", "Pays less for the subscription than others.")),
          words(
              "support_contact_count",
              phrase(SUPPORT, "many support contacts", "Asks for help more often than others."),
              phrase(SUPPORT, "few support contacts", "Asks for help less often than others.")),
          words(
              "pages_per_visit",
              phrase(BROWSING, "thorough visits", "Looks at more pages per visit than others."),
              phrase(BROWSING, "brief visits", "Looks at fewer pages per visit than others.")));

  private BuiltInWords() {}

  static Optional<FeatureWords> of(String feature) {
    return Optional.ofNullable(WORDS.get(feature));
  }

  private static Map.Entry<String, FeatureWords> words(String feature, Phrase high, Phrase low) {
    return Map.entry(feature, new FeatureWords(high, low, 1));
  }

  private static Map.Entry<String, FeatureWords> nearlyTheSame(
      String feature, Phrase high, Phrase low) {
    return Map.entry(feature, new FeatureWords(high, low, NEARLY_THE_SAME));
  }

  private static Phrase phrase(Subject subject, String name, String sentence) {
    return new Phrase(subject, name, sentence);
  }
}
