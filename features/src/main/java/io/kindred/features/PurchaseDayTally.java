package io.kindred.features;

/// The purchase days of {@link Trades}, and the gaps between them.
final class PurchaseDayTally implements Accumulator {
  private final Trades trades = new Trades();
  private boolean summed;
  private int days;
  private int first;
  private int last;
  private double gapDays;
  private double squaredGapDays;
  private double repeatDayValue;

  @Override
  public boolean wants(int kind) {
    return kind == EventKind.ORDER.code() || kind == EventKind.RETURN.code();
  }

  @Override
  public void clear() {
    trades.clear();
    summed = false;
  }

  @Override
  public void add(EventColumns rows, int row, int age) {
    // Days by their distance from the moment, so that they ascend.
    trades.add(-age, rows.kind[row] == EventKind.ORDER.code(), rows.amount[row]);
  }

  int count() {
    sum();
    return days;
  }

  double daysSinceFirst() {
    sum();
    return days == 0 ? Double.NaN : -first;
  }

  double daysSinceLast() {
    sum();
    return days == 0 ? Double.NaN : -last;
  }

  /// Mean days between purchase days; NaN before the second.
  double meanGapDays() {
    sum();
    return Ratio.of(gapDays, days - 1);
  }

  double gapDays() {
    sum();
    return gapDays;
  }

  /// The sample's standard deviation of the gaps, from sums; whole days keep the difference of
  /// squares exact. NaN before the third purchase day.
  double gapSpreadDays() {
    sum();
    int gaps = days - 1;
    if (gaps < 2) {
      return Double.NaN;
    }
    double squares = squaredGapDays - gapDays * gapDays / gaps;
    return Math.sqrt(Math.max(squares, 0) / (gaps - 1));
  }

  /// Money left of the purchase days after the first.
  double repeatDayValue() {
    sum();
    return repeatDayValue;
  }

  private void sum() {
    if (summed) {
      return;
    }
    summed = true;
    days = 0;
    gapDays = 0;
    squaredGapDays = 0;
    repeatDayValue = 0;
    for (int i = 0; i < trades.size(); i++) {
      if (!trades.isPurchase(i)) {
        continue;
      }
      int day = trades.day(i);
      if (days++ == 0) {
        first = day;
      } else {
        double gap = day - last;
        gapDays += gap;
        squaredGapDays += gap * gap;
        repeatDayValue += trades.left(i);
      }
      last = day;
    }
  }
}
