package io.kindred.features;

/// The largest, the smallest and the latest money of some events of the last so many days, and how
/// it spreads.
final class Extremes implements Accumulator {
  static final int LIFE = Integer.MAX_VALUE;

  private final Kinds kinds;
  private final Filter.Test filter;
  private final int days;
  private final boolean ofQuantity;
  private int count;
  private double largest;
  private double smallest;
  private double last;
  private double mean;
  private double squares;

  Extremes(Kinds kinds, Filter filter, int days, boolean ofQuantity, Vocabulary vocabulary) {
    this.kinds = kinds;
    this.filter = filter.bind(vocabulary);
    this.days = days;
    this.ofQuantity = ofQuantity;
  }

  @Override
  public boolean wants(int kind) {
    return kinds.has(kind);
  }

  @Override
  public void clear() {
    count = 0;
    mean = 0;
    squares = 0;
    largest = Double.NaN;
    smallest = Double.NaN;
    last = Double.NaN;
  }

  @Override
  public void add(EventColumns rows, int row, int age) {
    if (age >= days || kinds.isHeading(rows, row) || !filter.passes(rows, row)) {
      return;
    }
    double value = ofQuantity ? rows.quantity[row] : rows.amount[row];
    largest = count == 0 ? value : Math.max(largest, value);
    smallest = count == 0 ? value : Math.min(smallest, value);
    last = value;
    count++;
    // Welford (1962): no difference of large squares.
    double change = value - mean;
    mean += change / count;
    squares += change * (value - mean);
  }

  double largest() {
    return largest;
  }

  double smallest() {
    return smallest;
  }

  double last() {
    return last;
  }

  /// The sample's standard deviation; NaN before the second.
  double spread() {
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }
}
