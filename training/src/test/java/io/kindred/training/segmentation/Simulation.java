package io.kindred.training.segmentation;

import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Draws customers of known segments: two measured columns, one skewed, one ordered and four
/// yes/no.
final class Simulation {
  static final int SEGMENTS = 3;

  private static final List<MeasurementScale> SCALES =
      List.of(
          MeasurementScale.CONTINUOUS,
          MeasurementScale.CONTINUOUS,
          MeasurementScale.SKEWED,
          MeasurementScale.ORDERED,
          MeasurementScale.YES_NO,
          MeasurementScale.YES_NO,
          MeasurementScale.YES_NO,
          MeasurementScale.YES_NO);

  private Simulation() {}

  static List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    for (int d = 0; d < SCALES.size(); d++) {
      features.add(LabelledTable.feature("column_" + d, SCALES.get(d)));
    }
    return features;
  }

  static LabelledTable draw(int customers, double missing, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[customers][SCALES.size()];
    int[] labels = new int[customers];
    for (int i = 0; i < customers; i++) {
      int segment = i % SEGMENTS;
      labels[i] = segment;
      for (int d = 0; d < SCALES.size(); d++) {
        double level = (segment + d) % SEGMENTS;
        rows[i][d] = random.nextDouble() < missing ? Float.NaN : value(d, level, random);
      }
    }
    return LabelledTable.of(features(), rows, labels);
  }

  private static float value(int column, double level, Random random) {
    return switch (SCALES.get(column)) {
      case CONTINUOUS -> (float) (3 * level + random.nextGaussian());
      case SKEWED -> (float) Math.exp(2 + 1.5 * level + .6 * random.nextGaussian());
      case ORDERED -> Math.clamp(Math.round(1 + 2 * level + random.nextGaussian()), 1, 5);
      case YES_NO -> random.nextDouble() < .15 + .35 * level ? 1 : 0;
    };
  }
}
