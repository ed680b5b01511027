package io.kindred.features;

/// A sum over one customer's rows that formulas read: cleared before each customer and moment,
/// given every row of its kinds in order, then read.
interface Accumulator {
  /// Whether it wants rows of a kind, {@link EventColumns#LINE} among them.
  boolean wants(int kind);

  void clear();

  /// @param age the calendar days from the row's day to that of the moment, 0 on the same day
  void add(EventColumns rows, int row, int age);
}
