package io.kindred.training.metrics;

import io.kindred.models.Measure;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Percentile intervals of a figure by drawing customers anew (Efron & Tibshirani 1993, chapter
/// 13).
public final class Bootstrap {
  private static final int DRAWS = 400;

  private Bootstrap() {}

  /// The 95 % interval of a figure of rows; empty where the figure is not defined for most draws.
  ///
  /// @param figure from row numbers, some of them several times, to the figure
  public static Optional<Measure.Interval> interval(
      int rows, long seed, ToDoubleFunction<int[]> figure) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] drawn = random.ints(rows, 0, rows).toArray();
      figures[draw] = figure.applyAsDouble(drawn);
    }
    double[] defined = Arrays.stream(figures).filter(Double::isFinite).sorted().toArray();
    return defined.length < DRAWS / 2
        ? Optional.empty()
        : Optional.of(
            new Measure.Interval(
                defined[(int) (defined.length * 0.025)], defined[(int) (defined.length * 0.975)]));
  }

  /// The numbers of some rows.
  public static double[] pick(double[] numbers, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray();
  }

  /// The numbers of some rows.
  public static float[] pick(float[] numbers, int[] rows) {
    float[] picked = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = numbers[rows[i]];
    }
    return picked;
  }
}
