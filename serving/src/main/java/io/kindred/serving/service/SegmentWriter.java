package io.kindred.serving.service;

import io.kindred.models.MacroSegment;
import io.kindred.models.Segments;
import io.kindred.models.Trait;
import io.kindred.v1.Persona;
import io.kindred.v1.Segment;
import io.kindred.v1.SegmentLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Segments as callers are told them.
final class SegmentWriter {
  private SegmentWriter() {}

  /// Every segment with its persona, a parent before its children, larger before smaller beside
  /// each other.
  static List<Segment> all(Segments segments) {
    List<Segment> all = new ArrayList<>();
    segments.macroSegments().stream()
        .sorted(
            Comparator.comparingDouble(MacroSegment::share)
                .reversed()
                .thenComparing(MacroSegment::id))
        .forEach(macro -> {
          List<io.kindred.models.Segment> children =
              segments.segments().stream()
                  .filter(segment -> segment.macroSegmentId().equals(macro.id()))
                  .sorted(
                      Comparator.comparingDouble(io.kindred.models.Segment::share)
                          .reversed()
                          .thenComparing(io.kindred.models.Segment::id))
                  .toList();
          all.add(toMessage(macro, children));
          children.forEach(segment -> all.add(toMessage(segment)));
        });
    return all;
  }

  private static Segment toMessage(MacroSegment macro, List<io.kindred.models.Segment> children) {
    return Segment.newBuilder()
        .setSegmentId(macro.id())
        .setName(macro.name())
        .setLevel(SegmentLevel.SEGMENT_LEVEL_MACRO)
        .setCustomerCount(children.stream().mapToLong(io.kindred.models.Segment::customers).sum())
        .setCustomerShare(macro.share())
        .build();
  }

  private static Segment toMessage(io.kindred.models.Segment segment) {
    Persona.Builder persona = Persona.newBuilder().setSuggestedName(segment.name());
    for (Trait trait : segment.traits()) {
      persona
          .addTraitsBuilder()
          .setFeature(trait.feature())
          .setText(trait.text())
          .setEffectSize(trait.effect());
      persona
          .addTypicalFeaturesBuilder()
          .setFeature(trait.feature())
          .setMedian(trait.typicalValue());
    }
    return Segment.newBuilder()
        .setSegmentId(segment.id())
        .setName(segment.displayName())
        .setLevel(SegmentLevel.SEGMENT_LEVEL_MICRO)
        .setParentSegmentId(segment.macroSegmentId())
        .setCustomerCount(segment.customers())
        .setCustomerShare(segment.share())
        .setPersona(persona)
        .build();
  }
}
