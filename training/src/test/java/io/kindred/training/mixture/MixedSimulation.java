package io.kindred.training.mixture;

import io.kindred.training.mixture.MixedColumn.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Draws rows of three components: four correlated columns, one scale of five, two words of a
/// category and one yes/no column.
final class MixedSimulation {
  static final int COMPONENTS = 3;
  private static final int COLUMNS = 8;

  private MixedSimulation() {}

  static MixedRows draw(int rows, double missing, double weight, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[rows][COLUMNS];
    for (int i = 0; i < rows; i++) {
      int component = i % COMPONENTS;
      double common = random.nextGaussian();
      for (int d = 0; d < 4; d++) {
        double level = (component + d) % COMPONENTS - 1;
        values[i][d] = 1.2 * level + .4 * common + .5 * random.nextGaussian();
      }
      values[i][4] = Math.clamp(Math.round(component + random.nextGaussian()), -1, 3) - 1;
      int word = random.nextInt(2) == 0 ? component : random.nextInt(3);
      values[i][5] = word == 0 ? 1 : 0;
      values[i][6] = word == 1 ? 1 : 0;
      values[i][7] = random.nextDouble() < .2 + .3 * component ? 1 : 0;
      for (int d = 0; d < COLUMNS; d++) {
        if (random.nextDouble() < missing) {
          values[i][d] = Double.NaN;
          // The words of a category are known together.
          values[i][d == 5 ? 6 : d == 6 ? 5 : d] = Double.NaN;
        }
      }
    }
    return new MixedRows(values, columns(values, weight));
  }

  private static List<MixedColumn> columns(double[][] values, double weight) {
    List<MixedColumn> columns = new ArrayList<>();
    for (int d = 0; d < 4; d++) {
      columns.add(new MixedColumn(Family.GAUSSIAN, d, d, 0, weight, .02, Optional.empty()));
    }
    double[] scale =
        Arrays.stream(values).mapToDouble(row -> row[4]).filter(z -> !Double.isNaN(z)).toArray();
    columns.add(
        new MixedColumn(
            Family.TILTED,
            4,
            4,
            MixedColumn.NO_BLOCK,
            weight,
            .02,
            Optional.of(TiltedDistribution.of(scale))));
    for (int group : new int[] {5, 5, 7}) {
      columns.add(
          new MixedColumn(
              Family.YES_NO,
              group,
              columns.size(),
              MixedColumn.NO_BLOCK,
              weight,
              .02,
              Optional.empty()));
    }
    return columns;
  }

  static int[] labels(int rows) {
    return IntStream.range(0, rows).map(i -> i % COMPONENTS).toArray();
  }
}
