package io.kindred.training.segmentation;

import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Draws customers of three segments: four columns that rise and fall together within a segment,
/// spend that half of them have none of, an ordered scale and a yes/no column.
final class CorrelatedSimulation {
  private CorrelatedSimulation() {}

  static LabelledTable draw(int customers, double missing, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Feature> features =
        new ArrayList<>(
            IntStream.range(0, 4)
                .mapToObj(d -> LabelledTable.feature("smooth_" + d, MeasurementScale.CONTINUOUS))
                .toList());
    features.add(LabelledTable.feature("spend", MeasurementScale.SKEWED));
    features.add(LabelledTable.feature("scale", MeasurementScale.ORDERED));
    features.add(LabelledTable.feature("member", MeasurementScale.YES_NO));
    float[][] rows = new float[customers][features.size()];
    int[] labels = new int[customers];
    for (int i = 0; i < customers; i++) {
      int segment = i % 3;
      labels[i] = segment;
      double common = random.nextGaussian();
      for (int d = 0; d < 4; d++) {
        rows[i][d] = (float) (2 * ((segment + d) % 3) + .8 * common + .6 * random.nextGaussian());
      }
      rows[i][4] =
          random.nextInt(4) < 2 + segment - 1
              ? (float) Math.exp(3 + segment + .5 * random.nextGaussian())
              : 0;
      rows[i][5] = Math.clamp(Math.round(2 + segment + random.nextGaussian()), 1, 5);
      rows[i][6] = random.nextDouble() < .2 + .3 * segment ? 1 : 0;
      for (int d = 0; d < rows[i].length; d++) {
        rows[i][d] = random.nextDouble() < missing ? Float.NaN : rows[i][d];
      }
    }
    return LabelledTable.of(features, rows, labels);
  }
}
