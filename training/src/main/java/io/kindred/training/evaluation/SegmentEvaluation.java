package io.kindred.training.evaluation;

import io.kindred.models.Measure;
import io.kindred.models.Reliability;
import io.kindred.models.SegmentWords;
import io.kindred.training.segmentation.Candidate;
import io.kindred.training.segmentation.Comparison;
import io.kindred.training.segmentation.ForecastCheck;
import io.kindred.training.segmentation.Segmentation;
import io.kindred.training.segmentation.TrainedSegments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// A segmentation's stability and the honesty of its confidence, beside other ways to segment and
/// one segment.
public final class SegmentEvaluation {
  private SegmentEvaluation() {}

  /// The figures; but for the number of segments those of the fit are of the largest macro-segment
  /// in which segments were learned.
  ///
  /// @param customers how many the segments were fitted to
  /// @param comparison with other ways, in the same macro-segment
  public static List<Measure> of(
      TrainedSegments trained, int customers, Optional<Comparison> comparison) {
    List<Measure> measures = new ArrayList<>();
    // What other ways find is beside ours only where both looked at all customers.
    boolean comparable = trained.fit().parts().size() == 1;
    measures.add(numberOfSegments(trained, customers, comparable ? comparison : Optional.empty()));
    trained
        .fit()
        .largestPart()
        .flatMap(part -> trained.fit().parts().get(part))
        .ifPresent(largest -> measures.addAll(fitted(largest, comparison)));
    measures.addAll(ofConfidence(trained));
    return measures;
  }

  /// The figures that there are after a segment was divided: those of the search for the segments
  /// before are not of these.
  ///
  /// @param customers how many the segments were fitted to
  public static List<Measure> afterDivision(TrainedSegments trained, int customers) {
    List<Measure> measures = new ArrayList<>();
    measures.add(numberOfSegments(trained, customers, Optional.empty()));
    measures.addAll(ofConfidence(trained));
    return measures;
  }

  private static Measure numberOfSegments(
      TrainedSegments trained, int customers, Optional<Comparison> comparison) {
    return new Measure(
        SegmentWords.SUBJECT,
        "number of segments",
        trained.model().segments(),
        Optional.empty(),
        customers,
        true,
        baselines(comparison, Comparison.Row::findsNumber, Comparison.Row::segments));
  }

  /// The figures of confidence, prediction sets and forecasts.
  private static List<Measure> ofConfidence(TrainedSegments trained) {
    List<Measure> measures = new ArrayList<>();
    trained.confidence().stream().findFirst().ifPresent(all -> measures.addAll(ofAll(all)));
    for (ForecastCheck check : trained.forecasts()) {
      measures.add(
          new Measure(
              SegmentWords.SUBJECT,
              "log-loss of the segment in %d days".formatted(check.days()),
              check.logLoss(),
              Optional.empty(),
              check.examples(),
              false,
              List.of(
                  new Measure.Baseline("Markov", check.markov()),
                  new Measure.Baseline("stays", check.stays()))));
    }
    return measures;
  }

  private static List<Measure> ofAll(Reliability all) {
    return List.of(
        measure(SegmentWords.CALIBRATION_ERROR, all.calibrationError(), all.customers(), false),
        measure(SegmentWords.COVERAGE, all.coverage(), all.customers(), true),
        measure(SegmentWords.MEAN_SET_SIZE, all.meanSetSize(), all.customers(), false));
  }

  private static Measure measure(String name, double value, int customers, boolean higherIsBetter) {
    return new Measure(
        SegmentWords.SUBJECT, name, value, Optional.empty(), customers, higherIsBetter, List.of());
  }

  private static List<Measure> fitted(Segmentation segmentation, Optional<Comparison> comparison) {
    Candidate chosen = segmentation.chosen();
    Candidate one = segmentation.candidate(1);
    int customers = segmentation.customers();
    List<Measure> measures = new ArrayList<>();
    measures.add(
        new Measure(
            SegmentWords.SUBJECT,
            "stability over half samples",
            chosen.stability(),
            Optional.empty(),
            customers,
            true,
            baselines(comparison, _ -> true, Comparison.Row::stability)));
    if (comparison.isPresent()) {
      measures.add(
          new Measure(
              SegmentWords.SUBJECT,
              "same segments as ours",
              comparison.get().ours().agreement(),
              Optional.empty(),
              customers,
              true,
              baselines(comparison, _ -> true, Comparison.Row::agreement)));
      measures.add(
          new Measure(
              SegmentWords.SUBJECT,
              "customers left out",
              comparison.get().ours().leftOut(),
              Optional.empty(),
              customers,
              false,
              baselines(comparison, _ -> true, Comparison.Row::leftOut)));
    }
    measures.add(
        new Measure(
            SegmentWords.SUBJECT,
            "log-likelihood of unseen customers",
            chosen.logLikelihood(),
            Optional.empty(),
            customers,
            true,
            List.of(new Measure.Baseline("one segment", one.logLikelihood()))));
    measures.add(
        measure(
            "agreement when half is known",
            segmentation.confidence().agreement(),
            customers,
            true));
    return measures;
  }

  private static List<Measure.Baseline> baselines(
      Optional<Comparison> comparison,
      Predicate<Comparison.Row> isShown,
      ToDoubleFunction<Comparison.Row> figure) {
    return comparison.stream()
        .flatMap(each -> each.others().stream())
        .filter(isShown)
        .map(row -> new Measure.Baseline(row.name(), figure.applyAsDouble(row)))
        .toList();
  }
}
