package io.kindred.benchmarks;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.training.segmentation.Mixtures;
import io.kindred.training.segmentation.Segmentation;
import io.kindred.training.segmentation.SegmentationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// What segments of very many customers cost: made-up customers of eight segments with 40 mixed
/// columns, of which 5 % of the cells are unknown, fitted with the default options.
///
/// Argument: how many customers (default 500,000).
public final class LargeTable {
  private static final int SEGMENTS = 8;
  private static final double UNKNOWN = .05;

  /// Twelve measured, eight skewed (every other one 0 for many), six ordered, fourteen yes/no.
  private static final int[] UP_TO = {12, 20, 26, 40};

  private LargeTable() {}

  public static void main(String[] arguments) throws Exception {
    int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
    FeatureTable table = draw(customers, 1);
    System.out.printf(Locale.ROOT, "made: %.1f s CPU%n", Cost.cpuSeconds());
    long begun = System.nanoTime();
    Cost.Timed<Segmentation> fitted =
        Cost.timed(() -> Mixtures.fit(table, SegmentationOptions.defaults(1)));
    System.out.printf(
        Locale.ROOT,
        "%d customers x %d columns: %d segments (%s), %.1f CPU minutes, %.1f minutes, peak %d MB%n",
        customers,
        table.schema().size(),
        fitted.answer().segments(),
        fitted.answer().covariance(),
        fitted.cpuSeconds() / 60,
        (System.nanoTime() - begun) / 6e10,
        Cost.peakMegabytes());
  }

  private static FeatureTable draw(int customers, long seed) {
    Random random = new Random(seed);
    int width = UP_TO[UP_TO.length - 1];
    double[][] levels = new double[SEGMENTS][width];
    double[][] loadings = new double[SEGMENTS][width];
    for (int k = 0; k < SEGMENTS; k++) {
      for (int d = 0; d < width; d++) {
        levels[k][d] = random.nextGaussian();
        loadings[k][d] = .5 * random.nextGaussian();
      }
    }
    float[][] rows = new float[customers][width];
    for (float[] row : rows) {
      int segment = random.nextInt(SEGMENTS);
      double factor = random.nextGaussian();
      for (int d = 0; d < width; d++) {
        double level = levels[segment][d];
        row[d] =
            random.nextDouble() < UNKNOWN
                ? Float.NaN
                : value(d, level, loadings[segment][d] * factor, random);
      }
    }
    List<Feature> features = new ArrayList<>();
    for (int d = 0; d < width; d++) {
      features.add(PlainTable.feature("column_" + d, scale(d), Basis.BEHAVIOURAL));
    }
    return PlainTable.of(features, rows);
  }

  private static MeasurementScale scale(int d) {
    return d < UP_TO[0]
        ? MeasurementScale.CONTINUOUS
        : d < UP_TO[1]
            ? MeasurementScale.SKEWED
            : d < UP_TO[2] ? MeasurementScale.ORDERED : MeasurementScale.YES_NO;
  }

  private static float value(int d, double level, double common, Random random) {
    return switch (scale(d)) {
      case CONTINUOUS -> (float) (level + common + .8 * random.nextGaussian());
      case SKEWED ->
          d % 2 == 0 && random.nextDouble() < .3
              ? 0
              : (float) Math.exp(2 + level + common + .6 * random.nextGaussian());
      case ORDERED -> Math.clamp(Math.round(3 + level + random.nextGaussian()), 1, 5);
      case YES_NO -> random.nextDouble() < 1 / (1 + Math.exp(-1.5 * level)) ? 1 : 0;
    };
  }
}
