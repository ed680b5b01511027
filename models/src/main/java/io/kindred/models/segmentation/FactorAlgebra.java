package io.kindred.models.segmentation;

/// Small symmetric matrices of factors, kept as their lower half row by row.
public final class FactorAlgebra {
  private FactorAlgebra() {}

  /// Pairs of factors, a pair being in one order only.
  public static int pairs(int factors) {
    return factors * (factors + 1) / 2;
  }

  /// Where the pair of a factor and an earlier or the same one stands.
  public static int pair(int factor, int earlier) {
    return factor * (factor + 1) / 2 + earlier;
  }

  /// Inverts `I + added` and gives the logarithm of its determinant, by its Cholesky root.
  public static double invert(double[] added, int factors, double[] inverse) {
    if (factors == 1) {
      inverse[0] = 1 / (1 + added[0]);
      return Math.log1p(added[0]);
    }
    if (factors == 2) {
      double first = 1 + added[0];
      double second = 1 + added[2];
      double determinant = first * second - added[1] * added[1];
      inverse[0] = second / determinant;
      inverse[1] = -added[1] / determinant;
      inverse[2] = first / determinant;
      return Math.log(determinant);
    }
    double[] root = added.clone();
    double logDeterminant = 0;
    for (int f = 0; f < factors; f++) {
      for (int g = 0; g <= f; g++) {
        double sum = root[pair(f, g)] + (f == g ? 1 : 0);
        for (int h = 0; h < g; h++) {
          sum -= root[pair(f, h)] * root[pair(g, h)];
        }
        root[pair(f, g)] = f == g ? Math.sqrt(sum) : sum / root[pair(g, g)];
      }
      logDeterminant += 2 * Math.log(root[pair(f, f)]);
    }
    // The root's inverse, in place, then its square.
    double[] rootInverse = new double[root.length];
    for (int f = 0; f < factors; f++) {
      rootInverse[pair(f, f)] = 1 / root[pair(f, f)];
      for (int g = 0; g < f; g++) {
        double sum = 0;
        for (int h = g; h < f; h++) {
          sum -= root[pair(f, h)] * rootInverse[pair(h, g)];
        }
        rootInverse[pair(f, g)] = sum / root[pair(f, f)];
      }
    }
    for (int f = 0; f < factors; f++) {
      for (int g = 0; g <= f; g++) {
        double sum = 0;
        for (int h = f; h < factors; h++) {
          sum += rootInverse[pair(h, f)] * rootInverse[pair(h, g)];
        }
        inverse[pair(f, g)] = sum;
      }
    }
    return logDeterminant;
  }
}
