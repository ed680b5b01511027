package io.kindred.datasets.generator;

import io.kindred.features.Subscription;
import java.util.Locale;
import java.util.Map;

/// A customer's subscription: it starts when they join, is renewed for as long as they stay, and is
/// cancelled when they leave.
final class Contract {
  private static final double AFTER_JOINING = 2 * Life.MINUTE;
  private static final double SEATS = 8;

  private final Life life;
  private final Map<String, Double> plans;
  private final Draws draws;
  private final boolean signed;
  private final double seats;
  private String plan;
  private String planNow;
  private int steps;

  Contract(Life life) {
    this.life = life;
    this.plans = life.scenario().plans();
    this.draws = Draws.of(life.options().seed(), life.number(), Draws.Subject.SUBSCRIPTION);
    SyntheticSegment segment = life.segmentAt(life.joined());
    this.signed = !plans.isEmpty() && draws.happens(segment.subscribes());
    this.seats =
        signed && life.scenario().hasAccounts() ? 1 + Math.floor(draws.exponential(SEATS)) : 1;
    this.plan = signed ? draws.pick(segment.plans()) : "";
    this.planNow = plan;
  }

  void live(EventLog log) {
    if (!signed) {
      return;
    }
    int doer = life.scenario().hasAccounts() ? EventLog.ACCOUNT : 0;
    double start = life.joined() + AFTER_JOINING;
    step(log, doer, start, Subscription.Step.STARTED, price(plan));
    for (double day = start + life.scenario().renewalDays();
        day < life.end();
        day += life.scenario().renewalDays()) {
      if (draws.happens(life.scenario().planChange())) {
        plan = draws.pick(life.segmentAt(day).plans());
      }
      if (day < life.clock().lastDayEnd()) {
        planNow = plan;
      }
      step(log, doer, day, Subscription.Step.RENEWED, price(plan));
    }
    if (life.left() < life.clock().horizonEnd()) {
      step(log, doer, Math.max(life.left(), start), Subscription.Step.CANCELLED, 0);
    }
  }

  /// What renewals within the horizon are worth on average, given today's plan.
  ///
  /// At the `k`-th of them, `t` days from now, someone with drop-out rate `m` is still there with
  /// probability `e^(-mt)`, and has kept choosing nothing with probability `(1 - c)^k`: they pay
  /// today's price then, and the mean one otherwise.
  double expectedAmount() {
    if (!signed || !life.alive()) {
      return 0;
    }
    Clock clock = life.clock();
    SyntheticSegment segment = life.segmentAt(clock.lastDayEnd());
    double keeps = 1 - life.scenario().planChange();
    double meanPrice = meanPrice(segment);
    double amount = 0;
    double kept = 1;
    for (double day = life.joined() + AFTER_JOINING + life.scenario().renewalDays();
        day < clock.horizonEnd();
        day += life.scenario().renewalDays()) {
      if (day >= clock.lastDayEnd()) {
        kept *= keeps;
        double alive = Math.exp((clock.lastDayEnd() - day) / segment.lifetimeDays());
        amount += alive * (kept * price(planNow) + (1 - kept) * meanPrice);
      }
    }
    return amount;
  }

  private void step(EventLog log, int doer, double day, Subscription.Step step, double amount) {
    String id =
        "subscription.%s:%s"
            .formatted(step.name().toLowerCase(Locale.ROOT), life.numbered("b", ++steps));
    log.add(doer, day, new Subscription(id, life.moment(day), step, plan, amount));
  }

  private double price(String word) {
    return Life.money(plans.getOrDefault(word, 0.0) * seats);
  }

  private double meanPrice(SyntheticSegment segment) {
    double weights = 0;
    double sum = 0;
    for (Map.Entry<String, Double> entry : segment.plans().entrySet()) {
      weights += entry.getValue();
      sum += entry.getValue() * price(entry.getKey());
    }
    return sum / weights;
  }
}
