package io.kindred.training.evaluation;

import io.kindred.models.Measure;
import io.kindred.training.segmentation.Candidate;
import io.kindred.training.segmentation.Segmentation;
import java.util.List;
import java.util.Optional;

/// A segmentation's stability and the honesty of its confidence, beside k-means and one segment.
public final class SegmentEvaluation {
  private static final String SUBJECT = "segments";

  private SegmentEvaluation() {}

  public static List<Measure> of(Segmentation segmentation, int customers) {
    int segments = segmentation.model().segments();
    Candidate chosen = candidate(segmentation, segments);
    Candidate one = candidate(segmentation, 1);
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
            List.of(
                new Measure.Baseline(
                    "mean confidence given", segmentation.confidence().meanConfidence()))));
  }

  private static Candidate candidate(Segmentation segmentation, int segments) {
    return segmentation.candidates().stream()
        .filter(candidate -> candidate.segments() == segments)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("no candidate of %d segments was tried".formatted(segments)));
  }
}
