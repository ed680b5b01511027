package io.kindred.serving.service;

import io.kindred.models.Bundle;
import io.kindred.models.BundleId;
import io.kindred.models.MacroSegment;
import io.kindred.models.Outputs;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.ValueOutput;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.scoring.Decision;
import io.kindred.scoring.Score;
import io.kindred.v1.LifetimeValue;
import io.kindred.v1.Propensity;
import io.kindred.v1.SegmentProbability;
import java.util.List;

/// Scores from answers, in the order of the bundle's outputs again.
final class ScoreReader {
  private final Bundle bundle;
  private final List<String> segmentIds;
  private final List<String> macroIds;
  private final List<String> targets;

  ScoreReader(Bundle bundle) {
    this.bundle = bundle;
    this.segmentIds = segments().segments().stream().map(Segment::id).toList();
    this.macroIds = segments().macroSegments().stream().map(MacroSegment::id).toList();
    this.targets =
        bundle.contents().targets().propensities().stream().map(PropensityTarget::name).toList();
  }

  /// The score that a message holds.
  ///
  /// @throws IllegalStateException where it names what the bundle does not know
  Score fromMessage(io.kindred.v1.Score message) {
    return new Score(
        new BundleId(message.getBundleId()),
        Times.fromMessage(message.getAsOf()),
        decision(message),
        outputs(message));
  }

  private Outputs outputs(io.kindred.v1.Score message) {
    double[] posterior = probabilities(message.getPosteriorList());
    double[] macroPosterior = bundle.contents().segmentModel().tree().macroPosterior(posterior);
    double[] propensities = new double[targets.size()];
    for (Propensity propensity : message.getPropensitiesList()) {
      propensities[index(targets, propensity.getTarget())] = propensity.getProbability();
    }
    double[] value = new double[ValueOutput.COLUMNS];
    LifetimeValue lifetimeValue = message.getLifetimeValue();
    for (ValueOutput output : ValueOutput.values()) {
      value[output.column()] =
          switch (output) {
            case PROBABILITY_ALIVE -> lifetimeValue.getProbabilityAlive();
            case EXPECTED_ORDERS -> lifetimeValue.getExpectedOrders();
            case EXPECTED_SPEND -> lifetimeValue.getExpectedSpend();
            case SPEND_LOW -> lifetimeValue.getSpendRange().getLow();
            case SPEND_HIGH -> lifetimeValue.getSpendRange().getHigh();
          };
    }
    return new Outputs(
        new SegmentOutputs(
            posterior,
            macroPosterior,
            message.getSegmentForecastsList().stream()
                .map(forecast -> probabilities(forecast.getSegmentsList()))
                .toArray(double[][]::new),
            message.getFamiliarity()),
        propensities,
        value);
  }

  private double[] probabilities(List<SegmentProbability> messages) {
    double[] probabilities = new double[segmentIds.size()];
    for (SegmentProbability probability : messages) {
      probabilities[index(segmentIds, probability.getSegmentId())] = probability.getProbability();
    }
    return probabilities;
  }

  private Decision decision(io.kindred.v1.Score message) {
    return switch (message.getDecision()) {
      case DECISION_ASSIGNED ->
          new Decision.Assigned(
              segments().segments().get(index(segmentIds, message.getSegment().getSegmentId())),
              message.getSegment().getConfidence());
      case DECISION_MACRO_ONLY ->
          new Decision.MacroOnly(
              segments()
                  .macroSegments()
                  .get(index(macroIds, message.getMacroSegment().getSegmentId())),
              macroConfidence(message),
              reason(message));
      case DECISION_ABSTAINED -> new Decision.Abstained(reason(message));
      case DECISION_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalStateException(
              "a score's decision is %d (expected one that this version knows)"
                  .formatted(message.getDecisionValue()));
    };
  }

  private double macroConfidence(io.kindred.v1.Score message) {
    int macro = index(macroIds, message.getMacroSegment().getSegmentId());
    return bundle
        .contents()
        .segmentModel()
        .tree()
        .macroPosterior(outputs(message).segments().settled())[macro];
  }

  private static Decision.AbstentionReason reason(io.kindred.v1.Score message) {
    return switch (message.getAbstentionReason()) {
      case ABSTENTION_REASON_TOO_LITTLE_KNOWN -> Decision.AbstentionReason.TOO_LITTLE_KNOWN;
      case ABSTENTION_REASON_UNLIKE_ANYTHING_SEEN -> Decision.AbstentionReason.UNLIKE_ANYTHING_SEEN;
      case ABSTENTION_REASON_STALE -> Decision.AbstentionReason.STALE;
      case ABSTENTION_REASON_SET_TOO_WIDE -> Decision.AbstentionReason.SET_TOO_WIDE;
      case ABSTENTION_REASON_NOT_CONFIDENT -> Decision.AbstentionReason.NOT_CONFIDENT;
      case ABSTENTION_REASON_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalStateException(
              "a score's abstention reason is %s (expected one that this version gives)"
                  .formatted(message.getAbstentionReason()));
    };
  }

  private Segments segments() {
    return bundle.contents().segments();
  }

  private int index(List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalStateException(
          "a score names '%s', which %s does not know (expected a score of that bundle)"
              .formatted(name, bundle));
    }
    return index;
  }
}
