package io.kindred.features;

/// How a feature's numbers may be read, which decides how models treat them.
public enum MeasurementScale {
  /// Money, counts and durations: `>= 0`, many small and few large; models take `log(1 + x)`.
  SKEWED,
  /// A share from 0 to 1, or any number without a long tail.
  CONTINUOUS,
  /// An ordered scale such as Likert answers.
  ORDERED,
  /// 0 or 1.
  YES_NO
}
