package io.kindred.features;

import static io.kindred.features.Activity.ratio;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// Visits, carts and answers to messages, and what they lead to.
final class EngagementFeatures {
  private EngagementFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural("visit_count", SKEWED, "visits", "Visits so far.", activity -> activity.visits),
        behavioural(
            "visits_last_30_days",
            SKEWED,
            "visits",
            "Visits in the last 30 days.",
            activity -> activity.visitsInShortWindow),
        behavioural(
            "days_since_last_visit",
            SKEWED,
            "days",
            "Days since the last visit; unknown where there is none.",
            activity -> activity.daysSince(activity.lastVisit)),
        behavioural(
            "pages_per_visit",
            SKEWED,
            "pages",
            "Mean pages seen in a visit; unknown before the first.",
            activity -> ratio(activity.pages, activity.visits)),
        behavioural(
            "orders_per_visit",
            SKEWED,
            "orders",
            "Orders over visits; unknown before the first visit.",
            activity -> ratio(activity.orders, activity.visits)),
        behavioural(
            "cart_abandonment_share",
            CONTINUOUS,
            "share",
            "Abandoned carts over filled carts, at most 1; unknown before the first.",
            activity -> Math.min(ratio(activity.cartsAbandoned, activity.cartsFilled), 1)),
        behavioural(
            "abandoned_cart_value",
            SKEWED,
            "currency",
            "Mean worth of an abandoned cart; unknown before the first.",
            activity -> ratio(activity.abandonedValue, activity.cartsAbandoned)),
        behavioural(
            "message_open_share",
            CONTINUOUS,
            "share",
            "Messages opened over messages sent, at most 1; unknown before the first.",
            activity -> Math.min(ratio(activity.messagesOpened, activity.messagesSent), 1)),
        behavioural(
            "message_click_share",
            CONTINUOUS,
            "share",
            "Messages clicked over messages sent, at most 1; unknown before the first.",
            activity -> Math.min(ratio(activity.messagesClicked, activity.messagesSent), 1)));
  }
}
