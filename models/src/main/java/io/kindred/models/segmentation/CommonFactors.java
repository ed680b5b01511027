package io.kindred.models.segmentation;

import java.util.Arrays;
import java.util.stream.Stream;

/// What makes columns of a segment vary together, as coefficients of standardised values.
///
/// Over the known columns j of the block, of segment k,
///
/// ```
/// b[f] = sum of constant[k][f][j] + linear[k][f][j] z_j
/// M[p] = identity + sum of information[k][p][j]
/// ```
///
/// and the segment's score gains `weight (b' M^-1 b - log |M|) / 2`. A pair p of factors f >= g
/// stands at `f (f + 1) / 2 + g`.
///
/// @param columns their places among the model's columns
public record CommonFactors(
    int[] columns,
    double weight,
    double[][][] constant,
    double[][][] linear,
    double[][][] information) {

  public int factors() {
    return constant.length == 0 ? 0 : constant[0].length;
  }

  void check(int groups, int width) {
    boolean fits =
        Double.isFinite(weight)
            && constant.length == groups
            && linear.length == groups
            && information.length == groups
            && Arrays.stream(columns).allMatch(column -> column >= 0 && column < width);
    for (int k = 0; fits && k < groups; k++) {
      fits =
          constant[k].length == factors()
              && linear[k].length == factors()
              && information[k].length == FactorAlgebra.pairs(factors())
              && everyRowHas(constant[k], columns.length)
              && everyRowHas(linear[k], columns.length)
              && everyRowHas(information[k], columns.length)
              && Stream.of(constant[k], linear[k], information[k])
                  .flatMap(Arrays::stream)
                  .flatMapToDouble(Arrays::stream)
                  .allMatch(Double::isFinite);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "%s do not fit %d groups x %d columns, or are not finite".formatted(this, groups, width));
    }
  }

  private static boolean everyRowHas(double[][] rows, int length) {
    return Arrays.stream(rows).allMatch(row -> row.length == length);
  }

  /// Adds each column's part of what the factors say of a segment; the parts sum to it.
  ///
  /// `b' M^-1 b` is a sum over columns as b is; `log |M|` is shared out as the columns' information
  /// is.
  ///
  /// @param z standardised values of all the model's columns, NaN where unknown
  /// @param into by the model's columns
  void addTerms(double[] z, int segment, double[] into) {
    double[] projection = new double[factors()];
    double[] information = new double[this.information[segment].length];
    for (int j = 0; j < columns.length; j++) {
      if (!Double.isNaN(z[columns[j]])) {
        for (int f = 0; f < projection.length; f++) {
          projection[f] += constant[segment][f][j] + linear[segment][f][j] * z[columns[j]];
        }
        for (int p = 0; p < information.length; p++) {
          information[p] += this.information[segment][p][j];
        }
      }
    }
    double[] inverse = new double[information.length];
    double logDeterminant = FactorAlgebra.invert(information, projection.length, inverse);
    double[] mean = new double[projection.length];
    double trace = 0;
    for (int f = 0; f < mean.length; f++) {
      trace += information[f * (f + 1) / 2 + f];
      for (int g = 0; g < mean.length; g++) {
        int high = Math.max(f, g);
        mean[f] += inverse[high * (high + 1) / 2 + Math.min(f, g)] * projection[g];
      }
    }
    for (int j = 0; j < columns.length; j++) {
      if (Double.isNaN(z[columns[j]])) {
        continue;
      }
      double own = 0;
      double share = 0;
      for (int f = 0; f < mean.length; f++) {
        own += mean[f] * (constant[segment][f][j] + linear[segment][f][j] * z[columns[j]]);
        share += this.information[segment][f * (f + 1) / 2 + f][j];
      }
      into[columns[j]] += weight / 2 * (own - (trace > 0 ? logDeterminant * share / trace : 0));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CommonFactors factors
        && Arrays.equals(columns, factors.columns)
        && weight == factors.weight
        && Arrays.deepEquals(constant, factors.constant)
        && Arrays.deepEquals(linear, factors.linear)
        && Arrays.deepEquals(information, factors.information);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(columns) + Arrays.deepHashCode(linear);
  }

  @Override
  public String toString() {
    return "%d factors of %d columns".formatted(factors(), columns.length);
  }
}
