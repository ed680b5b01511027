package io.kindred.training.mixture;

import io.kindred.models.segmentation.FactorAlgebra;

/// Columns of one block whose Gaussians are correlated within a component through common factors.
///
/// With x ~ N(0, I) the factors of a row, column d is `z_d = mean_d + loading_d x + noise of
/// variance variance_d`: a factor analyser in each component (Ghahramani and Hinton 1996). Leaving
/// out unknown columns is exact and cheap, which a full covariance does not allow: over known
/// columns d, with
///
/// ```
/// projection  b = sum of loading_d (z_d - mean_d) / variance_d
/// precision   M = I + sum of loading_d loading_d' / variance_d
/// ```
///
/// the log-density exceeds that of independent columns by `(b' M^-1 b - log |M|) / 2`, and the
/// row's factors have mean `M^-1 b` and covariance `M^-1`.
public final class FactorBlock {
  final int[] columns;
  final double weight;
  final int factors;

  /// By place in the block, factor, component.
  final double[][][] loading;

  /// `b = sum of projectionConstant + projectionLinear z`; by place, factor, component.
  final double[][][] projectionConstant;

  final double[][][] projectionLinear;

  /// What a known column adds to M; by place, pair of factors, component.
  final double[][][] information;

  /// M^-1 where every column is known; by component, pair of factors.
  final double[][] completeInverse;

  /// log |M| where every column is known, by component.
  final double[] completeLogDeterminant;

  FactorBlock(
      int[] columns, double weight, double[][][] loading, double[][] mean, double[][] variance) {
    this.columns = columns;
    this.weight = weight;
    this.loading = loading;
    this.factors = loading[0].length;
    int components = loading[0][0].length;
    int pairs = FactorAlgebra.pairs(factors);
    this.projectionConstant = new double[columns.length][factors][components];
    this.projectionLinear = new double[columns.length][factors][components];
    this.information = new double[columns.length][pairs][components];
    double[][] precision = new double[components][pairs];
    for (int k = 0; k < components; k++) {
      for (int j = 0; j < columns.length; j++) {
        int d = columns[j];
        for (int f = 0; f < factors; f++) {
          double scaled = loading[j][f][k] / variance[d][k];
          projectionLinear[j][f][k] = scaled;
          projectionConstant[j][f][k] = -scaled * mean[d][k];
          for (int g = 0; g <= f; g++) {
            information[j][FactorAlgebra.pair(f, g)][k] = scaled * loading[j][g][k];
            precision[k][FactorAlgebra.pair(f, g)] += scaled * loading[j][g][k];
          }
        }
      }
    }
    this.completeInverse = new double[components][pairs];
    this.completeLogDeterminant = new double[components];
    for (int k = 0; k < components; k++) {
      completeLogDeterminant[k] = FactorAlgebra.invert(precision[k], factors, completeInverse[k]);
    }
  }

  public int[] columns() {
    return columns.clone();
  }

  public double weight() {
    return weight;
  }

  public int factors() {
    return factors;
  }

  /// What a known column adds to the projection, apart from its value; by component, factor, place.
  public double[][][] constants() {
    return byComponent(projectionConstant);
  }

  /// What it adds for each unit of its value; by component, factor, place.
  public double[][][] linears() {
    return byComponent(projectionLinear);
  }

  /// What it adds to the precision; by component, pair of factors, place.
  public double[][][] informations() {
    return byComponent(information);
  }

  private static double[][][] byComponent(double[][][] byPlace) {
    int components = byPlace[0][0].length;
    double[][][] turned = new double[components][byPlace[0].length][byPlace.length];
    for (int j = 0; j < byPlace.length; j++) {
      for (int f = 0; f < byPlace[j].length; f++) {
        for (int k = 0; k < components; k++) {
          turned[k][f][j] = byPlace[j][f][k];
        }
      }
    }
    return turned;
  }
}
