package io.kindred.training.segmentation;

import java.util.Comparator;
import java.util.List;

/// Mean difference between confidence and frequency over ten bins of equal size.
final class CalibrationError {
  private static final int BINS = 10;

  private CalibrationError() {}

  /// @param answers the confidence of each, and how far it was right
  static double of(List<double[]> answers) {
    List<double[]> sorted =
        answers.stream().sorted(Comparator.comparingDouble(answer -> answer[0])).toList();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double difference = 0;
      for (double[] answer :
          sorted.subList(sorted.size() * bin / BINS, sorted.size() * (bin + 1) / BINS)) {
        difference += answer[0] - answer[1];
      }
      error += Math.abs(difference) / sorted.size();
    }
    return error;
  }
}
