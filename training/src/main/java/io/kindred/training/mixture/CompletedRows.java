package io.kindred.training.mixture;

import io.kindred.models.segmentation.FactorAlgebra;
import io.kindred.training.mixture.MixedColumn.Family;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Customers whose unknown values are drawn from what a mixture says of them, given what is known:
/// first the component, then its factors, then the values. How two fits divide whole customers can
/// so be compared where none is whole.
public final class CompletedRows {
  private final Mixture mixture;
  private final MixedRows rows;
  private final RandomGenerator random;

  private CompletedRows(Mixture mixture, MixedRows rows, long seed) {
    this.mixture = mixture;
    this.rows = rows;
    this.random = new SplittableRandom(seed);
  }

  /// The same rows where all is known.
  public static MixedRows of(MixedRows rows, Mixture mixture, long seed) {
    return Arrays.stream(rows.values()).allMatch(CompletedRows::isComplete)
        ? rows
        : new CompletedRows(mixture, rows, seed).completed();
  }

  private static boolean isComplete(double[] row) {
    return Arrays.stream(row).noneMatch(Double::isNaN);
  }

  private MixedRows completed() {
    double[][] completed = new double[rows.size()][];
    TilePosterior posterior = new TilePosterior(mixture);
    Tile[] tiles = Tile.of(rows);
    for (int t = 0; t < tiles.length; t++) {
      posterior.compute(tiles[t]);
      for (int i = 0; i < tiles[t].size(); i++) {
        double[] row = rows.values()[t * Tile.CAPACITY + i].clone();
        if (!isComplete(row)) {
          complete(row, posterior, tiles[t], i);
        }
        completed[t * Tile.CAPACITY + i] = row;
      }
    }
    return rows.with(completed);
  }

  private void complete(double[] row, TilePosterior posterior, Tile tile, int i) {
    int k = component(posterior.posterior, i);
    double[] common = new double[row.length];
    for (int b = 0; b < mixture.blocks.size(); b++) {
      addFactors(posterior, b, tile, k, i, common);
    }
    for (int d = 0; d < row.length; d++) {
      if (Double.isNaN(row[d])) {
        if (rows.columns().get(d).family() == Family.YES_NO) {
          drawWord(row, rows.group(d), k);
        } else {
          row[d] = drawNumber(d, k, common[d]);
        }
      }
    }
  }

  private int component(double[][] posterior, int i) {
    double left = random.nextDouble();
    int k = 0;
    while (k < posterior.length - 1 && left >= posterior[k][i]) {
      left -= posterior[k][i];
      k++;
    }
    return k;
  }

  /// What a draw of a block's factors adds to the mean of each of its columns.
  private void addFactors(
      TilePosterior posterior, int b, Tile tile, int k, int i, double[] common) {
    FactorBlock block = mixture.blocks.get(b);
    boolean whole = tile.isComplete(block.columns);
    double[][] root = new double[block.factors][block.factors];
    double[] noise = new double[block.factors];
    for (int f = 0; f < block.factors; f++) {
      noise[f] = random.nextGaussian();
      double factor = posterior.factorMean[b][f][k][i];
      for (int g = 0; g <= f; g++) {
        int pair = FactorAlgebra.pair(f, g);
        double sum =
            whole ? block.completeInverse[k][pair] : posterior.factorCovariance[b][pair][k][i];
        for (int h = 0; h < g; h++) {
          sum -= root[f][h] * root[g][h];
        }
        root[f][g] = f == g ? Math.sqrt(Math.max(sum, 0)) : sum / Math.max(root[g][g], 1e-12);
        factor += root[f][g] * noise[g];
      }
      for (int j = 0; j < block.columns.length; j++) {
        common[block.columns[j]] += block.loading[j][f][k] * factor;
      }
    }
  }

  private double drawNumber(int d, int k, double common) {
    MixedColumn column = rows.columns().get(d);
    return column.family() == Family.TILTED
        ? column.base().orElseThrow().draw(mixture.tilts[d][k], random)
        : mixture.mean[d][k] + common + Math.sqrt(mixture.variance[d][k]) * random.nextGaussian();
  }

  /// At most one of the words that stand together.
  private void drawWord(double[] row, int group, int k) {
    double left = random.nextDouble();
    for (int d = group; d < row.length; d++) {
      if (rows.group(d) == group) {
        double yes = mixture.mean[d][k];
        row[d] = left >= 0 && left < yes ? 1 : 0;
        left -= yes;
      }
    }
  }
}
