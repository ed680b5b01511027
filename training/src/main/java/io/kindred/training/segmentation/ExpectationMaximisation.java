package io.kindred.training.segmentation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Fits a mixture by expectation-maximisation from given first assignments.
///
/// Unknown values drop out of both steps. A pseudo-customer at the population's variance (and
/// yes-share) stands behind every component and column, so that no component collapses onto a few
/// rows.
final class ExpectationMaximisation {
  private static final int SHORT_RUN = 8;
  private static final int LONG_RUN = 100;

  /// Mean gains in a row's objective below which a fit is finished.
  static final double ROUGH = 1e-4;

  static final double FINE = 1e-5;

  private static final double PSEUDO_CUSTOMERS = 1;

  private final MixedRows rows;
  private final int components;
  private final double[] populationMean;
  private final double[] weight;
  private final double[][] known;
  private final double[][] sum;
  private final double[][] squares;

  private ExpectationMaximisation(MixedRows rows, int components) {
    this.rows = rows;
    this.components = components;
    this.populationMean = populationMean(rows);
    this.weight = new double[components];
    this.known = new double[rows.columns()][components];
    this.sum = new double[rows.columns()][components];
    this.squares = new double[rows.columns()][components];
  }

  /// The likeliest of the fits from these starts: each runs a little, the best to its end.
  static Mixture fit(MixedRows rows, int components, List<int[]> starts, double smallestGain) {
    ExpectationMaximisation fitting = new ExpectationMaximisation(rows, components);
    Fitted best =
        starts.stream()
            .map(start -> fitting.run(fitting.started(start), SHORT_RUN, smallestGain))
            .max(Comparator.comparingDouble(Fitted::objective))
            .orElseThrow();
    return fitting.run(best.mixture(), LONG_RUN, smallestGain).mixture();
  }

  /// A fit that goes on from a mixture.
  static Mixture refit(MixedRows rows, Mixture start) {
    return new ExpectationMaximisation(rows, start.components).run(start, LONG_RUN, FINE).mixture();
  }

  private record Fitted(Mixture mixture, double objective) {}

  private Mixture started(int[] assigned) {
    clear();
    double[] responsibility = new double[components];
    for (int i = 0; i < rows.size(); i++) {
      responsibility[assigned[i]] = 1;
      add(rows.values()[i], responsibility);
      responsibility[assigned[i]] = 0;
    }
    return maximised();
  }

  private Fitted run(Mixture start, int iterations, double smallestGain) {
    Mixture mixture = start;
    double[] responsibility = new double[components];
    double before = Double.NEGATIVE_INFINITY;
    for (int iteration = 0; iteration < iterations; iteration++) {
      clear();
      double total = 0;
      for (double[] row : rows.values()) {
        total += mixture.posterior(row, 1, responsibility);
        add(row, responsibility);
      }
      mixture = maximised();
      double objective = total / rows.size();
      if (objective - before < smallestGain) {
        return new Fitted(mixture, objective);
      }
      before = objective;
    }
    return new Fitted(mixture, before);
  }

  private void clear() {
    Arrays.fill(weight, 0);
    for (int d = 0; d < rows.columns(); d++) {
      Arrays.fill(known[d], 0);
      Arrays.fill(sum[d], 0);
      Arrays.fill(squares[d], 0);
    }
  }

  private void add(double[] row, double[] responsibility) {
    for (int k = 0; k < components; k++) {
      weight[k] += responsibility[k];
    }
    for (int d = 0; d < row.length; d++) {
      double z = row[d];
      if (!Double.isNaN(z)) {
        double[] knownHere = known[d];
        double[] sumHere = sum[d];
        double[] squaresHere = squares[d];
        for (int k = 0; k < responsibility.length; k++) {
          double share = responsibility[k];
          knownHere[k] += share;
          sumHere[k] += share * z;
          squaresHere[k] += share * z * z;
        }
      }
    }
  }

  private Mixture maximised() {
    double[] logWeights = new double[components];
    for (int k = 0; k < components; k++) {
      logWeights[k] =
          Math.log((weight[k] + PSEUDO_CUSTOMERS) / (rows.size() + components * PSEUDO_CUSTOMERS));
    }
    double[][] mean = new double[rows.columns()][components];
    double[][] variance = new double[rows.columns()][components];
    for (int d = 0; d < rows.columns(); d++) {
      for (int k = 0; k < components; k++) {
        double count = known[d][k] + PSEUDO_CUSTOMERS;
        mean[d][k] = (sum[d][k] + PSEUDO_CUSTOMERS * populationMean[d]) / count;
        double scatter =
            squares[d][k] - 2 * mean[d][k] * sum[d][k] + mean[d][k] * mean[d][k] * known[d][k];
        variance[d][k] = Math.max((scatter + PSEUDO_CUSTOMERS) / count, rows.floors()[d]);
      }
    }
    return new Mixture(logWeights, mean, variance, rows);
  }

  /// Of a yes/no column held off 0 and 1 by half a pseudo-customer.
  private static double[] populationMean(MixedRows rows) {
    double[] mean = new double[rows.columns()];
    for (int d = 0; d < mean.length; d++) {
      double sum = 0;
      int count = 0;
      for (double[] row : rows.values()) {
        if (!Double.isNaN(row[d])) {
          sum += row[d];
          count++;
        }
      }
      mean[d] = rows.yesNo()[d] ? (sum + .5) / (count + 1) : count == 0 ? 0 : sum / count;
    }
    return mean;
  }
}
