package io.kindred.training.evaluation;

import io.kindred.models.Measure;
import io.kindred.models.Reliability;
import io.kindred.training.segmentation.Candidate;
import io.kindred.training.segmentation.ForecastCheck;
import io.kindred.training.segmentation.Segmentation;
import io.kindred.training.segmentation.TrainedSegments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A segmentation's stability and the honesty of its confidence, beside k-means and one segment.
public final class SegmentEvaluation {
  private static final String SUBJECT = "segments";

  private SegmentEvaluation() {}

  /// The figures; those of the fit are of the largest macro-segment in which segments were learned.
  public static List<Measure> of(TrainedSegments trained) {
    List<Measure> measures = new ArrayList<>();
    trained.fit().parts().stream()
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(Segmentation::customers))
        .ifPresent(largest -> measures.addAll(fitted(largest)));
    measures.addAll(ofConfidence(trained));
    return measures;
  }

  /// The figures of confidence, prediction sets and forecasts.
  public static List<Measure> ofConfidence(TrainedSegments trained) {
    List<Measure> measures = new ArrayList<>();
    Reliability all = trained.confidence().getFirst();
    measures.add(
        measure("calibration error of confidence", all.calibrationError(), all.customers(), false));
    measures.add(measure("coverage of prediction sets", all.coverage(), all.customers(), true));
    measures.add(
        measure("mean size of prediction sets", all.meanSetSize(), all.customers(), false));
    for (ForecastCheck check : trained.forecasts()) {
      measures.add(
          new Measure(
              SUBJECT,
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

  private static Measure measure(String name, double value, int customers, boolean higherIsBetter) {
    return new Measure(
        SUBJECT, name, value, Optional.empty(), customers, higherIsBetter, List.of());
  }

  private static List<Measure> fitted(Segmentation segmentation) {
    Candidate chosen = candidate(segmentation, segmentation.segments());
    Candidate one = candidate(segmentation, 1);
    int customers = segmentation.customers();
    return List.of(
        new Measure(
            SUBJECT,
            "stability over half samples",
            chosen.stability(),
            Optional.empty(),
            customers,
            true,
            List.of(new Measure.Baseline("k-means", chosen.kMeansStability()))),
        new Measure(
            SUBJECT,
            "held-out log-likelihood",
            chosen.heldOutLogLikelihood(),
            Optional.empty(),
            customers,
            true,
            List.of(new Measure.Baseline("one segment", one.heldOutLogLikelihood()))),
        new Measure(
            SUBJECT,
            "agreement when half is known",
            segmentation.confidence().agreement(),
            Optional.empty(),
            customers,
            true,
            List.of()));
  }

  private static Candidate candidate(Segmentation segmentation, int segments) {
    return segmentation.candidates().stream()
        .filter(candidate -> candidate.segments() == segments)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("no candidate of %d segments was tried".formatted(segments)));
  }
}
