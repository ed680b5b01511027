package io.kindred.serving.service;

import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.LogOdds;
import io.kindred.scoring.Score;
import io.kindred.scoring.SegmentPlans;
import io.kindred.v1.ExplainScoreRequest;
import io.kindred.v1.ExplainScoreResponse;
import io.kindred.v1.FeatureChanges;
import io.kindred.v1.FeatureRow;
import io.kindred.v1.FeatureValue;
import io.kindred.v1.SegmentExplanation;
import io.kindred.v1.WhatIfPlan;
import io.kindred.v1.WhatIfRequest;
import io.kindred.v1.WhatIfResponse;
import java.time.Instant;
import java.util.List;

/// Why a customer is scored as they are, and what would be different if something were.
final class Explanations {
  private static final Place REQUEST = new Place.Whole();

  private final LiveBundle bundle;
  private final List<String> segmentIds;

  Explanations(LiveBundle bundle) {
    this.bundle = bundle;
    this.segmentIds =
        bundle.contents().segments().segments().stream().map(segment -> segment.id()).toList();
  }

  /// @param now the time of the call
  ExplainScoreResponse explain(ExplainScoreRequest request, Instant now) {
    Violations violations = new Violations();
    ScoreWish wish =
        ScoreWish.read(request.getOptions(), REQUEST.field("options"), bundle, now, violations);
    checkSegment(request.getSegmentId(), REQUEST.field("segment_id"), violations);
    checkSegment(request.getAgainstSegmentId(), REQUEST.field("against_segment_id"), violations);
    if (!request.getSegmentId().isEmpty()
        && request.getSegmentId().equals(request.getAgainstSegmentId())) {
      violations.add(
          REQUEST.field("against_segment_id"),
          "is the segment explained (expected another, or nothing)");
    }
    float[] row =
        bundle.row(request.getSubject(), REQUEST.field("subject"), wish.asOf(), violations);
    Score score = bundle.scorer().score(row, wish.asOf());
    ExplainScoreResponse.Builder response =
        ExplainScoreResponse.newBuilder()
            .setScore(new ScoreWriter(bundle, wish).toMessage(score, row));
    if (segmentIds.size() > 1) {
      int[] order = SegmentReasons.mostProbableFirst(score.outputs().segments().posterior());
      int against = index(request.getAgainstSegmentId(), -1);
      int segment = index(request.getSegmentId(), order[0] == against ? order[1] : order[0]);
      int other = against >= 0 ? against : order[0] == segment ? order[1] : order[0];
      bundle
          .contents()
          .segmentModel()
          .tree()
          .compare(row, segment, other)
          .ifPresent(odds -> response.setSegment(explanation(segment, other, row, odds)));
    }
    return response.build();
  }

  private SegmentExplanation explanation(int segment, int other, float[] row, LogOdds odds) {
    return SegmentExplanation.newBuilder()
        .setSegmentId(segmentIds.get(segment))
        .setAgainstSegmentId(segmentIds.get(other))
        .setLogOdds(odds.total())
        .setSizeDifference(odds.shares())
        .setDifferenceWithin(odds.within())
        .addAllReasons(SegmentReasons.all(bundle.schema(), row, odds))
        .build();
  }

  /// @param now the time of the call
  WhatIfResponse whatIf(WhatIfRequest request, Instant now) {
    Violations violations = new Violations();
    ScoreWish wish =
        ScoreWish.read(request.getOptions(), REQUEST.field("options"), bundle, now, violations);
    switch (request.getQuestionCase()) {
      case CHANGES -> {}
      case WANTED_SEGMENT_ID -> {
        Place place = REQUEST.field("wanted_segment_id");
        if (request.getWantedSegmentId().isEmpty()) {
          violations.add(place, "is empty (expected a segment's id)");
        }
        checkSegment(request.getWantedSegmentId(), place, violations);
      }
      case QUESTION_NOT_SET ->
          violations.add(
              REQUEST.field("question"), "is missing (expected one of changes, wanted_segment_id)");
    }
    float[] row =
        bundle.row(request.getSubject(), REQUEST.field("subject"), wish.asOf(), violations);
    List<float[]> planned =
        request.hasChanges()
            ? List.of(changed(request.getChanges(), row))
            : SegmentPlans.of(
                    bundle.scorer(), row, wish.asOf(), index(request.getWantedSegmentId(), 0))
                .stream()
                .map(SegmentPlans.Plan::row)
                .toList();
    ScoreWriter writer = new ScoreWriter(bundle, wish);
    WhatIfResponse.Builder response =
        WhatIfResponse.newBuilder()
            .setScore(writer.toMessage(bundle.scorer().score(row, wish.asOf()), row));
    for (float[] other : planned) {
      response.addPlans(
          WhatIfPlan.newBuilder()
              .setChanges(difference(row, other))
              .setScore(writer.toMessage(bundle.scorer().score(other, wish.asOf()), other)));
    }
    return response.build();
  }

  private float[] changed(FeatureChanges changes, float[] row) {
    Place place = REQUEST.field("changes");
    Violations violations = new Violations();
    float[] changed = row.clone();
    FeatureSchema schema = bundle.schema();
    List<String> names = schema.features().stream().map(feature -> feature.name()).toList();
    float[] values =
        bundle.featureRow(
            FeatureRow.newBuilder().addAllValues(changes.getValuesList()).build(),
            place,
            violations);
    for (int f = 0; f < changed.length; f++) {
      changed[f] = Float.isNaN(values[f]) ? changed[f] : values[f];
    }
    for (int i = 0; i < changes.getUnknownCount(); i++) {
      String name = changes.getUnknown(i);
      int feature = names.indexOf(name);
      if (feature < 0) {
        violations.addUnknownName(place.item("unknown", i), "feature", name, names);
      } else if (!Float.isNaN(values[feature])) {
        violations.add(
            place.item("unknown", i),
            "is '%s', which has a value too (expected one or the other)".formatted(name));
      } else {
        changed[feature] = Float.NaN;
      }
    }
    violations.refuseIfAny();
    return changed;
  }

  private FeatureChanges difference(float[] row, float[] other) {
    FeatureChanges.Builder changes = FeatureChanges.newBuilder();
    for (int f = 0; f < row.length; f++) {
      String name = bundle.schema().features().get(f).name();
      if (Float.isNaN(other[f]) && !Float.isNaN(row[f])) {
        changes.addUnknown(name);
      } else if (!Float.isNaN(other[f]) && other[f] != row[f]) {
        changes.addValues(FeatureValue.newBuilder().setName(name).setNumber(other[f]));
      }
    }
    return changes.build();
  }

  private void checkSegment(String id, Place place, Violations violations) {
    if (!id.isEmpty() && !segmentIds.contains(id)) {
      violations.addUnknownName(place, "segment", id, segmentIds);
    }
  }

  private int index(String id, int otherwise) {
    return id.isEmpty() ? otherwise : segmentIds.indexOf(id);
  }
}
