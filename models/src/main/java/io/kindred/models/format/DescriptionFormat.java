package io.kindred.models.format;

import static io.kindred.models.format.HistoryFormat.constant;
import static io.kindred.models.format.HistoryFormat.word;

import io.kindred.models.Evaluation;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.Measure;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Reliability;
import io.kindred.models.Targets;
import java.util.Optional;

/// What a model predicts and how well, to and from messages.
final class DescriptionFormat {
  private DescriptionFormat() {}

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
        io.kindred.models.bundle.v1.Evaluation.newBuilder()
            .addAllRemarks(evaluation.remarks())
            .setSeed(evaluation.seed());
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
    for (Reliability reliability : evaluation.segmentConfidence()) {
      var reliabilityMessage =
          message
              .addSegmentConfidenceBuilder()
              .setGroup(reliability.group())
              .setCustomers(reliability.customers())
              .setCalibrationError(reliability.calibrationError())
              .setCoverage(reliability.coverage())
              .setMeanSetSize(reliability.meanSetSize());
      for (Reliability.Bin bin : reliability.bins()) {
        reliabilityMessage
            .addBinsBuilder()
            .setMeanConfidence(bin.meanConfidence())
            .setFrequency(bin.frequency())
            .setCustomers(bin.customers());
      }
    }
    return message.build();
  }

  private static Reliability fromMessage(io.kindred.models.bundle.v1.Reliability message) {
    return new Reliability(
        message.getGroup(),
        message.getCustomers(),
        message.getCalibrationError(),
        message.getCoverage(),
        message.getMeanSetSize(),
        message.getBinsList().stream()
            .map(bin ->
                new Reliability.Bin(
                    bin.getMeanConfidence(), bin.getFrequency(), bin.getCustomers()))
            .toList());
  }

  static Evaluation fromMessage(io.kindred.models.bundle.v1.Evaluation message) {
    return new Evaluation(
        message.getMeasuresList().stream().map(DescriptionFormat::fromMessage).toList(),
        message.getSegmentConfidenceList().stream().map(DescriptionFormat::fromMessage).toList(),
        message.getRemarksList(),
        message.getSeed());
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
