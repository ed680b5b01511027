package io.kindred.training.mixture;

import io.kindred.models.segmentation.FactorAlgebra;

/// The regression of a block's columns on its factors, in every component.
///
/// After it the factors are standardised again (parameter-expanded EM, Liu, Rubin and Wu 1998):
/// what they were found to be on average and how they were found to vary goes into means and
/// loadings, which takes far fewer steps to converge than holding them at N(0, I).
final class FactorRegression {
  private final SufficientStatistics statistics;
  private final SufficientStatistics.Factors block;
  private final double pseudoCustomers;
  private final double[] populationMean;
  private final int factors;
  private final int components;

  FactorRegression(
      SufficientStatistics statistics, int block, double pseudoCustomers, double[] populationMean) {
    this.statistics = statistics;
    this.block = statistics.factors[block];
    this.pseudoCustomers = pseudoCustomers;
    this.populationMean = populationMean;
    this.factors = this.block.all.length;
    this.components = statistics.weight.length;
  }

  /// Puts a column's mean, loadings and what they leave of its variance into the arrays.
  ///
  /// @param j the column's place in the block
  /// @param d its number
  /// @param tied whether loadings are the same in all components
  void solve(int j, int d, boolean tied, double[] mean, double[] variance, double[][] loading) {
    if (tied) {
      solveTied(j, d, mean, loading);
    } else {
      for (int k = 0; k < components; k++) {
        double[] solved = normal(j, d, k).solved();
        mean[k] = solved[0];
        for (int f = 0; f < factors; f++) {
          loading[f][k] = solved[f + 1];
        }
      }
    }
    for (int k = 0; k < components; k++) {
      variance[k] = leftOver(j, d, k, mean, loading);
    }
  }

  /// The equations of `z = mean + loading x` in one component; the pseudo-customer has no loading.
  private NormalEquations normal(int j, int d, int k) {
    NormalEquations equations = new NormalEquations(factors + 1);
    equations.matrix[0][0] = statistics.known[d][k] + pseudoCustomers;
    equations.right[0] = statistics.sum[d][k] + pseudoCustomers * populationMean[d];
    for (int f = 0; f < factors; f++) {
      equations.matrix[f + 1][0] = block.known[j][f][k];
      equations.right[f + 1] = block.products[j][f][k];
      for (int g = 0; g <= f; g++) {
        equations.matrix[f + 1][g + 1] =
            block.knownPairs[j][FactorAlgebra.pair(f, g)][k] + (f == g ? pseudoCustomers : 0);
      }
    }
    return equations;
  }

  /// Loadings from all components, each about its own mean.
  private void solveTied(int j, int d, double[] mean, double[][] loading) {
    NormalEquations pooled = new NormalEquations(factors);
    for (int k = 0; k < components; k++) {
      NormalEquations own = normal(j, d, k);
      double count = own.matrix[0][0];
      for (int f = 0; f < factors; f++) {
        double crossing = own.matrix[f + 1][0] / count;
        pooled.right[f] += own.right[f + 1] - crossing * own.right[0];
        for (int g = 0; g <= f; g++) {
          pooled.matrix[f][g] += own.matrix[f + 1][g + 1] - crossing * own.matrix[g + 1][0];
        }
      }
    }
    double[] solved = pooled.solved();
    for (int k = 0; k < components; k++) {
      NormalEquations own = normal(j, d, k);
      double sum = own.right[0];
      for (int f = 0; f < factors; f++) {
        loading[f][k] = solved[f];
        sum -= solved[f] * own.matrix[f + 1][0];
      }
      mean[k] = sum / own.matrix[0][0];
    }
  }

  private double leftOver(int j, int d, int k, double[] mean, double[][] loading) {
    double known = statistics.known[d][k];
    double m = mean[k];
    double scatter = statistics.squares[d][k] - 2 * m * statistics.sum[d][k] + m * m * known;
    for (int f = 0; f < factors; f++) {
      scatter += 2 * loading[f][k] * (m * block.known[j][f][k] - block.products[j][f][k]);
      for (int g = 0; g < factors; g++) {
        int pair = FactorAlgebra.pair(Math.max(f, g), Math.min(f, g));
        scatter += loading[f][k] * loading[g][k] * block.knownPairs[j][pair][k];
      }
    }
    return (Math.max(scatter, 0) + pseudoCustomers) / (known + pseudoCustomers);
  }

  /// Brings the factors back to N(0, I).
  void standardise(double[][] mean, double[][][] loading, boolean tied) {
    double[][] average = new double[factors][components];
    double[][] spread = new double[FactorAlgebra.pairs(factors)][components];
    for (int k = 0; k < components; k++) {
      double weight = statistics.weight[k] + pseudoCustomers;
      for (int f = 0; f < factors; f++) {
        average[f][k] = block.all[f][k] / weight;
        for (int g = 0; g <= f; g++) {
          int pair = FactorAlgebra.pair(f, g);
          spread[pair][k] =
              (block.allPairs[pair][k] + (f == g ? pseudoCustomers : 0)) / weight
                  - average[f][k] * average[g][k];
        }
      }
    }
    if (tied) {
      pool(spread);
    }
    for (int k = 0; k < components; k++) {
      double[][] root = root(spread, k);
      for (int j = 0; j < loading.length; j++) {
        for (int f = 0; f < factors; f++) {
          mean[block.columns()[j]][k] += loading[j][f][k] * average[f][k];
        }
        for (int g = 0; g < factors; g++) {
          double sum = 0;
          for (int f = g; f < factors; f++) {
            sum += loading[j][f][k] * root[f][g];
          }
          loading[j][g][k] = sum;
        }
      }
    }
  }

  private void pool(double[][] spread) {
    double total = 0;
    for (double weight : statistics.weight) {
      total += weight;
    }
    for (double[] pair : spread) {
      double sum = 0;
      for (int k = 0; k < components; k++) {
        sum += statistics.weight[k] * pair[k];
      }
      java.util.Arrays.fill(pair, sum / total);
    }
  }

  private double[][] root(double[][] spread, int k) {
    double[][] root = new double[factors][factors];
    for (int f = 0; f < factors; f++) {
      for (int g = 0; g <= f; g++) {
        double sum = spread[FactorAlgebra.pair(f, g)][k];
        for (int h = 0; h < g; h++) {
          sum -= root[f][h] * root[g][h];
        }
        root[f][g] = f == g ? Math.sqrt(Math.max(sum, 1e-12)) : sum / root[g][g];
      }
    }
    return root;
  }

  /// Symmetric equations, the lower half of the matrix filled.
  private static final class NormalEquations {
    private final double[][] matrix;
    private final double[] right;

    private NormalEquations(int size) {
      this.matrix = new double[size][size];
      this.right = new double[size];
    }

    private double[] solved() {
      int size = right.length;
      double[][] root = new double[size][size];
      double[] solved = right.clone();
      for (int f = 0; f < size; f++) {
        for (int g = 0; g <= f; g++) {
          double sum = matrix[f][g];
          for (int h = 0; h < g; h++) {
            sum -= root[f][h] * root[g][h];
          }
          root[f][g] = f == g ? Math.sqrt(Math.max(sum, 1e-12)) : sum / root[g][g];
        }
      }
      for (int f = 0; f < size; f++) {
        for (int h = 0; h < f; h++) {
          solved[f] -= root[f][h] * solved[h];
        }
        solved[f] /= root[f][f];
      }
      for (int f = size - 1; f >= 0; f--) {
        for (int h = f + 1; h < size; h++) {
          solved[f] -= root[h][f] * solved[h];
        }
        solved[f] /= root[f][f];
      }
      return solved;
    }
  }
}
