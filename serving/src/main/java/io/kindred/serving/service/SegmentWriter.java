package io.kindred.serving.service;

import io.kindred.models.Language;
import io.kindred.models.MacroSegment;
import io.kindred.models.Segments;
import io.kindred.v1.Segment;
import io.kindred.v1.SegmentLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Segments as callers are told them.
final class SegmentWriter {
  private final Language language;

  private SegmentWriter(Language language) {
    this.language = language;
  }

  /// Every segment with its persona, a parent before its children, larger before smaller beside
  /// each other.
  static List<Segment> all(Segments segments, Language language) {
    return new SegmentWriter(language).all(segments);
  }

  private List<Segment> all(Segments segments) {
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

  private Segment toMessage(MacroSegment macro, List<io.kindred.models.Segment> children) {
    return Segment.newBuilder()
        .setSegmentId(macro.id())
        .setName(macro.name().in(language))
        .setLevel(SegmentLevel.SEGMENT_LEVEL_MACRO)
        .setCustomerCount(children.stream().mapToLong(io.kindred.models.Segment::customers).sum())
        .setCustomerShare(macro.share())
        .build();
  }

  private Segment toMessage(io.kindred.models.Segment segment) {
    Segment.Builder message =
        Segment.newBuilder()
            .setSegmentId(segment.id())
            .setName(segment.name().in(language))
            .setLevel(SegmentLevel.SEGMENT_LEVEL_MICRO)
            .setParentSegmentId(segment.macroSegmentId())
            .setCustomerCount(segment.customers())
            .setCustomerShare(segment.share())
            .setUnstable(segment.unstable())
            .setPersona(PersonaWriter.toMessage(segment, language));
    segment.stability().ifPresent(message::setStability);
    return message.build();
  }
}
