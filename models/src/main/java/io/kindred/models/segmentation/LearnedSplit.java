package io.kindred.models.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A learned division into groups: a finite mixture, in plain matrix operations.
///
/// With z a row's standardised columns ({@link SegmentColumn#standardised}), the log of group k's
/// probability is, up to the same number for all k,
///
/// ```
/// logWeight[k] + sum over known columns d of constant[k][d] + linear[k][d] z_d + quadratic[k][d] z_d^2
///              + what its common factors say
/// ```
///
/// A column that is not known adds nothing: a row of which nothing is known gets the weights.
/// Weights of blocks and the temperature are inside the coefficients.
///
/// Coefficients are by group, then by column.
///
/// @param rowSize values in a feature row, as many as the schema has features
/// @param logWeights logarithms of the groups' shares
/// @param factors what makes columns vary together, by block
/// @param familiarity what rows like those it was made from are like
public record LearnedSplit(
    int rowSize,
    List<SegmentColumn> columns,
    double[] logWeights,
    double[][] constant,
    double[][] linear,
    double[][] quadratic,
    List<CommonFactors> factors,
    Familiarity familiarity) {

  public LearnedSplit {
    columns = List.copyOf(columns);
    factors = List.copyOf(factors);
    int groups = logWeights.length;
    if (groups == 0) {
      throw new IllegalArgumentException("a split has no groups (expected at least 1)");
    }
    check("constant", constant, groups, columns.size());
    check("linear", linear, groups, columns.size());
    check("quadratic", quadratic, groups, columns.size());
    for (CommonFactors block : factors) {
      block.check(groups, columns.size());
    }
    familiarity.check(columns.size());
    if (!Arrays.stream(logWeights).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "logarithms of shares are %s (expected finite numbers)"
              .formatted(Arrays.toString(logWeights)));
    }
    for (SegmentColumn column : columns) {
      if (column.feature() >= rowSize) {
        throw new IllegalArgumentException(
            "column %s stands at %d (expected below the row's size, %d)"
                .formatted(column.name(), column.feature(), rowSize));
      }
    }
  }

  void check(int size) {
    if (rowSize != size) {
      throw new IllegalArgumentException(
          "%s takes rows of %d features (expected %d)".formatted(this, rowSize, size));
    }
  }

  /// How many groups there are.
  public int groups() {
    return logWeights.length;
  }

  /// The same with other measures of what is familiar.
  public LearnedSplit with(Familiarity other) {
    return new LearnedSplit(
        rowSize, columns, logWeights, constant, linear, quadratic, factors, other);
  }

  /// The probability of each group; they sum to 1.
  ///
  /// @param row the schema's features, NaN where unknown
  public double[] posterior(float[] row) {
    return Probabilities.softmax(scores(row));
  }

  /// The log of each group's probability, up to the same number for all.
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

  /// What each column adds to each group's score; 0 where it is not known.
  ///
  /// @return by group, then column
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

  /// What each known feature adds to the log-odds between two groups, columns of one feature
  /// together.
  List<LogOdds.Term> termsBetween(float[] row, int group, int other) {
    double[] z = standardised(row);
    double[][] terms = terms(row);
    SortedMap<Integer, Double> byFeature = new TreeMap<>();
    for (int d = 0; d < z.length; d++) {
      if (!Double.isNaN(z[d])) {
        byFeature.merge(columns.get(d).feature(), terms[group][d] - terms[other][d], Double::sum);
      }
    }
    return byFeature.entrySet().stream()
        .map(entry -> new LogOdds.Term(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// How familiar a row is: see {@link Familiarity}.
  public double familiarity(float[] row) {
    return familiarity.of(Probabilities.logSumExp(scores(row)), standardised(row));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LearnedSplit split
        && rowSize == split.rowSize
        && columns.equals(split.columns)
        && Arrays.equals(logWeights, split.logWeights)
        && Arrays.deepEquals(constant, split.constant)
        && Arrays.deepEquals(linear, split.linear)
        && Arrays.deepEquals(quadratic, split.quadratic)
        && factors.equals(split.factors)
        && familiarity.equals(split.familiarity);
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + Arrays.deepHashCode(constant);
  }

  @Override
  public String toString() {
    return "split into %d groups by %d columns".formatted(groups(), columns.size());
  }

  /// The standardised columns, NaN where unknown.
  public double[] standardised(float[] row) {
    if (row.length != rowSize) {
      throw new IllegalArgumentException(
          "row has %d values (expected %d, one per feature)".formatted(row.length, rowSize));
    }
    double[] z = new double[columns.size()];
    for (int d = 0; d < z.length; d++) {
      SegmentColumn column = columns.get(d);
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

  private static void check(String name, double[][] matrix, int groups, int columns) {
    if (matrix.length != groups
        || Arrays.stream(matrix).anyMatch(group -> group.length != columns)) {
      throw new IllegalArgumentException(
          "%s coefficients are not %d groups x %d columns".formatted(name, groups, columns));
    }
    if (!Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "%s coefficients are not all finite (expected numbers)".formatted(name));
    }
  }
}
