package io.kindred.features;

import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.YES_NO;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Whether a customer is active, and how far they have come: aware, considering, buying, loyal or
/// lapsed, exactly one of them.
///
/// - *aware*: never bought, and neither filled a cart nor visited twice in the last 30 days;
/// - *considering*: never bought, but did one of these;
/// - *lapsed*: bought, but not for longer than {@link #usualDays};
/// - *loyal*: not lapsed, with three purchase days or more; *buying*: the others.
final class JourneyFeatures {
  private static final int ACTIVE_DAYS = 90;
  private static final int CONSIDERING_DAYS = 30;
  private static final int LOYAL_PURCHASE_DAYS = 3;
  private static final int SHORTEST_WAIT = 60;
  private static final int LONGEST_WAIT = 365;
  private static final int USUAL_WAIT = 180;

  /// What a customer does of their own accord.
  private static final Kinds OWN_ACTS =
      Kinds.of(
          EventKind.ORDER,
          EventKind.VISIT,
          EventKind.CART_FILLED,
          EventKind.CART_ABANDONED,
          EventKind.MESSAGE_OPENED,
          EventKind.MESSAGE_CLICKED,
          EventKind.SUBSCRIPTION_STARTED,
          EventKind.SUPPORT_CONTACT);

  private JourneyFeatures() {}

  private enum Stage {
    AWARE,
    CONSIDERING,
    BUYING,
    LOYAL,
    LAPSED
  }

  static List<FeatureDefinition> definitions() {
    return Stream.concat(
            Stream.of(
                signal(
                    "active_last_90_days",
                    YES_NO,
                    "yes_no",
                    "Whether the customer did anything in the last 90 days: bought, visited, filled a"
                        + " cart, answered a message, subscribed, asked for help.",
                    fold -> {
                      Tally acts = fold.tally(OWN_ACTS, ACTIVE_DAYS);
                      return () -> acts.countWithin(ACTIVE_DAYS) > 0 ? 1 : 0;
                    })),
            Stream.of(Stage.values()).map(JourneyFeatures::isAt))
        .toList();
  }

  private static FeatureDefinition isAt(Stage stage) {
    String word = stage.name().toLowerCase(Locale.ROOT);
    return signal(
        FeatureNames.JOURNEY_STAGE + word,
        YES_NO,
        "yes_no",
        "Whether the customer is %s, of aware, considering, buying, loyal, lapsed.".formatted(word),
        fold -> {
          PurchaseDayTally days = fold.purchaseDays();
          Tally visits = fold.tally(EventKind.VISIT, CONSIDERING_DAYS);
          Tally carts = fold.tally(EventKind.CART_FILLED, CONSIDERING_DAYS);
          return () -> stage(days, visits, carts) == stage ? 1 : 0;
        });
  }

  private static Stage stage(PurchaseDayTally days, Tally visits, Tally carts) {
    if (days.count() == 0) {
      boolean considers =
          carts.countWithin(CONSIDERING_DAYS) > 0 || visits.countWithin(CONSIDERING_DAYS) > 1;
      return considers ? Stage.CONSIDERING : Stage.AWARE;
    }
    if (days.daysSinceLast() > usualDays(days)) {
      return Stage.LAPSED;
    }
    return days.count() >= LOYAL_PURCHASE_DAYS ? Stage.LOYAL : Stage.BUYING;
  }

  /// How long a wait is still usual: twice the customer's own mean interval, within 60 and 365
  /// days; 180 days before the second purchase day.
  private static double usualDays(PurchaseDayTally days) {
    return days.count() < 2
        ? USUAL_WAIT
        : Math.clamp(2 * days.meanGapDays(), SHORTEST_WAIT, LONGEST_WAIT);
  }
}
