package io.kindred.training;

import io.kindred.features.FeatureTable;
import io.kindred.models.AssignmentRules;
import io.kindred.models.MacroSegment;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Trait;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.segmentation.SegmentDescriber;
import io.kindred.training.segmentation.SegmentDescription;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// The fitted segments as a bundle lists them, described from all customers, those held out too.
final class SegmentCatalog {
  private SegmentCatalog() {}

  static Segments of(SegmentTree model, FeatureTable table, AssignmentRules rules) {
    int[] macroSegmentOf = model.macroSegmentOf();
    int[] segments =
        IntStream.range(0, table.size()).map(row -> model.segment(table.row(row))).toArray();
    int[] macroSegments = Arrays.stream(segments).map(segment -> macroSegmentOf[segment]).toArray();
    return new Segments(
        SegmentDescriber.describe(model.macroSegments(), macroSegments, table).stream()
            .map(SegmentCatalog::macroSegment)
            .toList(),
        SegmentDescriber.describe(model.segments(), segments, table).stream()
            .map(description -> segment(description, macroSegmentOf[description.segment()]))
            .toList(),
        rules);
  }

  private static MacroSegment macroSegment(SegmentDescription description) {
    return new MacroSegment(
        macroId(description.segment()), description.suggestedName(), description.share());
  }

  private static Segment segment(SegmentDescription description, int macro) {
    return new Segment(
        String.format(Locale.ROOT, "s%02d", description.segment() + 1),
        macroId(macro),
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

  private static String macroId(int macro) {
    return String.format(Locale.ROOT, "m%02d", macro + 1);
  }
}
