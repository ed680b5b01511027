package io.kindred.training.segmentation;

import io.kindred.features.FeatureNames;
import io.kindred.training.segmentation.FeatureWords.Concern;
import io.kindred.training.segmentation.FeatureWords.Phrase;
import java.util.Map;
import java.util.Optional;

/// The words of every built-in feature.
final class BuiltInWords {
  private enum Subject {
    RECENCY(Concern.BUSINESS),
    FREQUENCY(Concern.BUSINESS),
    SPEND(Concern.BUSINESS),
    ORDER_SIZE(Concern.BUSINESS),
    TENURE(Concern.BUSINESS),
    VISITS(Concern.BUSINESS),
    CONVERSION(Concern.BUSINESS),
    MESSAGES(Concern.BUSINESS),
    CARTS(Concern.HABIT),
    DISCOUNT(Concern.HABIT),
    BASKET(Concern.HABIT),
    RETURNS(Concern.HABIT),
    VARIETY(Concern.HABIT),
    RHYTHM(Concern.PROFILE),
    BROWSING(Concern.PROFILE);

    private final Concern concern;

    Subject(Concern concern) {
      this.concern = concern;
    }
  }

  private static final Map<String, FeatureWords> WORDS =
      Map.ofEntries(
          words(
              FeatureNames.DAYS_SINCE_LAST_ORDER,
              Subject.RECENCY,
              high("lapsed buyers", "Last ordered longer ago than others."),
              low("recent buyers", "Ordered more recently than others.")),
          words(
              "overdue_ratio",
              Subject.RECENCY,
              high(
                  "overdue buyers",
                  "Is further past the usual time of the next order than others."),
              low(
                  "buyers on schedule",
                  "Is nearer to the usual time of the next order than others.")),
          words(
              "orders_last_30_days",
              Subject.RECENCY,
              high("busy last month", "Ordered more in the last 30 days than others."),
              low("quiet last month", "Ordered less in the last 30 days than others.")),
          words(
              "orders_last_90_days",
              Subject.RECENCY,
              high("active buyers", "Ordered more in the last 90 days than others."),
              low("inactive buyers", "Ordered less in the last 90 days than others.")),
          words(
              "order_value_last_90_days",
              Subject.RECENCY,
              high("big spenders of late", "Spent more in the last 90 days than others."),
              low("small spenders of late", "Spent less in the last 90 days than others.")),
          words(
              "days_since_last_visit",
              Subject.RECENCY,
              high("long absent", "Last visited longer ago than others."),
              low("recent visitors", "Visited more recently than others.")),
          words(
              "visits_last_30_days",
              Subject.RECENCY,
              high("busy visitors of late", "Visited more in the last 30 days than others."),
              low("quiet visitors of late", "Visited less in the last 30 days than others.")),
          words(
              "order_count",
              Subject.FREQUENCY,
              high("frequent buyers", "Has ordered more often than others."),
              low("infrequent buyers", "Has ordered less often than others.")),
          words(
              FeatureNames.REPEAT_PURCHASE_DAYS,
              Subject.FREQUENCY,
              high("loyal buyers", "Has come back to buy more often than others."),
              low("occasional buyers", "Has come back to buy less often than others.")),
          words(
              "order_interval_days",
              Subject.FREQUENCY,
              high("long between orders", "Waits longer between orders than others."),
              low("short between orders", "Waits less between orders than others.")),
          words(
              "order_value_total",
              Subject.SPEND,
              high("high spenders", "Has spent more in all than others."),
              low("low spenders", "Has spent less in all than others.")),
          words(
              "order_value_mean",
              Subject.ORDER_SIZE,
              high("large orders", "Spends more per order than others."),
              low("small orders", "Spends less per order than others.")),
          words(
              "order_value_largest",
              Subject.ORDER_SIZE,
              high("big-ticket buyers", "Has placed a bigger single order than others."),
              low("small-ticket buyers", "Has never placed as big an order as others.")),
          words(
              FeatureNames.REPEAT_PURCHASE_DAY_VALUE,
              Subject.ORDER_SIZE,
              high("large repeat orders", "Spends more when coming back than others."),
              low("small repeat orders", "Spends less when coming back than others.")),
          words(
              "abandoned_cart_value",
              Subject.ORDER_SIZE,
              high("costly carts left behind", "Leaves behind carts worth more than others do."),
              low("cheap carts left behind", "Leaves behind carts worth less than others do.")),
          words(
              FeatureNames.DAYS_SINCE_FIRST_ORDER,
              Subject.TENURE,
              high("long-standing buyers", "Placed the first order longer ago than others."),
              low("new buyers", "Placed the first order more recently than others.")),
          words(
              "days_since_first_seen",
              Subject.TENURE,
              high("long-standing customers", "Has been known for longer than others."),
              low("newcomers", "Became known more recently than others.")),
          words(
              "visit_count",
              Subject.VISITS,
              high("frequent visitors", "Visits more often than others."),
              low("infrequent visitors", "Visits less often than others.")),
          words(
              "orders_per_visit",
              Subject.CONVERSION,
              high("decisive visitors", "Turns more visits into orders than others."),
              low("visitors who seldom buy", "Turns fewer visits into orders than others.")),
          words(
              "message_open_share",
              Subject.MESSAGES,
              high("message readers", "Opens more of the messages than others."),
              low("seldom open messages", "Opens fewer of the messages than others.")),
          words(
              "message_click_share",
              Subject.MESSAGES,
              high("message clickers", "Clicks in more of the messages than others."),
              low("seldom click in messages", "Clicks in fewer of the messages than others.")),
          words(
              "cart_abandonment_share",
              Subject.CARTS,
              high("cart abandoners", "Abandons more of the filled carts than others."),
              low("cart finishers", "Abandons fewer of the filled carts than others.")),
          words(
              "discounted_order_share",
              Subject.DISCOUNT,
              high("discount buyers", "Buys at a discount more often than others."),
              low("full-price buyers", "Buys at a discount less often than others.")),
          words(
              "items_per_order",
              Subject.BASKET,
              high("many pieces an order", "Buys more pieces per order than others."),
              low("few pieces an order", "Buys fewer pieces per order than others.")),
          words(
              "return_count",
              Subject.RETURNS,
              high("frequent returners", "Returns purchases more often than others."),
              low("rare returners", "Returns purchases less often than others.")),
          words(
              "returned_value_share",
              Subject.RETURNS,
              high("much sent back", "Sends back more of what was bought than others."),
              low("little sent back", "Sends back less of what was bought than others.")),
          words(
              "category_count",
              Subject.VARIETY,
              high("wide range", "Buys from more categories than others."),
              low("narrow range", "Buys from fewer categories than others.")),
          words(
              "top_category_share",
              Subject.VARIETY,
              high(
                  "one favourite category",
                  "Spends more of the money on a single category than others."),
              low("no favourite category", "Spreads the money over categories more than others.")),
          words(
              "order_interval_spread_days",
              Subject.RHYTHM,
              high("irregular buyers", "Orders at less regular intervals than others."),
              low("regular buyers", "Orders at more regular intervals than others.")),
          words(
              "pages_per_visit",
              Subject.BROWSING,
              high("thorough visits", "Looks at more pages per visit than others."),
              low("brief visits", "Looks at fewer pages per visit than others.")));

  private BuiltInWords() {}

  static Optional<FeatureWords> of(String feature) {
    return Optional.ofNullable(WORDS.get(feature));
  }

  private static Map.Entry<String, FeatureWords> words(
      String feature, Subject subject, Phrase high, Phrase low) {
    return Map.entry(feature, new FeatureWords(subject.name(), subject.concern, high, low));
  }

  private static Phrase high(String name, String sentence) {
    return new Phrase(name, sentence);
  }

  private static Phrase low(String name, String sentence) {
    return new Phrase(name, sentence);
  }
}
