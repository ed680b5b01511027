package io.kindred.training.mixture;

import io.kindred.models.segmentation.FactorAlgebra;
import java.util.List;

/// What a step of expectation leaves over for the step of maximisation: sums over rows, by column,
/// then component, each row counted by its probability of the component.
final class SufficientStatistics {
  private static final int ROWS = Tile.CAPACITY;

  final double[] weight;
  final double[][] known;
  final double[][] sum;
  final double[][] squares;
  final Factors[] factors;
  double objective;

  /// Sums with a block's factors x.
  static final class Factors {
    private final int[] columns;

    /// By factor, component, and by pair, component: over all rows.
    final double[][] all;

    final double[][] allPairs;

    /// The same by place in the block, over the rows where the column is known.
    final double[][][] known;

    final double[][][] knownPairs;

    /// By place in the block, factor, component: x z.
    final double[][][] products;

    private Factors(int[] columns, int factors, int components) {
      int pairs = FactorAlgebra.pairs(factors);
      this.columns = columns;
      this.all = new double[factors][components];
      this.allPairs = new double[pairs][components];
      this.known = new double[columns.length][factors][components];
      this.knownPairs = new double[columns.length][pairs][components];
      this.products = new double[columns.length][factors][components];
    }

    int[] columns() {
      return columns;
    }
  }

  SufficientStatistics(int components, List<MixedColumn> columns, int blocks, int factors) {
    this.weight = new double[components];
    this.known = new double[columns.size()][components];
    this.sum = new double[columns.size()][components];
    this.squares = new double[columns.size()][components];
    this.factors = new Factors[blocks];
    for (int b = 0; b < blocks; b++) {
      this.factors[b] = new Factors(Mixture.columnsOf(columns, b), factors, components);
    }
  }

  /// Adds a tile's rows.
  void add(Tile tile, TilePosterior tilePosterior) {
    objective += tilePosterior.compute(tile);
    add(tile, tilePosterior.posterior);
    for (int b = 0; b < tilePosterior.mixture.blocks.size(); b++) {
      addFactors(tile, tilePosterior, b);
    }
  }

  /// Adds a tile's rows without factors.
  ///
  /// @param posterior by component, then row
  void add(Tile tile, double[][] posterior) {
    double[] tileWeight = new double[weight.length];
    for (int k = 0; k < weight.length; k++) {
      tileWeight[k] = total(posterior[k]);
      weight[k] += tileWeight[k];
    }
    for (int d = 0; d < sum.length; d++) {
      double[] columnKnown = tile.known()[d];
      int offset = d * ROWS;
      for (int k = 0; k < weight.length; k++) {
        known[d][k] += columnKnown == null ? tileWeight[k] : product(posterior[k], columnKnown, 0);
        addMoments(d, k, posterior[k], tile.values(), offset);
      }
    }
  }

  private void addMoments(int d, int k, double[] share, double[] values, int offset) {
    double first0 = 0;
    double first1 = 0;
    double second0 = 0;
    double second1 = 0;
    for (int i = 0; i < ROWS; i += 2) {
      double z0 = values[offset + i];
      double z1 = values[offset + i + 1];
      double shared0 = share[i] * z0;
      double shared1 = share[i + 1] * z1;
      first0 += shared0;
      first1 += shared1;
      second0 += shared0 * z0;
      second1 += shared1 * z1;
    }
    sum[d][k] += first0 + first1;
    squares[d][k] += second0 + second1;
  }

  private void addFactors(Tile tile, TilePosterior tilePosterior, int b) {
    FactorBlock block = tilePosterior.mixture.blocks.get(b);
    Factors into = factors[b];
    boolean complete = tile.isComplete(block.columns);
    double[][][] mean = tilePosterior.factorMean[b];
    double[][][] covariance = tilePosterior.factorCovariance[b];
    double[][] shared = new double[block.factors][ROWS];
    double[] pair = new double[ROWS];
    for (int k = 0; k < weight.length; k++) {
      double[] share = tilePosterior.posterior[k];
      for (int f = 0; f < block.factors; f++) {
        for (int i = 0; i < ROWS; i++) {
          shared[f][i] = share[i] * mean[f][k][i];
        }
        double total = total(shared[f]);
        into.all[f][k] += total;
        for (int j = 0; j < into.columns.length; j++) {
          double[] columnKnown = tile.known()[into.columns[j]];
          into.known[j][f][k] += columnKnown == null ? total : product(shared[f], columnKnown, 0);
          into.products[j][f][k] += product(shared[f], tile.values(), into.columns[j] * ROWS);
        }
        for (int g = 0; g <= f; g++) {
          int p = FactorAlgebra.pair(f, g);
          for (int i = 0; i < ROWS; i++) {
            double spread = complete ? block.completeInverse[k][p] : covariance[p][k][i];
            pair[i] = shared[f][i] * mean[g][k][i] + share[i] * spread;
          }
          addPair(tile, into, p, k, pair);
        }
      }
    }
  }

  private static void addPair(Tile tile, Factors into, int p, int k, double[] pair) {
    double total = total(pair);
    into.allPairs[p][k] += total;
    for (int j = 0; j < into.columns.length; j++) {
      double[] columnKnown = tile.known()[into.columns[j]];
      into.knownPairs[j][p][k] += columnKnown == null ? total : product(pair, columnKnown, 0);
    }
  }

  /// Adds other sums.
  void add(SufficientStatistics other) {
    objective += other.objective;
    add(weight, other.weight);
    add(known, other.known);
    add(sum, other.sum);
    add(squares, other.squares);
    for (int b = 0; b < factors.length; b++) {
      add(factors[b].all, other.factors[b].all);
      add(factors[b].allPairs, other.factors[b].allPairs);
      for (int j = 0; j < factors[b].columns.length; j++) {
        add(factors[b].known[j], other.factors[b].known[j]);
        add(factors[b].knownPairs[j], other.factors[b].knownPairs[j]);
        add(factors[b].products[j], other.factors[b].products[j]);
      }
    }
  }

  private static void add(double[][] into, double[][] from) {
    for (int d = 0; d < into.length; d++) {
      add(into[d], from[d]);
    }
  }

  private static void add(double[] into, double[] from) {
    for (int k = 0; k < into.length; k++) {
      into[k] += from[k];
    }
  }

  private static double total(double[] numbers) {
    double even = 0;
    double odd = 0;
    for (int i = 0; i < ROWS; i += 2) {
      even += numbers[i];
      odd += numbers[i + 1];
    }
    return even + odd;
  }

  private static double product(double[] one, double[] other, int offset) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int i = 0; i < ROWS; i += 4) {
      sum0 += one[i] * other[offset + i];
      sum1 += one[i + 1] * other[offset + i + 1];
      sum2 += one[i + 2] * other[offset + i + 2];
      sum3 += one[i + 3] * other[offset + i + 3];
    }
    return sum0 + sum1 + sum2 + sum3;
  }
}
