package io.kindred.features;

import java.util.Arrays;

/// Amounts of one meaning one after another, exactly: as whole numbers of cents, or of whatever
/// power of ten they all are multiples of, and as their 64 bits where they are none.
final class DecimalColumn {
  /// Above this a double no longer has every whole number.
  private static final long MOST = 1L << 53;

  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7};

  private DecimalColumn() {}

  static void write(BitWriter out, double[] values, int count) {
    if (count == 0) {
      return;
    }
    int digits = digits(values, count);
    long[] whole = new long[count];
    int wholes = 0;
    for (int i = 0; i < count; i++) {
      if (isWhole(values[i], POWERS[digits])) {
        whole[wholes++] = Math.round(values[i] * POWERS[digits]);
      }
    }
    out.bits(digits, 3);
    out.bit(wholes < count);
    for (int i = 0; wholes < count && i < count; i++) {
      out.bit(isWhole(values[i], POWERS[digits]));
    }
    NumberColumn.write(out, whole, wholes);
    for (int i = 0; wholes < count && i < count; i++) {
      if (!isWhole(values[i], POWERS[digits])) {
        out.bits(Double.doubleToRawLongBits(values[i]), Long.SIZE);
      }
    }
  }

  static double[] read(BitReader in, int count) {
    double[] values = new double[count];
    if (count == 0) {
      return values;
    }
    double power = POWERS[(int) in.bits(3)];
    boolean[] isWhole = new boolean[count];
    int wholes = count;
    if (in.bit()) {
      wholes = 0;
      for (int i = 0; i < count; i++) {
        isWhole[i] = in.bit();
        wholes += isWhole[i] ? 1 : 0;
      }
    } else {
      Arrays.fill(isWhole, true);
    }
    long[] whole = NumberColumn.read(in, wholes);
    int next = 0;
    for (int i = 0; i < count; i++) {
      values[i] = isWhole[i] ? whole[next++] / power : Double.longBitsToDouble(in.bits(Long.SIZE));
    }
    return values;
  }

  /// The fewest digits after the point that fit as many as can be fitted.
  private static int digits(double[] values, int count) {
    int best = 0;
    int most = -1;
    for (int digits = 0; digits < POWERS.length && most < count; digits++) {
      int fitting = 0;
      for (int i = 0; i < count; i++) {
        fitting += isWhole(values[i], POWERS[digits]) ? 1 : 0;
      }
      if (fitting > most) {
        most = fitting;
        best = digits;
      }
    }
    return best;
  }

  /// Whether a whole number over the power is this very value; -0 is not 0.
  private static boolean isWhole(double value, double power) {
    long whole = Math.round(value * power);
    return Math.abs(whole) < MOST
        && Double.doubleToRawLongBits(whole / power) == Double.doubleToRawLongBits(value);
  }
}
