package io.kindred.serving.service;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.models.BundleContents;
import io.kindred.models.Language;
import io.kindred.models.Measure;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.v1.AttributeType;
import io.kindred.v1.Basis;
import io.kindred.v1.Bundle;
import io.kindred.v1.BundleAlias;
import io.kindred.v1.BundleState;
import io.kindred.v1.FeatureType;
import io.kindred.v1.Metric;
import io.kindred.v1.Target;

/// Bundles as callers are told them.
final class BundleWriter {
  /// Of the intervals in a bundle's evaluation.
  private static final double METRIC_COVERAGE = .95;

  private BundleWriter() {}

  /// The bundle that answers.
  static Bundle toMessage(LiveBundle live) {
    BundleContents contents = live.contents();
    Bundle.Builder message =
        Bundle.newBuilder()
            .setBundleId(live.id().value())
            .setModel(contents.name().value())
            .setDataEndTime(Times.toMessage(contents.asOf()))
            .addAliases(BundleAlias.BUNDLE_ALIAS_CHAMPION)
            .setState(BundleState.BUNDLE_STATE_LOADED)
            .setSchema(toMessage(contents.schema()))
            .setLifetimeValueHorizonDays(contents.targets().lifetimeValue().horizonDays())
            .setSegmentCount(
                contents.segments().macroSegments().size() + contents.segments().segments().size())
            .addAllLanguages(Language.TAGS)
            .addAllCoverageLevels(live.coverageLevels())
            .setCustomerCount(
                contents.segments().segments().stream().mapToLong(Segment::customers).sum());
    contents
        .lineage()
        .previous()
        .ifPresent(previous -> message.setPreviousBundleId(previous.value()));
    live.targets().forEach(target -> message.addTargets(toMessage(target)));
    contents.evaluation().measures().forEach(measure -> message.addMetrics(toMessage(measure)));
    return message.build();
  }

  private static io.kindred.v1.FeatureSchema toMessage(FeatureSchema schema) {
    var message =
        io.kindred.v1.FeatureSchema.newBuilder()
            .setFingerprint(schema.fingerprint())
            .setTimeZone(schema.zone().getId())
            .setCurrency(schema.currency());
    schema
        .features()
        .forEach(feature ->
            message
                .addFeaturesBuilder()
                .setName(feature.name())
                .setType(type(feature.scale()))
                .setUnit(feature.unit())
                .setDescription(feature.description())
                .setBasis(toMessage(feature.basis())));
    schema
        .attributes()
        .forEach(attribute ->
            message
                .addAttributesBuilder()
                .setName(attribute.name())
                .setBasis(toMessage(attribute.basis()))
                .setType(type(attribute))
                .setLowest(attribute.lowest())
                .setHighest(attribute.highest()));
    return message.build();
  }

  private static Target toMessage(PropensityTarget target) {
    return Target.newBuilder()
        .setName(target.name())
        .setEvent(target.event())
        .setHorizonDays(target.horizonDays())
        .setDirection(ScoreWriter.direction(target))
        .setBaseRate(target.baseRate())
        .build();
  }

  private static Metric toMessage(Measure measure) {
    Metric.Builder message =
        Metric.newBuilder()
            .setName(measure.name())
            .setSubject(measure.subject())
            .setValue(measure.value())
            .setHigherIsBetter(measure.higherIsBetter());
    measure
        .interval()
        .ifPresent(interval ->
            message
                .getRangeBuilder()
                .setLow(interval.low())
                .setHigh(interval.high())
                .setCoverage(METRIC_COVERAGE));
    measure
        .baselines()
        .forEach(baseline ->
            message.addBaselinesBuilder().setName(baseline.name()).setValue(baseline.value()));
    return message.build();
  }

  private static FeatureType type(MeasurementScale scale) {
    return switch (scale) {
      case YES_NO -> FeatureType.FEATURE_TYPE_YES_NO;
      case SKEWED, CONTINUOUS, ORDERED -> FeatureType.FEATURE_TYPE_NUMBER;
    };
  }

  private static AttributeType type(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case NUMBER -> AttributeType.ATTRIBUTE_TYPE_NUMBER;
      case CATEGORY -> AttributeType.ATTRIBUTE_TYPE_CATEGORY;
      case SCALE -> AttributeType.ATTRIBUTE_TYPE_SCALE;
      case YES_NO -> AttributeType.ATTRIBUTE_TYPE_YES_NO;
      case MULTI_VALUE -> AttributeType.ATTRIBUTE_TYPE_MULTI_VALUE;
      case DATE -> AttributeType.ATTRIBUTE_TYPE_DATE;
    };
  }

  private static Basis toMessage(io.kindred.features.Basis basis) {
    return switch (basis) {
      case BEHAVIOURAL -> Basis.BASIS_BEHAVIOURAL;
      case DEMOGRAPHIC -> Basis.BASIS_DEMOGRAPHIC;
      case GEOGRAPHIC -> Basis.BASIS_GEOGRAPHIC;
      case PSYCHOGRAPHIC -> Basis.BASIS_PSYCHOGRAPHIC;
      case TECHNOGRAPHIC -> Basis.BASIS_TECHNOGRAPHIC;
      case FIRMOGRAPHIC -> Basis.BASIS_FIRMOGRAPHIC;
      case SITUATIONAL -> Basis.BASIS_SITUATIONAL;
    };
  }
}
