package io.kindred.models.format;

import static io.kindred.models.format.HistoryFormat.constant;
import static io.kindred.models.format.HistoryFormat.word;

import io.kindred.models.Evaluation;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.MacroSegment;
import io.kindred.models.Measure;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.kindred.models.Trait;
import java.util.Optional;

/// What a model predicts and how well, to and from messages.
final class DescriptionFormat {
  private DescriptionFormat() {}

  static io.kindred.models.bundle.v1.Segments toMessage(Segments segments) {
    var message =
        io.kindred.models.bundle.v1.Segments.newBuilder()
            .setLeastConfidence(segments.leastConfidence())
            .setLeastMacroConfidence(segments.leastMacroConfidence());
    for (MacroSegment macro : segments.macroSegments()) {
      message
          .addMacroSegmentsBuilder()
          .setId(macro.id())
          .setName(macro.name())
          .setShare(macro.share());
    }
    for (Segment segment : segments.segments()) {
      var segmentMessage =
          message
              .addSegmentsBuilder()
              .setId(segment.id())
              .setMacroSegmentId(segment.macroSegmentId())
              .setName(segment.name())
              .setShare(segment.share())
              .setCustomers(segment.customers());
      segment.givenName().ifPresent(segmentMessage::setGivenName);
      for (Trait trait : segment.traits()) {
        segmentMessage
            .addTraitsBuilder()
            .setFeature(trait.feature())
            .setText(trait.text())
            .setEffect(trait.effect())
            .setTypicalValue(trait.typicalValue());
      }
    }
    return message.build();
  }

  static Segments fromMessage(io.kindred.models.bundle.v1.Segments message) {
    return new Segments(
        message.getMacroSegmentsList().stream()
            .map(macro -> new MacroSegment(macro.getId(), macro.getName(), macro.getShare()))
            .toList(),
        message.getSegmentsList().stream().map(DescriptionFormat::fromMessage).toList(),
        message.getLeastConfidence(),
        message.getLeastMacroConfidence());
  }

  static io.kindred.models.bundle.v1.Targets toMessage(Targets targets) {
    var message = io.kindred.models.bundle.v1.Targets.newBuilder();
    for (PropensityTarget propensity : targets.propensities()) {
      message
          .addPropensitiesBuilder()
          .setName(propensity.name())
          .setEvent(propensity.event())
          .setHorizonDays(propensity.horizonDays())
          .setDirection(word(propensity.direction()))
          .setBaseRate(propensity.baseRate())
          .setModel(propensity.model());
    }
    message
        .getLifetimeValueBuilder()
        .setHorizonDays(targets.lifetimeValue().horizonDays())
        .setCoverage(targets.lifetimeValue().coverage())
        .setModel(targets.lifetimeValue().model());
    return message.build();
  }

  static Targets fromMessage(io.kindred.models.bundle.v1.Targets message) {
    var value = message.getLifetimeValue();
    return new Targets(
        message.getPropensitiesList().stream()
            .map(propensity ->
                new PropensityTarget(
                    propensity.getName(),
                    propensity.getEvent(),
                    propensity.getHorizonDays(),
                    constant(PropensityTarget.Direction.class, propensity.getDirection()),
                    propensity.getBaseRate(),
                    propensity.getModel()))
            .toList(),
        new LifetimeValueTarget(value.getHorizonDays(), value.getCoverage(), value.getModel()));
  }

  static io.kindred.models.bundle.v1.Evaluation toMessage(Evaluation evaluation) {
    var message =
        io.kindred.models.bundle.v1.Evaluation.newBuilder().addAllRemarks(evaluation.remarks());
    for (Measure measure : evaluation.measures()) {
      var measureMessage =
          message
              .addMeasuresBuilder()
              .setSubject(measure.subject())
              .setName(measure.name())
              .setValue(measure.value())
              .setCustomers(measure.customers())
              .setHigherIsBetter(measure.higherIsBetter());
      measure
          .interval()
          .ifPresent(interval -> measureMessage.setLow(interval.low()).setHigh(interval.high()));
      for (Measure.Baseline baseline : measure.baselines()) {
        measureMessage.addBaselinesBuilder().setName(baseline.name()).setValue(baseline.value());
      }
    }
    return message.build();
  }

  static Evaluation fromMessage(io.kindred.models.bundle.v1.Evaluation message) {
    return new Evaluation(
        message.getMeasuresList().stream().map(DescriptionFormat::fromMessage).toList(),
        message.getRemarksList());
  }

  private static Segment fromMessage(io.kindred.models.bundle.v1.Segment message) {
    return new Segment(
        message.getId(),
        message.getMacroSegmentId(),
        message.getName(),
        message.hasGivenName() ? Optional.of(message.getGivenName()) : Optional.empty(),
        message.getShare(),
        message.getCustomers(),
        message.getTraitsList().stream()
            .map(trait ->
                new Trait(
                    trait.getFeature(),
                    trait.getText(),
                    trait.getEffect(),
                    trait.getTypicalValue()))
            .toList());
  }

  private static Measure fromMessage(io.kindred.models.bundle.v1.Measure message) {
    return new Measure(
        message.getSubject(),
        message.getName(),
        message.getValue(),
        message.hasLow()
            ? Optional.of(new Measure.Interval(message.getLow(), message.getHigh()))
            : Optional.empty(),
        message.getCustomers(),
        message.getHigherIsBetter(),
        message.getBaselinesList().stream()
            .map(baseline -> new Measure.Baseline(baseline.getName(), baseline.getValue()))
            .toList());
  }
}
