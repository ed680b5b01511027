package io.kindred.datasets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A kind of customer that the generator knows, with everything that tells it from the others.
///
/// @param weight share of all customers, before all weights are made to add up to 1
/// @param ordersPerYear mean rate of orders of a customer who has not left
/// @param rateShape shape of the gamma distribution of that rate among its customers
/// @param lifetimeDays mean time until a customer leaves, exponentially distributed
/// @param firstOrderProbability whether they join with an order or by looking around
/// @param joinsInLastDays they joined within so many days of the end; 0 for any time
/// @param orderValue mean worth of an order
/// @param visitsPerYear visits that do not end in an order
/// @param abandonProbability a visit without an order leaves a filled cart behind
/// @param answers mean answer, 1 to 5, to each of {@link #QUESTIONS}
record SyntheticSegment(
    String macro,
    String name,
    double weight,
    double ordersPerYear,
    double rateShape,
    double lifetimeDays,
    double firstOrderProbability,
    int joinsInLastDays,
    double orderValue,
    double itemsPerOrder,
    Map<String, Double> categories,
    Map<String, Double> channels,
    double discountProbability,
    double returnProbability,
    double visitsPerYear,
    double abandonProbability,
    double openProbability,
    double clickProbability,
    double meanAge,
    Map<String, Double> households,
    Map<String, Double> devices,
    List<Double> answers) {

  /// What the survey asks, from 1 (not at all) to 5 (very much).
  static final List<String> QUESTIONS =
      List.of(
          "price_matters",
          "tries_new_things",
          "buys_for_others",
          "quality_first",
          "enjoys_browsing",
          "trusts_the_shop");

  static final List<SyntheticSegment> ALL =
      List.of(
          new SyntheticSegment(
              "loyal", "busy high spenders", 12, 22, 6, 1400, 1, 0, 1450, 3.2,
              mix("home", 5, "fashion", 3, "outdoor", 2, "kids", 1),
              mix("app", 6, "web", 3, "store", 1), .08, .08, 14, .10, .30, .15, 44,
              mix("couple", 5, "family", 4, "single", 1), mix("phone", 8, "laptop", 2),
              List.of(1.8, 3.4, 2.6, 4.7, 2.0, 4.2)),
          new SyntheticSegment(
              "loyal", "steady regulars", 18, 11, 5, 1100, 1, 0, 520, 2.4,
              mix("home", 3, "fashion", 2, "outdoor", 1, "kids", 4),
              mix("web", 6, "store", 3, "app", 1), .18, .06, 18, .12, .55, .25, 51,
              mix("family", 6, "couple", 3, "single", 1), mix("laptop", 6, "phone", 3, "tablet", 1),
              List.of(3.0, 2.4, 2.8, 3.8, 3.0, 4.5)),
          new SyntheticSegment(
              "loyal", "gift buyers", 8, 5, 4, 1300, 1, 0, 760, 1.6,
              mix("gifts", 8, "home", 1, "kids", 2),
              mix("web", 7, "store", 2, "app", 1), .10, .03, 9, .08, .40, .20, 58,
              mix("couple", 5, "single", 3, "family", 2), mix("laptop", 4, "tablet", 5, "phone", 1),
              List.of(2.6, 2.9, 4.8, 4.0, 2.7, 4.0)),
          new SyntheticSegment(
              "bargain", "lapsed discount hunters", 16, 7, 3, 130, 1, 0, 330, 2.0,
              mix("fashion", 5, "home", 1, "outdoor", 1, "kids", 1),
              mix("web", 5, "app", 5), .80, .16, 20, .30, .25, .10, 33,
              mix("single", 6, "couple", 3, "family", 1), mix("phone", 7, "laptop", 3),
              List.of(4.8, 3.6, 2.0, 2.0, 3.4, 2.2)),
          new SyntheticSegment(
              "bargain", "newsletter savers", 14, 8, 4, 700, 1, 0, 410, 3.0,
              mix("kids", 4, "home", 3, "fashion", 2),
              mix("web", 8, "app", 1, "store", 1), .65, .07, 16, .20, .80, .50, 47,
              mix("family", 7, "couple", 2, "single", 1), mix("laptop", 6, "phone", 4),
              List.of(4.5, 2.8, 3.2, 3.0, 3.6, 3.6)),
          new SyntheticSegment(
              "browsing", "browsers who seldom buy", 16, 1.2, 2, 800, .25, 0, 480, 1.3,
              mix("fashion", 4, "home", 3, "outdoor", 2, "gifts", 1),
              mix("app", 7, "web", 3), .25, .12, 60, .25, .35, .12, 29,
              mix("single", 6, "couple", 3, "family", 1), mix("phone", 9, "tablet", 1),
              List.of(3.4, 4.0, 2.2, 3.0, 4.8, 2.8)),
          new SyntheticSegment(
              "browsing", "new and curious", 9, 6, 3, 400, .70, 90, 560, 1.7,
              mix("outdoor", 6, "fashion", 2, "home", 1),
              mix("app", 8, "web", 2), .30, .10, 45, .22, .60, .30, 27,
              mix("single", 5, "couple", 4, "family", 1), mix("phone", 8, "laptop", 2),
              List.of(3.0, 4.8, 2.4, 3.4, 4.4, 3.0)),
          new SyntheticSegment(
              "browsing", "store visitors", 7, 3, 3, 900, .60, 0, 640, 1.5,
              mix("outdoor", 5, "home", 3, "gifts", 1),
              mix("store", 8, "web", 2), .12, .05, 24, .04, .15, .05, 62,
              mix("couple", 6, "single", 4), mix("laptop", 5, "tablet", 4, "phone", 1),
              List.of(2.6, 2.0, 3.0, 4.4, 3.8, 3.8)));

  private static Map<String, Double> mix(Object... wordsAndWeights) {
    Map<String, Double> mix = new LinkedHashMap<>();
    for (int i = 0; i < wordsAndWeights.length; i += 2) {
      mix.put((String) wordsAndWeights[i], ((Number) wordsAndWeights[i + 1]).doubleValue());
    }
    return Collections.unmodifiableMap(mix);
  }
}
