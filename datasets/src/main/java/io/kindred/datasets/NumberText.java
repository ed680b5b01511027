package io.kindred.datasets;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads numbers exactly, so that money adds up to the same sum in whatever order it comes.
public final class NumberText {
  /// Money, pieces or anything else beyond this is taken for an error: beyond it a double no longer
  /// tells cents apart, and squares and sums of such numbers would leave the rest without weight.
  static final BigDecimal LARGEST = new BigDecimal("1e15");

  static final String LARGEST_TEXT = "1e15";

  private static final int LONGEST = 60;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private NumberText() {}

  /// The number a text says; none where it says no finite number.
  ///
  /// @param decimal the mark before decimals
  public static Optional<BigDecimal> number(String text, String decimal) {
    if (text.length() > LONGEST || (decimal.equals(",") && text.contains("."))) {
      return Optional.empty();
    }
    String english = decimal.equals(",") ? text.replace(',', '.') : text;
    if (!NUMBER.matcher(english).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(english);
    return Double.isInfinite(number.doubleValue()) ? Optional.empty() : Optional.of(number);
  }

  /// Whether a number is of a size that data may have, as opposed to a number that a filter
  /// compares.
  static boolean isUsable(BigDecimal number) {
    return number.abs().compareTo(LARGEST) <= 0;
  }
}
