package io.kindred.training.mixture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Draws customers who have the same values in each column, the same gaps and the same correlations
/// as the real ones, but no segments: a Gaussian copula.
///
/// A mixture gains likelihood by cutting such a cloud into slices, too. Only what it gains beyond
/// that is structure.
public final class CorrelatedCopy {
  private final MixedRows rows;
  private final double[][] root;

  public CorrelatedCopy(MixedRows rows) {
    this.rows = rows;
    this.root = root(correlations(rows));
  }

  public MixedRows draw(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int columns = rows.width();
    double[][] latent = new double[rows.size()][columns];
    double[] independent = new double[columns];
    for (double[] row : latent) {
      for (int d = 0; d < columns; d++) {
        independent[d] = random.nextGaussian();
        for (int e = 0; e <= d; e++) {
          row[d] += root[d][e] * independent[e];
        }
      }
    }
    for (int d = 0; d < columns; d++) {
      takeValuesByRank(latent, d);
    }
    return rows.with(latent);
  }

  /// The highest latent values take the column's highest; who has a word of a category already,
  /// takes the lowest.
  private void takeValuesByRank(double[][] latent, int d) {
    for (double[] row : latent) {
      for (int e = rows.group(d); e < d; e++) {
        if (rows.group(e) == rows.group(d) && row[e] == 1) {
          row[d] = Double.NEGATIVE_INFINITY;
        }
      }
    }
    double[] values =
        Arrays.stream(rows.values())
            .mapToDouble(row -> row[d])
            .filter(z -> !Double.isNaN(z))
            .sorted()
            .toArray();
    Integer[] byRank =
        IntStream.range(0, latent.length)
            .filter(i -> !Double.isNaN(rows.values()[i][d]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> latent[i][d]))
            .toArray(Integer[]::new);
    for (double[] row : latent) {
      row[d] = Double.NaN;
    }
    for (int rank = 0; rank < byRank.length; rank++) {
      latent[byRank[rank]][d] = values[rank];
    }
  }

  /// Correlations of the latent Gaussians: of normal scores where both columns are measured, and
  /// stretched for yes/no columns, which show only part of theirs.
  private static double[][] correlations(MixedRows rows) {
    int columns = rows.width();
    double[][] scores = new double[columns][];
    for (int d = 0; d < columns; d++) {
      int column = d;
      scores[d] = Arrays.stream(rows.values()).mapToDouble(row -> row[column]).toArray();
    }
    double[][] correlations = new double[columns][columns];
    for (int d = 0; d < columns; d++) {
      correlations[d][d] = 1;
      for (int e = 0; e < d; e++) {
        double seen = Correlation.between(scores[d], scores[e], 20);
        double latent =
            rows.yesNo(d) && rows.yesNo(e)
                ? Math.sin(Math.PI / 2 * seen)
                : rows.yesNo(d) || rows.yesNo(e) ? seen * Math.sqrt(Math.PI / 2) : seen;
        correlations[d][e] = Math.clamp(latent, -.99, .99);
        correlations[e][d] = correlations[d][e];
      }
    }
    return correlations;
  }

  /// The Cholesky root, of correlations shrunk until there is one.
  private static double[][] root(double[][] correlations) {
    for (double shrinkage = 1e-6; ; shrinkage = Math.min(1, shrinkage * 3)) {
      double[][] root = new double[correlations.length][correlations.length];
      if (hasRoot(correlations, 1 - shrinkage, root)) {
        return root;
      }
    }
  }

  private static boolean hasRoot(double[][] correlations, double kept, double[][] root) {
    for (int d = 0; d < root.length; d++) {
      double rest = 1;
      for (int e = 0; e < d; e++) {
        double sum = kept * correlations[d][e];
        for (int f = 0; f < e; f++) {
          sum -= root[d][f] * root[e][f];
        }
        root[d][e] = sum / root[e][e];
        rest -= root[d][e] * root[d][e];
      }
      if (rest <= 1e-9) {
        return false;
      }
      root[d][d] = Math.sqrt(rest);
    }
    return true;
  }
}
