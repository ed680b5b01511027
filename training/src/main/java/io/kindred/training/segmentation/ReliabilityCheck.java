package io.kindred.training.segmentation;

import io.kindred.models.Reliability;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.Probabilities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Whether confidence and prediction sets were right, on examples that nothing was fitted to.
final class ReliabilityCheck {
  private static final int BINS = 10;
  private static final int FEWEST = 20;

  private ReliabilityCheck() {}

  /// Of all customers, and of each band with at least 20 examples; nothing without examples.
  ///
  /// @param forecasts one for each example
  /// @param bandNames by band
  /// @param level of the sets, its place
  static List<Reliability> of(
      ForecastExamples examples,
      List<double[]> forecasts,
      List<String> bandNames,
      PredictionSets sets,
      int level) {
    if (examples.size() == 0) {
      return List.of();
    }
    List<Reliability> groups = new ArrayList<>();
    groups.add(group("all", _ -> true, examples, forecasts, sets, level));
    for (int band = 0; band < bandNames.size(); band++) {
      int wanted = band;
      Reliability group =
          group(
              bandNames.get(band),
              i -> examples.bands().get(i) == wanted,
              examples,
              forecasts,
              sets,
              level);
      if (group.customers() >= FEWEST) {
        groups.add(group);
      }
    }
    return groups;
  }

  private static Reliability group(
      String name,
      IntPredicate member,
      ForecastExamples examples,
      List<double[]> forecasts,
      PredictionSets sets,
      int level) {
    List<Answer> answers =
        IntStream.range(0, examples.size())
            .filter(member)
            .mapToObj(i ->
                answer(
                    examples.posteriors().get(i),
                    forecasts.get(i),
                    examples.outcomes().get(i),
                    sets,
                    level))
            .sorted(Comparator.comparingDouble(Answer::confidence))
            .toList();
    List<Reliability.Bin> bins = new ArrayList<>();
    double error = 0;
    int used = Math.min(BINS, answers.size());
    for (int bin = 0; bin < used; bin++) {
      List<Answer> in =
          answers.subList(answers.size() * bin / used, answers.size() * (bin + 1) / used);
      double confidence = in.stream().mapToDouble(Answer::confidence).average().orElseThrow();
      double frequency = in.stream().mapToDouble(Answer::right).average().orElseThrow();
      bins.add(new Reliability.Bin(confidence, frequency, in.size()));
      error += Math.abs(confidence - frequency) * in.size() / answers.size();
    }
    return new Reliability(
        name,
        answers.size(),
        error,
        answers.stream().mapToDouble(Answer::covered).average().orElse(1),
        answers.stream().mapToDouble(Answer::setSize).average().orElse(0),
        bins);
  }

  /// @param right how far the segment given turned out
  /// @param covered how far the set held what turned out
  private record Answer(double confidence, double right, double covered, double setSize) {}

  private static Answer answer(
      double[] posterior, double[] forecast, double[] outcome, PredictionSets sets, int level) {
    int given = Probabilities.likeliest(posterior);
    int[] set = sets.set(level, forecast);
    return new Answer(
        forecast[given],
        outcome[given],
        IntStream.of(set).mapToDouble(k -> outcome[k]).sum(),
        set.length);
  }
}
