package io.kindred.features;

import java.time.Instant;

/// A step in the life of a subscription or contract.
///
/// A customer has one at a time: a start or a renewal with another plan is a change of plan.
///
/// @param plan what is subscribed to, such as `pro`; empty where unknown
/// @param amount what the step costs the customer, in the data set's one currency, `>= 0`
public record Subscription(String id, Instant time, Step step, String plan, double amount)
    implements Event {
  public Subscription {
    Checks.eventId(id);
    Checks.time(time);
    Checks.notNegative(amount, "amount of a subscription", "use a return for money back");
  }

  /// What became of the subscription.
  public enum Step {
    STARTED,
    RENEWED,
    CANCELLED
  }

  @Override
  public EventKind kind() {
    return switch (step) {
      case STARTED -> EventKind.SUBSCRIPTION_STARTED;
      case RENEWED -> EventKind.SUBSCRIPTION_RENEWED;
      case CANCELLED -> EventKind.SUBSCRIPTION_CANCELLED;
    };
  }
}
