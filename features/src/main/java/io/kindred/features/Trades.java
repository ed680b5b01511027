package io.kindred.features;

import java.util.Arrays;

/// Orders and returns day by day: which days were purchase days, and what is left of each.
///
/// A purchase day is a calendar day, where the customers live, with an order of which something is
/// left. An order cancelled the same day is no purchase; a gift of price 0 is one.
final class Trades {
  /// What is left of sums of decimal amounts that cancel out: nothing, but for rounding.
  private static final double ROUNDING = 1e-9;

  private int size;
  private int[] days = new int[16];
  private double[] ordered = new double[16];
  private double[] returned = new double[16];
  private boolean[] hasOrder = new boolean[16];
  private boolean[] hasReturn = new boolean[16];

  void clear() {
    size = 0;
  }

  void add(int day, boolean isOrder, double amount) {
    int at = place(day);
    if (isOrder) {
      hasOrder[at] = true;
      ordered[at] += amount;
    } else {
      hasReturn[at] = true;
      returned[at] += amount;
    }
  }

  int size() {
    return size;
  }

  /// The day since 1970-01-01 at a place in the order of days.
  int day(int index) {
    return days[index];
  }

  boolean isPurchase(int index) {
    return hasOrder[index] && (!hasReturn[index] || left(index) > ROUNDING * ordered[index]);
  }

  /// Money ordered less money returned on that day, at least 0.
  double left(int index) {
    return Math.max(ordered[index] - returned[index], 0);
  }

  /// All purchase days together.
  Purchases purchases() {
    int purchaseDays = 0;
    double value = 0;
    for (int i = 0; i < size; i++) {
      if (isPurchase(i)) {
        purchaseDays++;
        value += left(i);
      }
    }
    return new Purchases(purchaseDays, value);
  }

  /// Where a day stands, put in where it is new. Days mostly come in order, but for zones that once
  /// set their clocks back past midnight.
  private int place(int day) {
    int at = size;
    while (at > 0 && days[at - 1] > day) {
      at--;
    }
    if (at > 0 && days[at - 1] == day) {
      return at - 1;
    }
    if (size == days.length) {
      days = Arrays.copyOf(days, 2 * size);
      ordered = Arrays.copyOf(ordered, 2 * size);
      returned = Arrays.copyOf(returned, 2 * size);
      hasOrder = Arrays.copyOf(hasOrder, 2 * size);
      hasReturn = Arrays.copyOf(hasReturn, 2 * size);
    }
    for (int i = size; i > at; i--) {
      days[i] = days[i - 1];
      ordered[i] = ordered[i - 1];
      returned[i] = returned[i - 1];
      hasOrder[i] = hasOrder[i - 1];
      hasReturn[i] = hasReturn[i - 1];
    }
    size++;
    days[at] = day;
    ordered[at] = 0;
    returned[at] = 0;
    hasOrder[at] = false;
    hasReturn[at] = false;
    return at;
  }
}
