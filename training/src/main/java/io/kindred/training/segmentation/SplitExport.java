package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import io.kindred.models.segmentation.CommonFactors;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.training.mixture.Mixture;
import java.util.List;

/// A mixture as the coefficients that a bundle holds.
final class SplitExport {
  private static final int ROWS_FOR_FAMILIARITY = 5_000;

  private SplitExport() {}

  /// @param columns the mixture's, in its order
  /// @param temperature what log-densities are multiplied by
  /// @param table rows to know what is familiar from
  static LearnedSplit of(
      Mixture mixture, List<SegmentColumn> columns, double temperature, FeatureTable table) {
    int groups = mixture.components();
    double[][] constant = new double[groups][columns.size()];
    double[][] linear = new double[groups][columns.size()];
    double[][] quadratic = new double[groups][columns.size()];
    for (int d = 0; d < columns.size(); d++) {
      double[][] polynomial = mixture.polynomial(d);
      for (int k = 0; k < groups; k++) {
        constant[k][d] = temperature * polynomial[0][k];
        linear[k][d] = temperature * polynomial[1][k];
        quadratic[k][d] = temperature * polynomial[2][k];
      }
    }
    LearnedSplit split =
        new LearnedSplit(
            table.schema().size(),
            columns,
            mixture.logWeights(),
            constant,
            linear,
            quadratic,
            mixture.blocks().stream()
                .map(block ->
                    new CommonFactors(
                        block.columns(),
                        temperature * block.weight(),
                        block.constants(),
                        block.linears(),
                        block.informations()))
                .toList(),
            new Familiarity(new double[columns.size()], new double[columns.size()]));
    return split.with(familiarity(split, table));
  }

  /// What each column adds to the log-density, by the customers of whom it is known.
  private static Familiarity familiarity(LearnedSplit split, FeatureTable table) {
    int width = split.columns().size();
    double[] count = new double[width];
    double[] sum = new double[width];
    double[] squares = new double[width];
    int step = Math.max(1, table.size() / ROWS_FOR_FAMILIARITY);
    for (int i = 0; i < table.size(); i += step) {
      float[] row = table.row(i);
      double[] z = split.standardised(row);
      double[][] terms = split.terms(row);
      double[] posterior = split.posterior(row);
      for (int d = 0; d < width; d++) {
        if (!Double.isNaN(z[d])) {
          double own = 0;
          for (int k = 0; k < posterior.length; k++) {
            own += posterior[k] * terms[k][d];
          }
          count[d]++;
          sum[d] += own;
          squares[d] += own * own;
        }
      }
    }
    double[] expected = new double[width];
    double[] variance = new double[width];
    for (int d = 0; d < width; d++) {
      if (count[d] > 0) {
        expected[d] = sum[d] / count[d];
        variance[d] = Math.max(0, squares[d] / count[d] - expected[d] * expected[d]);
      }
    }
    return new Familiarity(expected, variance);
  }
}
