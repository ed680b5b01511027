package io.kindred.training;

import io.kindred.features.FeatureTable;
import io.kindred.models.MacroSegment;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Trait;
import io.kindred.training.lineage.Identity;
import io.kindred.training.segmentation.SegmentDescriber;
import io.kindred.training.segmentation.SegmentDescription;
import io.kindred.training.segmentation.SegmentModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The fitted segments as a bundle lists them, described from all customers, those held out too.
final class SegmentCatalog {
  private SegmentCatalog() {}

  /// @param identity what the segments are called
  static Segments of(
      SegmentModel model, FeatureTable table, TrainingOptions options, Identity identity) {
    int[] macroSegmentOf = model.macroSegmentOf();
    int[] segments =
        IntStream.range(0, table.size()).map(row -> model.segment(table.row(row))).toArray();
    int[] macroSegments = Arrays.stream(segments).map(segment -> macroSegmentOf[segment]).toArray();
    return new Segments(
        SegmentDescriber.describe(model.macroSegments(), macroSegments, table).stream()
            .map(description -> macroSegment(description, identity))
            .toList(),
        SegmentDescriber.describe(model.segments(), segments, table).stream()
            .map(description ->
                segment(description, macroSegmentOf[description.segment()], identity))
            .toList(),
        options.leastConfidence(),
        options.leastMacroConfidence());
  }

  private static MacroSegment macroSegment(SegmentDescription description, Identity identity) {
    return new MacroSegment(
        identity.macroSegmentIds().get(description.segment()),
        description.suggestedName(),
        description.share());
  }

  private static Segment segment(SegmentDescription description, int macro, Identity identity) {
    return new Segment(
        identity.segmentIds().get(description.segment()),
        identity.macroSegmentIds().get(macro),
        description.suggestedName(),
        description.share(),
        description.customers(),
        description.distinguishing().stream()
            .map(distinction -> trait(description, distinction))
            .toList());
  }

  private static Trait trait(
      SegmentDescription description, SegmentDescription.Distinction distinction) {
    double median =
        description.features().stream()
            .filter(profile -> profile.feature().equals(distinction.feature()))
            .mapToDouble(SegmentDescription.FeatureProfile::median)
            .findFirst()
            .orElseThrow();
    return new Trait(
        distinction.feature(),
        distinction.sentence(),
        distinction.standardisedDifference(),
        median);
  }
}
