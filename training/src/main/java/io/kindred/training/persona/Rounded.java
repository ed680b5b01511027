package io.kindred.training.persona;

import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers rounded so that they say no more than they mean, and nothing of a single customer.
final class Rounded {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private static final BigDecimal PERCENT = new BigDecimal("0.01");
  private static final BigDecimal HALF_PERCENT = new BigDecimal("0.005");

  private Rounded() {}

  static double toTwoDigits(double number) {
    return new BigDecimal(number).round(TWO_DIGITS).doubleValue();
  }

  static double toThreeDigits(double number) {
    return new BigDecimal(number).round(THREE_DIGITS).doubleValue();
  }

  /// A share to three digits that is still the same whole percent.
  static double shareToThreeDigits(double share) {
    return share(share, THREE_DIGITS);
  }

  /// A feature's number; of a share, one that is still the same whole percent.
  static double toTwoDigits(Feature feature, double number) {
    return isShare(feature) ? share(number, TWO_DIGITS) : toTwoDigits(number);
  }

  static double toThreeDigits(Feature feature, double number) {
    return isShare(feature) ? share(number, THREE_DIGITS) : toThreeDigits(number);
  }

  private static boolean isShare(Feature feature) {
    return feature.unit().equals("share") || feature.scale() == MeasurementScale.YES_NO;
  }

  /// Shares are read in whole percent. One that would come to lie halfway between two of them, or
  /// at all, without being there stays on its side: 1.498% is 1.49% and not 1.50%, which reads as
  /// 2%.
  private static double share(double share, MathContext digits) {
    BigDecimal exact = new BigDecimal(share);
    BigDecimal rounded = exact.round(digits);
    boolean isHalfway = rounded.remainder(PERCENT).compareTo(HALF_PERCENT) == 0;
    boolean isAll = rounded.compareTo(BigDecimal.ONE) == 0;
    int side = exact.compareTo(rounded);
    if (side == 0 || !(isHalfway || isAll)) {
      return rounded.doubleValue();
    }
    RoundingMode towards = side < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
    BigDecimal kept = exact.round(new MathContext(digits.getPrecision(), towards));
    return kept.doubleValue();
  }

  static double toHundredths(double number) {
    // Plus 0, so that there is no negative nothing.
    return new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }
}
