package io.kindred.training.mixture;

import io.kindred.training.mixture.MixedColumn.Family;
import io.kindred.training.mixture.TiltedDistribution.Tilt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The step of maximisation: the likeliest mixture of given statistics.
///
/// A pseudo-customer at the population's mean and variance (and yes-share, and mean square) stands
/// behind every component and column, so that no component collapses onto a few rows.
final class Maximisation {
  private static final double PSEUDO_CUSTOMERS = .3;

  private final List<MixedColumn> columns;
  private final Covariance covariance;
  private final double[] populationMean;
  private final double[] populationMeanSquare;

  Maximisation(MixedRows rows, Covariance covariance) {
    this.columns = rows.columns();
    this.covariance = covariance;
    this.populationMean = new double[columns.size()];
    this.populationMeanSquare = new double[columns.size()];
    for (int d = 0; d < populationMean.length; d++) {
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (double[] row : rows.values()) {
        if (!Double.isNaN(row[d])) {
          sum += row[d];
          squares += row[d] * row[d];
          count++;
        }
      }
      // Of a yes/no column held off 0 and 1 by half a pseudo-customer.
      populationMean[d] = rows.yesNo(d) ? (sum + .5) / (count + 1) : count == 0 ? 0 : sum / count;
      populationMeanSquare[d] = count == 0 ? 0 : squares / count;
    }
  }

  /// Components without factors, whatever the covariance wanted.
  Mixture independent(SufficientStatistics statistics, double rows) {
    return mixture(statistics, rows, null, List.of());
  }

  /// @param before the mixture that the statistics are of
  Mixture maximised(SufficientStatistics statistics, double rows, Mixture before) {
    List<double[][][]> loadings = new ArrayList<>();
    for (FactorBlock block : before.blocks) {
      loadings.add(new double[block.columns.length][block.factors][statistics.weight.length]);
    }
    return mixture(statistics, rows, before, loadings);
  }

  private Mixture mixture(
      SufficientStatistics statistics,
      double rows,
      @Nullable Mixture before,
      List<double[][][]> loadings) {
    int components = statistics.weight.length;
    double[] logWeights = new double[components];
    for (int k = 0; k < components; k++) {
      logWeights[k] =
          Math.log(
              (statistics.weight[k] + PSEUDO_CUSTOMERS) / (rows + components * PSEUDO_CUSTOMERS));
    }
    double[][] mean = new double[columns.size()][components];
    double[][] variance = new double[columns.size()][components];
    Tilt[][] tilts = new Tilt[columns.size()][];
    for (int d = 0; d < mean.length; d++) {
      setMoments(statistics, d, mean[d], variance[d]);
      tilts[d] = tilts(statistics, d, mean[d], before);
    }
    for (int b = 0; b < loadings.size(); b++) {
      FactorRegression regression =
          new FactorRegression(statistics, b, PSEUDO_CUSTOMERS, populationMean);
      int[] inBlock = Mixture.columnsOf(columns, b);
      for (int j = 0; j < inBlock.length; j++) {
        int d = inBlock[j];
        regression.solve(j, d, covariance.tied(), mean[d], variance[d], loadings.get(b)[j]);
      }
      regression.standardise(mean, loadings.get(b), covariance.tied());
    }
    for (int d = 0; d < mean.length; d++) {
      if (columns.get(d).family() == Family.GAUSSIAN) {
        if (covariance.tied()) {
          tie(statistics.known[d], variance[d]);
        }
        for (int k = 0; k < components; k++) {
          variance[d][k] = Math.max(variance[d][k], columns.get(d).floor());
        }
      }
    }
    return new Mixture(logWeights, mean, variance, tilts, loadings, columns);
  }

  private void setMoments(
      SufficientStatistics statistics, int d, double[] mean, double[] variance) {
    for (int k = 0; k < mean.length; k++) {
      double known = statistics.known[d][k];
      double sum = statistics.sum[d][k];
      double count = known + PSEUDO_CUSTOMERS;
      mean[k] = (sum + PSEUDO_CUSTOMERS * populationMean[d]) / count;
      double scatter = statistics.squares[d][k] - 2 * mean[k] * sum + mean[k] * mean[k] * known;
      variance[k] = (scatter + PSEUDO_CUSTOMERS) / count;
    }
  }

  private Tilt[] tilts(
      SufficientStatistics statistics, int d, double[] mean, @Nullable Mixture before) {
    if (columns.get(d).family() != Family.TILTED) {
      return new Tilt[0];
    }
    TiltedDistribution base = columns.get(d).base().orElseThrow();
    Tilt[] tilts = new Tilt[mean.length];
    for (int k = 0; k < tilts.length; k++) {
      double count = statistics.known[d][k] + PSEUDO_CUSTOMERS;
      double meanSquare =
          (statistics.squares[d][k] + PSEUDO_CUSTOMERS * populationMeanSquare[d]) / count;
      tilts[k] =
          base.matching(mean[k], meanSquare, before == null ? Tilt.NONE : before.tilts[d][k]);
    }
    return tilts;
  }

  private static void tie(double[] known, double[] variance) {
    double sum = 0;
    double count = 0;
    for (int k = 0; k < known.length; k++) {
      sum += (known[k] + PSEUDO_CUSTOMERS) * variance[k];
      count += known[k] + PSEUDO_CUSTOMERS;
    }
    java.util.Arrays.fill(variance, sum / count);
  }
}
