package io.kindred.training.command;

import io.kindred.models.BundleContents;
import io.kindred.models.Language;
import io.kindred.models.MacroSegment;
import io.kindred.models.Persona;
import io.kindred.models.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A segment of either level, as the commands print it.
///
/// @param level `macro` or `micro`
/// @param parent the macro-segment of a micro-segment
/// @param name the given name, or else the suggested one
/// @param share of the training customers, 0 to 1
record SegmentFacts(
    String id,
    String level,
    Optional<String> parent,
    String name,
    Optional<String> givenName,
    String suggestedName,
    int customers,
    double share,
    OptionalDouble stability,
    boolean unstable,
    Persona persona) {

  /// All segments, a parent before its children, larger before smaller beside each other.
  static List<SegmentFacts> all(BundleContents contents) {
    List<SegmentFacts> all = new ArrayList<>();
    contents.segments().macroSegments().stream()
        .sorted(
            Comparator.comparingDouble(MacroSegment::share)
                .reversed()
                .thenComparing(MacroSegment::id))
        .forEach(macro -> {
          List<Segment> children =
              contents.segments().segments().stream()
                  .filter(segment -> segment.macroSegmentId().equals(macro.id()))
                  .sorted(
                      Comparator.comparingDouble(Segment::share)
                          .reversed()
                          .thenComparing(Segment::id))
                  .toList();
          all.add(of(macro, children));
          children.forEach(segment -> all.add(of(segment)));
        });
    return all;
  }

  private static SegmentFacts of(MacroSegment macro, List<Segment> children) {
    return new SegmentFacts(
        macro.id(),
        "macro",
        Optional.empty(),
        macro.name().in(Language.ENGLISH),
        macro.name().given(),
        macro.name().suggested().english(),
        children.stream().mapToInt(Segment::customers).sum(),
        macro.share(),
        OptionalDouble.empty(),
        false,
        Persona.NONE);
  }

  private static SegmentFacts of(Segment segment) {
    return new SegmentFacts(
        segment.id(),
        "micro",
        Optional.of(segment.macroSegmentId()),
        segment.name().in(Language.ENGLISH),
        segment.name().given(),
        segment.name().suggested().english(),
        segment.customers(),
        segment.share(),
        segment.stability(),
        segment.unstable(),
        segment.persona());
  }
}
