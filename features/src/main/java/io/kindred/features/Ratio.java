package io.kindred.features;

/// Division where there may be nothing to divide by.
final class Ratio {
  private Ratio() {}

  /// `part / whole`, unknown where there is no whole.
  static double of(double part, double whole) {
    return whole > 0 ? part / whole : Double.NaN;
  }

  /// `part / whole`, at most 1.
  static double share(double part, double whole) {
    return Math.min(of(part, whole), 1);
  }
}
