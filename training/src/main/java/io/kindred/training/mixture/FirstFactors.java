package io.kindred.training.mixture;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/// Factors to begin with: the first principal axes of what first assignments leave over, the same
/// in every component.
final class FirstFactors {
  private static final int LARGEST_SAMPLE = 5_000;

  /// The least of a factor's variance, so that it can grow.
  private static final double LEAST = .05;

  /// The largest part of a column's variance that factors take at first.
  private static final double MOST = .8;

  private FirstFactors() {}

  static Mixture added(
      Mixture independent, MixedRows rows, int[] assigned, int factors, int blocks) {
    double[][] variance =
        java.util.Arrays.stream(independent.variance).map(double[]::clone).toArray(double[][]::new);
    List<double[][][]> loadings = new ArrayList<>();
    for (int b = 0; b < blocks; b++) {
      int[] columns = Mixture.columnsOf(rows.columns(), b);
      double[][] axes = axes(within(independent, rows, assigned, columns), factors);
      double[][][] loading = new double[columns.length][factors][independent.components];
      for (int j = 0; j < columns.length; j++) {
        double[] ofColumn = variance[columns[j]];
        for (int k = 0; k < ofColumn.length; k++) {
          double explained = 0;
          for (int f = 0; f < factors; f++) {
            explained += axes[f][j] * axes[f][j];
          }
          double shrinkage =
              Math.min(1, Math.sqrt(MOST * ofColumn[k] / Math.max(explained, 1e-12)));
          for (int f = 0; f < factors; f++) {
            loading[j][f][k] = shrinkage * axes[f][j];
          }
          ofColumn[k] =
              Math.max(
                  ofColumn[k] - shrinkage * shrinkage * explained,
                  rows.columns().get(columns[j]).floor());
        }
      }
      loadings.add(loading);
    }
    return new Mixture(
        independent.logWeights,
        independent.mean,
        variance,
        independent.tilts,
        loadings,
        rows.columns());
  }

  /// The covariance about the components' means, an unknown value counting as its mean.
  private static double[][] within(Mixture mixture, MixedRows rows, int[] assigned, int[] columns) {
    double[][] covariance = new double[columns.length][columns.length];
    int step = Math.max(1, rows.size() / LARGEST_SAMPLE);
    double[] residual = new double[columns.length];
    int used = 0;
    for (int i = 0; i < rows.size(); i += step) {
      for (int j = 0; j < columns.length; j++) {
        double z = rows.values()[i][columns[j]];
        residual[j] = Double.isNaN(z) ? 0 : z - mixture.mean[columns[j]][assigned[i]];
      }
      for (int j = 0; j < columns.length; j++) {
        for (int other = 0; other < columns.length; other++) {
          covariance[j][other] += residual[j] * residual[other];
        }
      }
      used++;
    }
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= used;
      }
    }
    return covariance;
  }

  private static double[][] axes(double[][] covariance, int factors) {
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(covariance));
    double[] values = eigen.getEigenvalues();
    double rest = 0;
    for (int j = factors; j < values.length; j++) {
      rest += values[j] / (values.length - factors);
    }
    double[][] axes = new double[factors][];
    for (int f = 0; f < factors; f++) {
      double scale = Math.sqrt(Math.max(values[f] - rest, LEAST));
      axes[f] = eigen.getEigenvector(f).mapMultiply(scale).toArray();
    }
    return axes;
  }
}
