package io.kindred.models.segmentation;

import java.util.Arrays;

/// How like a row is to those that a split was made from:
///
/// ```
/// (log-density - sum of expected over known columns) / sqrt(1 + sum of variance over known columns)
/// ```
///
/// About 0 for a usual row, far below 0 for one that none of the groups would bring forth, however
/// much of it is known. 0 where nothing is known.
///
/// @param expected what each column adds to the log-density on average
/// @param variance of what it adds
public record Familiarity(double[] expected, double[] variance) {

  double of(double logDensity, double[] z) {
    double difference = logDensity;
    double spread = 1;
    for (int d = 0; d < z.length; d++) {
      if (!Double.isNaN(z[d])) {
        difference -= expected[d];
        spread += variance[d];
      }
    }
    return difference / Math.sqrt(spread);
  }

  void check(int columns) {
    if (expected.length != columns || variance.length != columns) {
      throw new IllegalArgumentException(
          "familiarity is of %d and %d columns (expected %d)"
              .formatted(expected.length, variance.length, columns));
    }
    if (!Arrays.stream(expected).allMatch(Double::isFinite)
        || !Arrays.stream(variance).allMatch(number -> number >= 0 && Double.isFinite(number))) {
      throw new IllegalArgumentException(
          "familiarity expects %s with variance %s (expected finite numbers, no variance below 0)"
              .formatted(Arrays.toString(expected), Arrays.toString(variance)));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Familiarity familiarity
        && Arrays.equals(expected, familiarity.expected)
        && Arrays.equals(variance, familiarity.variance);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(expected);
  }

  @Override
  public String toString() {
    return "familiarity by %d columns".formatted(expected.length);
  }
}
