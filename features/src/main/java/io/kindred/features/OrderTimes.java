package io.kindred.features;

import java.util.Arrays;

/// When in the day, the week and the year a customer orders.
final class OrderTimes implements Accumulator {
  private static final int EVENING = 18;
  private final LocalDays localDays;
  private final int[] quarters = new int[4];
  private int orders;
  private int weekend;
  private int evening;
  private int today;

  OrderTimes(LocalDays localDays) {
    this.localDays = localDays;
  }

  @Override
  public boolean wants(int kind) {
    return kind == EventKind.ORDER.ordinal();
  }

  @Override
  public void clear() {
    orders = 0;
    weekend = 0;
    evening = 0;
    Arrays.fill(quarters, 0);
  }

  @Override
  public void add(EventColumns rows, int row, int age) {
    int day = localDays.day(rows.time[row]);
    today = day + age;
    orders++;
    // 1970-01-01 was a Thursday: days 2 and 3 after it were Saturday and Sunday.
    if (Math.floorMod(day - 2, 7) < 2) {
      weekend++;
    }
    if (localDays.hour(rows.time[row]) >= EVENING) {
      evening++;
    }
    quarters[quarter(day)]++;
  }

  double weekendShare() {
    return Ratio.of(weekend, orders);
  }

  double eveningShare() {
    return Ratio.of(evening, orders);
  }

  /// @param quarter 0 for January to March
  double quarterShare(int quarter) {
    return Ratio.of(quarters[quarter], orders);
  }

  /// The share of the quarter that the moment is in.
  double thisQuarterShare() {
    return orders == 0 ? Double.NaN : quarterShare(quarter(today));
  }

  /// The quarter of a day, 0 to 3, by the Gregorian calendar (Hinnant's days-from-civil inverted).
  static int quarter(int epochDay) {
    int shifted = epochDay + 719_468;
    int dayOfEra = Math.floorMod(shifted, 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    return (month - 1) / 3;
  }
}
