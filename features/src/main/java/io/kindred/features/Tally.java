package io.kindred.features;

import java.util.Arrays;

/// How many events of some kinds there were, their money and their pieces, over all time and over
/// the last so many days; and the days of the first and the last.
///
/// A window of 30 days is the day of the moment and the 29 before it.
final class Tally implements Accumulator {
  /// The windows that built-in features speak of.
  static final int[] WINDOWS = {7, 30, 90, 365};

  private final Kinds kinds;
  private final Filter.Test filter;
  private final boolean everything;
  private int[] windows = {};
  // Disjoint by age while rows come: bucket i holds those of window i that no shorter one has.
  private int[] counts = {0};
  private double[] amounts = {0};
  private double[] quantities = {0};
  private int youngest;
  private int[] oldest = {-1};

  Tally(Kinds kinds, Filter filter, Vocabulary vocabulary) {
    this.kinds = kinds;
    this.filter = filter.bind(vocabulary);
    this.everything = filter.conditions().isEmpty();
  }

  /// Keeps sums of the last so many days too.
  void keep(int days) {
    if (Arrays.binarySearch(windows, days) < 0) {
      windows = Arrays.copyOf(windows, windows.length + 1);
      windows[windows.length - 1] = days;
      Arrays.sort(windows);
      counts = new int[windows.length + 1];
      amounts = new double[windows.length + 1];
      quantities = new double[windows.length + 1];
      oldest = new int[windows.length + 1];
    }
  }

  @Override
  public boolean wants(int kind) {
    return kinds.has(kind);
  }

  @Override
  public void clear() {
    Arrays.fill(counts, 0);
    Arrays.fill(amounts, 0);
    Arrays.fill(quantities, 0);
    youngest = Integer.MAX_VALUE;
    Arrays.fill(oldest, -1);
  }

  @Override
  public void add(EventColumns rows, int row, int age) {
    if (kinds.isHeading(rows, row) || !(everything || filter.passes(rows, row))) {
      return;
    }
    int bucket = 0;
    while (bucket < windows.length && age >= windows[bucket]) {
      bucket++;
    }
    counts[bucket]++;
    amounts[bucket] += rows.amount[row];
    quantities[bucket] += rows.quantity[row];
    youngest = Math.min(youngest, age);
    oldest[bucket] = Math.max(oldest[bucket], age);
  }

  int count() {
    return count(windows.length);
  }

  int countWithin(int days) {
    return count(bucket(days));
  }

  double amount() {
    return sum(amounts, windows.length);
  }

  double amountWithin(int days) {
    return sum(amounts, bucket(days));
  }

  double quantity() {
    return sum(quantities, windows.length);
  }

  double quantityWithin(int days) {
    return sum(quantities, bucket(days));
  }

  /// Days since the last; NaN where there is none.
  double daysSinceLast() {
    return youngest == Integer.MAX_VALUE ? Double.NaN : youngest;
  }

  /// Days since the first; NaN where there is none.
  double daysSinceFirst() {
    return daysSinceFirst(windows.length);
  }

  double daysSinceFirstWithin(int days) {
    return daysSinceFirst(bucket(days));
  }

  private double daysSinceFirst(int bucket) {
    int days = -1;
    for (int i = 0; i <= bucket; i++) {
      days = Math.max(days, oldest[i]);
    }
    return days < 0 ? Double.NaN : days;
  }

  private int bucket(int days) {
    return Arrays.binarySearch(windows, days);
  }

  private int count(int bucket) {
    int sum = 0;
    for (int i = 0; i <= bucket; i++) {
      sum += counts[i];
    }
    return sum;
  }

  private static double sum(double[] buckets, int bucket) {
    double sum = 0;
    for (int i = 0; i <= bucket; i++) {
      sum += buckets[i];
    }
    return sum;
  }
}
