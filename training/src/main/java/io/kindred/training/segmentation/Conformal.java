package io.kindred.training.segmentation;

import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.Probabilities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Thresholds of prediction sets from forecasts of customers that were not fitted to.
///
/// A set with the likeliest segment and all whose probability reaches the threshold holds the
/// customer's own as often as the level says (split conformal prediction, Vovk; Sadinle, Lei and
/// Wasserman 2019). One threshold for all gives the smallest sets; a small segment may then be left
/// out of its own customers' sets time and again. Its threshold is lowered until its own coverage
/// is at most {@link PredictionSets#FLOOR_BELOW} under the level.
final class Conformal {
  /// Customers of a segment from which it can have a threshold of its own.
  private static final double FEWEST = 20;

  private final List<double[]> forecasts;
  private final ForecastExamples examples;
  private final int segments;

  private Conformal(List<double[]> forecasts, ForecastExamples examples, int segments) {
    this.forecasts = forecasts;
    this.examples = examples;
    this.segments = segments;
  }

  /// @param forecasts of the examples, by fits that had not seen them
  /// @param levels ascending
  static PredictionSets sets(
      List<double[]> forecasts, ForecastExamples examples, int segments, double[] levels) {
    Conformal conformal = new Conformal(forecasts, examples, segments);
    double[][] thresholds = new double[levels.length][];
    for (int level = 0; level < levels.length; level++) {
      thresholds[level] = conformal.thresholds(levels[level]);
    }
    return new PredictionSets(levels, thresholds);
  }

  /// The probability that a forecast gave to what turned out, counted by how far it turned out.
  private record Given(double probability, double weight) {}

  private double[] thresholds(double level) {
    int[] all = IntStream.range(0, segments).toArray();
    double common = threshold(all, level);
    double[] thresholds = new double[segments];
    for (int k = 0; k < segments; k++) {
      int[] own = {k};
      thresholds[k] =
          weight(own) < FEWEST
              ? common
              : Math.min(common, threshold(own, level - PredictionSets.FLOOR_BELOW));
    }
    return thresholds;
  }

  private double weight(int[] of) {
    return examples.outcomes().stream()
        .mapToDouble(outcome -> IntStream.of(of).mapToDouble(k -> outcome[k]).sum())
        .sum();
  }

  /// The largest threshold at which the given share of what turned out is in the sets, one customer
  /// more being counted as left out.
  private double threshold(int[] of, double level) {
    List<Given> given = new ArrayList<>();
    double total = 0;
    for (int i = 0; i < forecasts.size(); i++) {
      int likeliest = Probabilities.likeliest(forecasts.get(i));
      for (int k : of) {
        double weight = examples.outcomes().get(i)[k];
        if (weight > 0) {
          // The likeliest segment is in the set whatever the threshold.
          given.add(new Given(k == likeliest ? 1 : forecasts.get(i)[k], weight));
          total += weight;
        }
      }
    }
    if (given.isEmpty()) {
      return 0;
    }
    // Rows of one customer are one observation.
    double customers =
        (double) new HashSet<>(examples.customers()).size() * total / Math.max(1, examples.size());
    double wanted = Math.min(1, level * (customers + 1) / customers);
    given.sort(Comparator.comparingDouble(Given::probability).reversed());
    double covered = 0;
    for (Given each : given) {
      covered += each.weight;
      if (covered >= wanted * total) {
        return each.probability;
      }
    }
    return 0;
  }
}
