package io.kindred.training.persona;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers rounded so that they say no more than they mean, and nothing of a single customer.
final class Rounded {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private Rounded() {}

  static double toTwoDigits(double number) {
    return new BigDecimal(number).round(TWO_DIGITS).doubleValue();
  }

  static double toThreeDigits(double number) {
    return new BigDecimal(number).round(THREE_DIGITS).doubleValue();
  }

  static double toHundredths(double number) {
    // Plus 0, so that there is no negative nothing.
    return new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }
}
