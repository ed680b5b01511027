package io.kindred.serving.service;

import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.MacroSegment;
import io.kindred.models.Outputs;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.ValueOutput;
import io.kindred.scoring.Decision;
import io.kindred.scoring.Score;
import io.kindred.v1.AbstentionReason;
import io.kindred.v1.LifetimeValue;
import io.kindred.v1.MacroSegmentAssignment;
import io.kindred.v1.Propensity;
import io.kindred.v1.SegmentAssignment;
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

  io.kindred.v1.Score toMessage(Score score) {
    var message =
        io.kindred.v1.Score.newBuilder()
            .setBundleId(score.bundle().value())
            .setAsOf(Times.toMessage(score.asOf()));
    decide(message, score);
    double[] posterior = score.outputs().segments();
    for (int i : mostProbableFirst(posterior)) {
      message
          .addPosteriorBuilder()
          .setSegmentId(segments.segments().get(i).id())
          .setProbability(posterior[i]);
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
      case Decision.MacroOnly(MacroSegment macro, double _) ->
          message
              .setDecision(io.kindred.v1.Decision.DECISION_MACRO_ONLY)
              .setAbstentionReason(AbstentionReason.ABSTENTION_REASON_NOT_CONFIDENT)
              .setMacroSegment(macroAssignment(macro.id(), score.outputs()));
      case Decision.Abstained(Decision.AbstentionReason reason) ->
          message
              .setDecision(io.kindred.v1.Decision.DECISION_ABSTAINED)
              .setAbstentionReason(
                  switch (reason) {
                    case NOTHING_KNOWN -> AbstentionReason.ABSTENTION_REASON_TOO_LITTLE_KNOWN;
                    case NOT_CONFIDENT -> AbstentionReason.ABSTENTION_REASON_NOT_CONFIDENT;
                  });
    }
  }

  private SegmentAssignment assignment(Segment segment, double confidence) {
    return SegmentAssignment.newBuilder()
        .setSegmentId(segment.id())
        .setConfidence(confidence)
        .setName(wish.isFull() ? segment.displayName() : "")
        .build();
  }

  private MacroSegmentAssignment macroAssignment(String id, Outputs outputs) {
    List<String> ids = segments.macroSegments().stream().map(MacroSegment::id).toList();
    int index = ids.indexOf(id);
    return MacroSegmentAssignment.newBuilder()
        .setSegmentId(id)
        .setProbability(outputs.macroSegments()[index])
        .setName(wish.isFull() ? segments.macroSegments().get(index).name() : "")
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
    if (target.coverage() > 0) {
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
