package io.kindred.training;

import io.kindred.features.FeatureTable;
import io.kindred.models.MacroSegment;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Trait;
import io.kindred.training.segmentation.SegmentDescriber;
import io.kindred.training.segmentation.SegmentDescription;
import io.kindred.training.segmentation.SegmentModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The fitted segments as a bundle lists them, described from the customers they were fitted to.
final class SegmentCatalog {
  private static final int MOST_TRAITS = 6;

  private SegmentCatalog() {}

  static Segments of(SegmentModel model, FeatureTable table, TrainingOptions options) {
    List<SegmentDescription> descriptions = SegmentDescriber.describe(model, table);
    int[] macroSegmentOf = model.macroSegmentOf();
    List<MacroSegment> macroSegments = new ArrayList<>();
    for (int macro = 0; macro < model.macroSegments(); macro++) {
      int number = macro;
      List<SegmentDescription> members =
          descriptions.stream()
              .filter(description -> macroSegmentOf[description.segment()] == number)
              .toList();
      macroSegments.add(
          new MacroSegment(
              macroId(macro),
              members.stream()
                  .max(Comparator.comparingDouble(SegmentDescription::share))
                  .map(SegmentDescription::suggestedName)
                  .map(name -> members.size() == 1 ? name : name + " and like")
                  .orElseThrow(),
              members.stream().collect(Collectors.summingDouble(SegmentDescription::share))));
    }
    List<Segment> segments =
        descriptions.stream()
            .map(description -> segment(description, macroSegmentOf[description.segment()]))
            .toList();
    return new Segments(
        macroSegments, segments, options.leastConfidence(), options.leastMacroConfidence());
  }

  private static Segment segment(SegmentDescription description, int macro) {
    return new Segment(
        "s%02d".formatted(description.segment() + 1),
        macroId(macro),
        description.suggestedName(),
        description.share(),
        description.customers(),
        description.distinguishing().stream()
            .limit(MOST_TRAITS)
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
    return "m%02d".formatted(macro + 1);
  }
}
