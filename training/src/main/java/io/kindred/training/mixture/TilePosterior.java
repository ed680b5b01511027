package io.kindred.training.mixture;

import io.kindred.models.segmentation.FactorAlgebra;
import java.util.Arrays;

/// The posterior of each row of a tile under a mixture, and of its factors; holds the arrays for
/// it.
final class TilePosterior {
  private static final int ROWS = Tile.CAPACITY;

  final Mixture mixture;

  /// By component, then row.
  final double[][] posterior;

  final double[] objective = new double[ROWS];

  /// The factors' mean in each component; by block, factor, component, then row.
  final double[][][][] factorMean;

  /// The factors' covariance; by block, pair, component, then row. Where a tile is complete in the
  /// block it is {@link FactorBlock#completeInverse} and stands there.
  final double[][][][] factorCovariance;

  private final double[] largest = new double[ROWS];

  TilePosterior(Mixture mixture) {
    this.mixture = mixture;
    this.posterior = new double[mixture.components][ROWS];
    this.factorMean = new double[mixture.blocks.size()][][][];
    this.factorCovariance = new double[mixture.blocks.size()][][][];
    for (int b = 0; b < factorMean.length; b++) {
      int factors = mixture.blocks.get(b).factors;
      factorMean[b] = new double[factors][mixture.components][ROWS];
      factorCovariance[b] = new double[FactorAlgebra.pairs(factors)][mixture.components][ROWS];
    }
  }

  /// Fills the arrays and gives the sum of the rows' objectives.
  double compute(Tile tile) {
    for (int k = 0; k < mixture.components; k++) {
      Arrays.fill(posterior[k], mixture.logWeights[k]);
    }
    for (int d = 0; d < mixture.constant.length; d++) {
      addColumn(tile, d);
    }
    for (int b = 0; b < factorMean.length; b++) {
      addBlock(tile, b);
    }
    return normalised(tile.size());
  }

  private void addColumn(Tile tile, int d) {
    double[] values = tile.values();
    int offset = d * ROWS;
    double[] known = tile.known()[d];
    for (int k = 0; k < mixture.components; k++) {
      double c = mixture.constant[d][k];
      double l = mixture.linear[d][k];
      double q = mixture.quadratic[d][k];
      double[] into = posterior[k];
      if (known == null) {
        for (int i = 0; i < ROWS; i++) {
          double z = values[offset + i];
          into[i] += c + z * (l + z * q);
        }
      } else {
        for (int i = 0; i < ROWS; i++) {
          double z = values[offset + i];
          into[i] += c * known[i] + z * (l + z * q);
        }
      }
    }
  }

  private void addBlock(Tile tile, int b) {
    FactorBlock block = mixture.blocks.get(b);
    boolean complete = tile.isComplete(block.columns);
    for (int f = 0; f < block.factors; f++) {
      for (int k = 0; k < mixture.components; k++) {
        project(tile, block, f, k, factorMean[b][f][k]);
      }
    }
    if (!complete) {
      gatherPrecision(tile, block, factorCovariance[b]);
    }
    for (int k = 0; k < mixture.components; k++) {
      addFactors(block, k, complete, factorMean[b], factorCovariance[b]);
    }
  }

  private static void project(Tile tile, FactorBlock block, int f, int k, double[] into) {
    Arrays.fill(into, 0);
    for (int j = 0; j < block.columns.length; j++) {
      double constant = block.projectionConstant[j][f][k];
      double linear = block.projectionLinear[j][f][k];
      double[] values = tile.values();
      int offset = block.columns[j] * ROWS;
      double[] known = tile.known()[block.columns[j]];
      if (known == null) {
        for (int i = 0; i < ROWS; i++) {
          into[i] += constant + values[offset + i] * linear;
        }
      } else {
        for (int i = 0; i < ROWS; i++) {
          into[i] += constant * known[i] + values[offset + i] * linear;
        }
      }
    }
  }

  private void gatherPrecision(Tile tile, FactorBlock block, double[][][] into) {
    for (int p = 0; p < into.length; p++) {
      for (int k = 0; k < mixture.components; k++) {
        double[] sums = into[p][k];
        Arrays.fill(sums, 0);
        for (int j = 0; j < block.columns.length; j++) {
          double information = block.information[j][p][k];
          double[] known = tile.known()[block.columns[j]];
          for (int i = 0; i < ROWS; i++) {
            sums[i] += known == null ? information : information * known[i];
          }
        }
      }
    }
  }

  /// Adds what the factors say to the scores, and turns projections into the factors' means and
  /// precisions into their covariances.
  private void addFactors(
      FactorBlock block, int k, boolean complete, double[][][] means, double[][][] covariances) {
    double[] into = posterior[k];
    int factors = block.factors;
    if (factors == 1) {
      double[] mean = means[0][k];
      double[] covariance = covariances[0][k];
      if (complete) {
        double inverse = block.completeInverse[k][0];
        double logDeterminant = block.completeLogDeterminant[k];
        for (int i = 0; i < ROWS; i++) {
          double projection = mean[i];
          mean[i] = inverse * projection;
          into[i] += block.weight / 2 * (projection * mean[i] - logDeterminant);
        }
      } else {
        for (int i = 0; i < ROWS; i++) {
          double projection = mean[i];
          double precision = 1 + covariance[i];
          covariance[i] = 1 / precision;
          mean[i] = projection / precision;
          into[i] += block.weight / 2 * (projection * mean[i] - Math.log(precision));
        }
      }
      return;
    }
    double[] added = new double[covariances.length];
    double[] inverse = block.completeInverse[k];
    double logDeterminant = block.completeLogDeterminant[k];
    double[] own = new double[covariances.length];
    double[] projection = new double[factors];
    for (int i = 0; i < ROWS; i++) {
      if (!complete) {
        for (int p = 0; p < added.length; p++) {
          added[p] = covariances[p][k][i];
        }
        logDeterminant = FactorAlgebra.invert(added, factors, own);
        inverse = own;
        for (int p = 0; p < added.length; p++) {
          covariances[p][k][i] = own[p];
        }
      }
      double sum = 0;
      for (int f = 0; f < factors; f++) {
        projection[f] = means[f][k][i];
      }
      for (int f = 0; f < factors; f++) {
        double mean = 0;
        for (int g = 0; g < factors; g++) {
          mean += inverse[FactorAlgebra.pair(Math.max(f, g), Math.min(f, g))] * projection[g];
        }
        means[f][k][i] = mean;
        sum += mean * projection[f];
      }
      into[i] += block.weight / 2 * (sum - logDeterminant);
    }
  }

  private double normalised(int rows) {
    System.arraycopy(posterior[0], 0, largest, 0, ROWS);
    for (int k = 1; k < mixture.components; k++) {
      double[] scores = posterior[k];
      for (int i = 0; i < ROWS; i++) {
        largest[i] = Math.max(largest[i], scores[i]);
      }
    }
    Arrays.fill(objective, 0);
    for (int k = 0; k < mixture.components; k++) {
      double[] scores = posterior[k];
      for (int i = 0; i < rows; i++) {
        scores[i] = Math.exp(scores[i] - largest[i]);
        objective[i] += scores[i];
      }
      // Rows that a last tile does not have count nowhere.
      Arrays.fill(scores, rows, ROWS, 0);
    }
    for (int k = 0; k < mixture.components; k++) {
      double[] scores = posterior[k];
      for (int i = 0; i < rows; i++) {
        scores[i] /= objective[i];
      }
    }
    double total = 0;
    for (int i = 0; i < rows; i++) {
      objective[i] = largest[i] + Math.log(objective[i]);
      total += objective[i];
    }
    return total;
  }
}
