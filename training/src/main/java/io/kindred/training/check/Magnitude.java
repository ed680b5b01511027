package io.kindred.training.check;

import java.util.Locale;

/// Sizes of numbers in words, without saying any single one.
final class Magnitude {
  private static final int MOST_WRITTEN_OUT = 9;

  private Magnitude() {}

  /// A power of ten: `10,000s` for 4.
  static String words(int power) {
    return power < 0 || power > MOST_WRITTEN_OUT
        ? "1e%d".formatted(power)
        : String.format(Locale.ROOT, "%,ds", Math.round(Math.pow(10, power)));
  }

  /// A number with three digits that matter.
  static String brief(double number) {
    double size = Math.abs(number);
    if (size != 0 && (size < 1e-3 || size >= 1e12)) {
      return String.format(Locale.ROOT, "%.2e", number);
    }
    int decimals = number == Math.rint(number) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
