package io.kindred.features;

/// Where a customer's subscription stands: the latest step tells.
final class SubscriptionTally implements Accumulator {
  private static final int PLAN = WordField.PLAN.slot();
  private boolean any;
  private boolean active;
  private int plan;
  private double amount;
  private int startedAge;
  private int planChanges;

  @Override
  public boolean wants(int kind) {
    return kind == EventKind.SUBSCRIPTION_STARTED.ordinal()
        || kind == EventKind.SUBSCRIPTION_RENEWED.ordinal()
        || kind == EventKind.SUBSCRIPTION_CANCELLED.ordinal();
  }

  @Override
  public void clear() {
    any = false;
    active = false;
    plan = Vocabulary.EMPTY;
    amount = 0;
    planChanges = 0;
  }

  @Override
  public void add(EventColumns rows, int row, int age) {
    any = true;
    if (rows.kind[row] == EventKind.SUBSCRIPTION_CANCELLED.ordinal()) {
      active = false;
      return;
    }
    int newPlan = rows.word(row, PLAN);
    if (!active) {
      // A renewal of a subscription whose start nobody saw counts as its start.
      startedAge = age;
    } else if (newPlan != plan && newPlan != Vocabulary.EMPTY && plan != Vocabulary.EMPTY) {
      planChanges++;
    }
    active = true;
    plan = newPlan == Vocabulary.EMPTY ? plan : newPlan;
    amount = rows.amount[row];
  }

  /// Whether there ever was one.
  boolean any() {
    return any;
  }

  boolean active() {
    return active;
  }

  /// The current plan's word, or the last one's where it was cancelled; the empty word where
  /// unknown.
  int plan() {
    return plan;
  }

  double amount() {
    return amount;
  }

  /// Days since the running subscription began.
  double tenureDays() {
    return active ? startedAge : Double.NaN;
  }

  int planChanges() {
    return planChanges;
  }
}
