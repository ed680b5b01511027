package io.kindred.features;

import static io.kindred.features.EventKind.SUBSCRIPTION_CANCELLED;
import static io.kindred.features.EventKind.SUBSCRIPTION_RENEWED;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.SKEWED;
import static io.kindred.features.MeasurementScale.YES_NO;

import java.util.List;

/// Plan and tenure of subscriptions.
final class SubscriptionFeatures {
  private SubscriptionFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "subscription_active",
            YES_NO,
            "yes_no",
            "Whether a subscription is running; unknown where there never was one.",
            fold -> {
              SubscriptionTally subscription = fold.subscription();
              return () -> !subscription.any() ? Double.NaN : subscription.active() ? 1 : 0;
            }),
        behavioural(
            "subscription_tenure_days",
            SKEWED,
            "days",
            "Days since the running subscription began; unknown without one.",
            fold -> fold.subscription()::tenureDays),
        behavioural(
            "subscription_value",
            SKEWED,
            "currency",
            "What the latest start or renewal of the running subscription cost; unknown without one.",
            fold -> {
              SubscriptionTally subscription = fold.subscription();
              return () -> subscription.active() ? subscription.amount() : Double.NaN;
            }),
        signal(
            "subscription_renewal_count",
            SKEWED,
            "renewals",
            "Renewals of subscriptions so far.",
            fold -> fold.tally(SUBSCRIPTION_RENEWED)::count),
        signal(
            "subscription_cancellation_count",
            SKEWED,
            "cancellations",
            "Cancellations of subscriptions so far.",
            fold -> fold.tally(SUBSCRIPTION_CANCELLED)::count),
        signal(
            "plan_change_count",
            SKEWED,
            "changes",
            "Changes of the plan while a subscription ran.",
            fold -> fold.subscription()::planChanges),
        signal(
            "days_since_subscription_renewed",
            SKEWED,
            "days",
            "Days since the last renewal; unknown before the first.",
            fold -> fold.tally(SUBSCRIPTION_RENEWED)::daysSinceLast),
        signal(
            "days_since_subscription_cancelled",
            SKEWED,
            "days",
            "Days since the last cancellation; unknown before the first.",
            fold -> fold.tally(SUBSCRIPTION_CANCELLED)::daysSinceLast));
  }
}
