package io.kindred.training.mixture;

import io.kindred.training.mixture.TiltedDistribution.Tilt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A finite mixture over mixed columns: a Gaussian in each smooth column, of which those of a block
/// may be correlated through factors ({@link FactorBlock}); the tilted distribution of all
/// customers in each column with common values ({@link TiltedDistribution}); a Bernoulli in each
/// yes/no column, one categorical in the columns of a category's words.
///
/// With `w` a column's weight, a row's objective is `log sum_k exp(logWeight_k + sum_d w_d log
/// f_kd(z_d))` over its known columns d. Apart from the factors a component's log-density is kept
/// as a polynomial of z, so that all kinds of column run through the same loop.
public final class Mixture {
  private static final double SMALLEST_REST = 1e-3;

  final int components;
  final double[] logWeights;

  /// By column, then component: the mean of z, which for yes/no is the probability of yes.
  final double[][] mean;

  /// By column, then component: of Gaussian columns, what the factors leave over.
  final double[][] variance;

  /// By column, then component; none for columns that are not tilted.
  final Tilt[][] tilts;

  final List<FactorBlock> blocks;

  final double[][] constant;
  final double[][] linear;
  final double[][] quadratic;

  /// @param loadings by block of {@link MixedColumn#block}, place in it, factor, component; empty
  ///   where columns are independent within a component
  Mixture(
      double[] logWeights,
      double[][] mean,
      double[][] variance,
      Tilt[][] tilts,
      List<double[][][]> loadings,
      List<MixedColumn> columns) {
    this.components = logWeights.length;
    this.logWeights = logWeights;
    this.mean = mean;
    this.variance = variance;
    this.tilts = tilts;
    this.constant = new double[mean.length][components];
    this.linear = new double[mean.length][components];
    this.quadratic = new double[mean.length][components];
    this.blocks = new ArrayList<>();
    for (int b = 0; b < loadings.size(); b++) {
      int[] inBlock = columnsOf(columns, b);
      blocks.add(
          new FactorBlock(
              inBlock, columns.get(inBlock[0]).weight(), loadings.get(b), mean, variance));
    }
    for (int d = 0; d < mean.length; d++) {
      for (int k = 0; k < components; k++) {
        setPolynomial(d, k, columns);
      }
    }
  }

  private void setPolynomial(int d, int k, List<MixedColumn> columns) {
    double m = mean[d][k];
    double v = variance[d][k];
    MixedColumn column = columns.get(d);
    double w = column.weight();
    switch (column.family()) {
      case GAUSSIAN -> {
        constant[d][k] = -w * (Math.log(2 * Math.PI * v) + m * m / v) / 2;
        linear[d][k] = w * m / v;
        quadratic[d][k] = -w / (2 * v);
      }
      case TILTED -> {
        constant[d][k] = -w * tilts[d][k].logNormaliser();
        linear[d][k] = w * tilts[d][k].linear();
        quadratic[d][k] = w * tilts[d][k].quadratic();
      }
      case YES_NO -> {
        double none = 1;
        int inGroup = 0;
        for (int other = 0; other < mean.length; other++) {
          if (columns.get(other).group() == column.group()) {
            none -= mean[other][k];
            inGroup++;
          }
        }
        // Where the words leave next to nothing over, every component leaves over the same: a word
        // never seen before then speaks for no segment.
        none = Math.max(none, SMALLEST_REST);
        constant[d][k] = w * Math.log(none) / inGroup;
        linear[d][k] = w * Math.log(m / none);
      }
    }
  }

  static int[] columnsOf(List<MixedColumn> columns, int block) {
    return IntStream.range(0, columns.size())
        .filter(d -> columns.get(d).block() == block)
        .toArray();
  }

  public int components() {
    return components;
  }

  /// Logarithms of the components' shares.
  public double[] logWeights() {
    return logWeights.clone();
  }

  /// A component's mean in a column, over its standardised values.
  public double mean(int column, int component) {
    return mean[column][component];
  }

  /// Coefficients of 1, z and z^2 in a column's log-density, weight included, by component.
  public double[][] polynomial(int column) {
    return new double[][] {
      constant[column].clone(), linear[column].clone(), quadratic[column].clone()
    };
  }

  /// The blocks of columns with common factors.
  public List<FactorBlock> blocks() {
    return List.copyOf(blocks);
  }

  /// The same mixture with some of its components only, in the order given.
  public Mixture only(int[] kept, List<MixedColumn> columns) {
    double[] weights = Arrays.stream(kept).mapToDouble(k -> logWeights[k]).toArray();
    double total = Arrays.stream(weights).map(Math::exp).sum();
    Tilt[][] keptTilts =
        Arrays.stream(tilts)
            .map(column ->
                column.length == 0
                    ? column
                    : Arrays.stream(kept).mapToObj(k -> column[k]).toArray(Tilt[]::new))
            .toArray(Tilt[][]::new);
    return new Mixture(
        Arrays.stream(weights).map(weight -> weight - Math.log(total)).toArray(),
        only(mean, kept),
        only(variance, kept),
        keptTilts,
        blocks.stream()
            .map(block ->
                Arrays.stream(block.loading)
                    .map(place -> only(place, kept))
                    .toArray(double[][][]::new))
            .toList(),
        columns);
  }

  private static double[][] only(double[][] rows, int[] kept) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(kept).mapToDouble(k -> row[k]).toArray())
        .toArray(double[][]::new);
  }

  /// The likeliest component of each row.
  public int[] assign(MixedRows rows) {
    return Arrays.stream(posteriors(rows)).mapToInt(Mixture::likeliest).toArray();
  }

  /// The probability of each component, by row.
  public double[][] posteriors(MixedRows rows) {
    double[][] posteriors = new double[rows.size()][components];
    Tile[] tiles = Tile.of(rows);
    IntStream.range(0, tiles.length)
        .parallel()
        .forEach(t -> {
          TilePosterior tile = new TilePosterior(this);
          tile.compute(tiles[t]);
          for (int i = 0; i < tiles[t].size(); i++) {
            for (int k = 0; k < components; k++) {
              posteriors[t * Tile.CAPACITY + i][k] = tile.posterior[k][i];
            }
          }
        });
    return posteriors;
  }

  /// The objective of each row.
  public double[] objectives(MixedRows rows) {
    double[] objectives = new double[rows.size()];
    Tile[] tiles = Tile.of(rows);
    IntStream.range(0, tiles.length)
        .parallel()
        .forEach(t -> {
          TilePosterior tile = new TilePosterior(this);
          tile.compute(tiles[t]);
          System.arraycopy(tile.objective, 0, objectives, t * Tile.CAPACITY, tiles[t].size());
        });
    return objectives;
  }

  /// The likeliest; of equals the first.
  public static int likeliest(double[] posterior) {
    int best = 0;
    for (int k = 1; k < posterior.length; k++) {
      if (posterior[k] > posterior[best]) {
        best = k;
      }
    }
    return best;
  }
}
