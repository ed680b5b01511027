package io.kindred.serving.service;

import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.MacroSegment;
import io.kindred.models.Outputs;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.ValueOutput;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.scoring.Decision;
import io.kindred.scoring.Score;
import io.kindred.v1.AbstentionReason;
import io.kindred.v1.LifetimeValue;
import io.kindred.v1.MacroSegmentAssignment;
import io.kindred.v1.PredictionSet;
import io.kindred.v1.Propensity;
import io.kindred.v1.SegmentAssignment;
import io.kindred.v1.SegmentProbability;
import io.kindred.v1.TargetDirection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Scores as callers are told them.
final class ScoreWriter {
  private final LiveBundle bundle;
  private final Segments segments;
  private final ScoreWish wish;

  ScoreWriter(LiveBundle bundle, ScoreWish wish) {
    this.bundle = bundle;
    this.segments = bundle.contents().segments();
    this.wish = wish;
  }

  /// @param row the features that were scored
  io.kindred.v1.Score toMessage(Score score, float[] row) {
    var message =
        io.kindred.v1.Score.newBuilder()
            .setBundleId(score.bundle().value())
            .setAsOf(Times.toMessage(score.asOf()));
    decide(message, score);
    SegmentOutputs ofSegments = score.outputs().segments();
    message
        .addAllPosterior(probabilities(ofSegments.posterior()))
        .setPredictionSet(predictionSet(ofSegments.settled()))
        .setFamiliarity(ofSegments.familiarity());
    List<SegmentForecast> forecasts = bundle.contents().segmentModel().forecasts();
    for (int f = 0; f < forecasts.size(); f++) {
      message
          .addSegmentForecastsBuilder()
          .setHorizonDays(forecasts.get(f).days())
          .addAllSegments(probabilities(ofSegments.forecasts()[f]));
    }
    if (wish.isFull()) {
      message.addAllReasons(SegmentReasons.of(bundle, row, ofSegments.posterior()));
    }
    double[] propensities = score.outputs().propensities();
    for (int i : wish.targets()) {
      message.addPropensities(propensity(bundle.targets().get(i), propensities[i]));
    }
    LifetimeValueTarget target = bundle.contents().targets().lifetimeValue();
    if (target.horizonDays() > 0) {
      message.setLifetimeValue(lifetimeValue(target, score.outputs()));
    }
    return message.build();
  }

  private void decide(io.kindred.v1.Score.Builder message, Score score) {
    switch (score.decision()) {
      case Decision.Assigned(Segment segment, double confidence) ->
          message
              .setDecision(io.kindred.v1.Decision.DECISION_ASSIGNED)
              .setSegment(assignment(segment, confidence))
              .setMacroSegment(macroAssignment(segment.macroSegmentId(), score.outputs()));
      case Decision.MacroOnly(MacroSegment macro, double _, Decision.AbstentionReason reason) ->
          message
              .setDecision(io.kindred.v1.Decision.DECISION_MACRO_ONLY)
              .setAbstentionReason(reason(reason))
              .setMacroSegment(macroAssignment(macro.id(), score.outputs()));
      case Decision.Abstained(Decision.AbstentionReason reason) ->
          message
              .setDecision(io.kindred.v1.Decision.DECISION_ABSTAINED)
              .setAbstentionReason(reason(reason));
    }
  }

  private static AbstentionReason reason(Decision.AbstentionReason reason) {
    return switch (reason) {
      case TOO_LITTLE_KNOWN -> AbstentionReason.ABSTENTION_REASON_TOO_LITTLE_KNOWN;
      case UNLIKE_ANYTHING_SEEN -> AbstentionReason.ABSTENTION_REASON_UNLIKE_ANYTHING_SEEN;
      case STALE -> AbstentionReason.ABSTENTION_REASON_STALE;
      case SET_TOO_WIDE -> AbstentionReason.ABSTENTION_REASON_SET_TOO_WIDE;
      case NOT_CONFIDENT -> AbstentionReason.ABSTENTION_REASON_NOT_CONFIDENT;
    };
  }

  private List<SegmentProbability> probabilities(double[] ofSegments) {
    return mostProbableFirst(ofSegments).stream()
        .map(i ->
            SegmentProbability.newBuilder()
                .setSegmentId(segments.segments().get(i).id())
                .setProbability(ofSegments[i])
                .build())
        .toList();
  }

  private PredictionSet predictionSet(double[] settled) {
    PredictionSets sets = segments.rules().sets();
    int level = wish.setLevel();
    PredictionSet.Builder set = PredictionSet.newBuilder().setCoverage(sets.levels()[level]);
    for (int segment : sets.set(level, settled)) {
      set.addSegmentIds(segments.segments().get(segment).id());
    }
    return set.build();
  }

  private SegmentAssignment assignment(Segment segment, double confidence) {
    return SegmentAssignment.newBuilder()
        .setSegmentId(segment.id())
        .setConfidence(confidence)
        .setName(wish.isFull() ? segment.name().in(wish.language()) : "")
        .build();
  }

  private MacroSegmentAssignment macroAssignment(String id, Outputs outputs) {
    List<String> ids = segments.macroSegments().stream().map(MacroSegment::id).toList();
    int index = ids.indexOf(id);
    return MacroSegmentAssignment.newBuilder()
        .setSegmentId(id)
        .setProbability(outputs.segments().macroSegments()[index])
        .setName(
            wish.isFull() ? segments.macroSegments().get(index).name().in(wish.language()) : "")
        .build();
  }

  private static Propensity propensity(PropensityTarget target, double probability) {
    return Propensity.newBuilder()
        .setTarget(target.name())
        .setEvent(target.event())
        .setHorizonDays(target.horizonDays())
        .setDirection(direction(target))
        .setProbability(probability)
        .build();
  }

  static TargetDirection direction(PropensityTarget target) {
    return switch (target.direction()) {
      case HIGH_IS_GOOD -> TargetDirection.TARGET_DIRECTION_WANTED;
      case HIGH_IS_BAD -> TargetDirection.TARGET_DIRECTION_UNWANTED;
    };
  }

  private LifetimeValue lifetimeValue(LifetimeValueTarget target, Outputs outputs) {
    LifetimeValue.Builder value =
        LifetimeValue.newBuilder()
            .setHorizonDays(target.horizonDays())
            .setExpectedOrders(outputs.value(ValueOutput.EXPECTED_ORDERS))
            .setProbabilityAlive(outputs.value(ValueOutput.PROBABILITY_ALIVE))
            .setExpectedSpend(outputs.value(ValueOutput.EXPECTED_SPEND))
            .setCurrency(bundle.schema().currency());
    if (target.coverage() > 0 && wish.wants(target.coverage())) {
      value
          .getSpendRangeBuilder()
          .setLow(outputs.value(ValueOutput.SPEND_LOW))
          .setHigh(outputs.value(ValueOutput.SPEND_HIGH))
          .setCoverage(target.coverage());
    }
    return value.build();
  }

  private static List<Integer> mostProbableFirst(double[] posterior) {
    return IntStream.range(0, posterior.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -posterior[i]))
        .toList();
  }
}
