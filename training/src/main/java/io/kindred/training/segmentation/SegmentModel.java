package io.kindred.training.segmentation;

import io.kindred.training.mixture.Mixture;
import java.util.Arrays;
import java.util.List;

/// From a feature row to the probability of each segment, in plain matrix operations.
///
/// With z a row's standardised columns ({@link MixtureColumn#standardised}), the log of segment k's
/// probability is, up to the same number for all k,
///
/// ```
/// logWeight[k] + sum over known columns d of constant[k][d] + linear[k][d] z_d + quadratic[k][d] z_d^2
///              + what its common factors say
/// ```
///
/// A column that is not known adds nothing: a row of which nothing is known gets the weights.
/// Weights of blocks and the temperature are inside the coefficients.
public final class SegmentModel {
  private final int rowSize;
  private final List<MixtureColumn> columns;
  private final double[] logWeights;
  private final double[][] constant;
  private final double[][] linear;
  private final double[][] quadratic;
  private final List<CommonFactors> factors;
  private final int[] macroSegmentOf;

  /// Coefficients are by segment, then by column.
  ///
  /// @param rowSize values in a feature row, as many as the schema has features
  /// @param logWeights logarithms of the segments' shares
  /// @param factors what makes columns vary together, by block
  /// @param macroSegmentOf the macro-segment of each segment, numbered from 0 without gaps
  public SegmentModel(
      int rowSize,
      List<MixtureColumn> columns,
      double[] logWeights,
      double[][] constant,
      double[][] linear,
      double[][] quadratic,
      List<CommonFactors> factors,
      int[] macroSegmentOf) {
    this.factors = List.copyOf(factors);
    this.rowSize = rowSize;
    this.columns = List.copyOf(columns);
    this.logWeights = logWeights.clone();
    int segments = logWeights.length;
    this.constant = checked("constant", constant, segments, columns.size());
    this.linear = checked("linear", linear, segments, columns.size());
    this.quadratic = checked("quadratic", quadratic, segments, columns.size());
    this.macroSegmentOf = macroSegmentOf.clone();
    if (segments == 0 || macroSegmentOf.length != segments) {
      throw new IllegalArgumentException(
          "%d segments and %d macro-segments of segments (expected as many, at least 1)"
              .formatted(segments, macroSegmentOf.length));
    }
    for (MixtureColumn column : columns) {
      if (column.feature() >= rowSize) {
        throw new IllegalArgumentException(
            "column %s stands at %d (expected below the row's size, %d)"
                .formatted(column.name(), column.feature(), rowSize));
      }
    }
  }

  /// The probability of each segment; they sum to 1.
  ///
  /// @param row the schema's features, NaN where unknown
  public double[] posterior(float[] row) {
    double[] posterior = scores(row);
    double largest = Arrays.stream(posterior).max().orElseThrow();
    double sum = 0;
    for (int k = 0; k < posterior.length; k++) {
      posterior[k] = Math.exp(posterior[k] - largest);
      sum += posterior[k];
    }
    for (int k = 0; k < posterior.length; k++) {
      posterior[k] /= sum;
    }
    return posterior;
  }

  /// The log of each segment's probability, up to the same number for all.
  public double[] scores(float[] row) {
    double[][] terms = terms(row);
    double[] scores = logWeights.clone();
    for (int k = 0; k < scores.length; k++) {
      for (double term : terms[k]) {
        scores[k] += term;
      }
    }
    return scores;
  }

  /// What each column adds to each segment's score; 0 where it is not known.
  ///
  /// @return by segment, then column
  public double[][] terms(float[] row) {
    double[] z = standardised(row);
    double[][] terms = new double[logWeights.length][z.length];
    for (int k = 0; k < terms.length; k++) {
      for (int d = 0; d < z.length; d++) {
        if (!Double.isNaN(z[d])) {
          terms[k][d] = constant[k][d] + z[d] * (linear[k][d] + z[d] * quadratic[k][d]);
        }
      }
      for (CommonFactors block : factors) {
        block.addTerms(z, k, terms[k]);
      }
    }
    return terms;
  }

  /// The probability of each macro-segment: the sum of its segments'.
  public double[] macroPosterior(double[] posterior) {
    double[] macro = new double[macroSegments()];
    for (int k = 0; k < posterior.length; k++) {
      macro[macroSegmentOf[k]] += posterior[k];
    }
    return macro;
  }

  /// The likeliest segment; of equals the first.
  public int segment(float[] row) {
    return Mixture.likeliest(posterior(row));
  }

  public int segments() {
    return logWeights.length;
  }

  public int macroSegments() {
    return Arrays.stream(macroSegmentOf).max().orElseThrow() + 1;
  }

  public int rowSize() {
    return rowSize;
  }

  public List<MixtureColumn> columns() {
    return columns;
  }

  public double[] logWeights() {
    return logWeights.clone();
  }

  public double[][] constant() {
    return copy(constant);
  }

  public double[][] linear() {
    return copy(linear);
  }

  public double[][] quadratic() {
    return copy(quadratic);
  }

  public List<CommonFactors> factors() {
    return factors;
  }

  public int[] macroSegmentOf() {
    return macroSegmentOf.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentModel model
        && rowSize == model.rowSize
        && columns.equals(model.columns)
        && Arrays.equals(logWeights, model.logWeights)
        && Arrays.deepEquals(constant, model.constant)
        && Arrays.deepEquals(linear, model.linear)
        && Arrays.deepEquals(quadratic, model.quadratic)
        && factors.equals(model.factors)
        && Arrays.equals(macroSegmentOf, model.macroSegmentOf);
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + Arrays.deepHashCode(constant);
  }

  private double[] standardised(float[] row) {
    if (row.length != rowSize) {
      throw new IllegalArgumentException(
          "row has %d values (expected %d, one per feature)".formatted(row.length, rowSize));
    }
    double[] z = new double[columns.size()];
    for (int d = 0; d < z.length; d++) {
      MixtureColumn column = columns.get(d);
      float value = row[column.feature()];
      if (Float.isInfinite(value)) {
        throw new IllegalArgumentException(
            "feature %s is %s (expected a finite number, or NaN where unknown)"
                .formatted(column.name(), value));
      }
      z[d] = column.standardised(value);
    }
    return z;
  }

  private static double[][] checked(String name, double[][] matrix, int segments, int columns) {
    if (matrix.length != segments
        || Arrays.stream(matrix).anyMatch(segment -> segment.length != columns)) {
      throw new IllegalArgumentException(
          "%s coefficients are not %d segments x %d columns".formatted(name, segments, columns));
    }
    return copy(matrix);
  }

  private static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }
}
