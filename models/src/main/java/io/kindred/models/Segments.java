package io.kindred.models;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The segments in the order of the model's outputs, and when a customer is assigned to one.
///
/// @param leastConfidence a segment is assigned at this confidence or above
/// @param leastMacroConfidence failing that, the macro-segment is given at this confidence or
///   above; failing that, none
public record Segments(
    List<MacroSegment> macroSegments,
    List<Segment> segments,
    double leastConfidence,
    double leastMacroConfidence) {
  public Segments {
    macroSegments = List.copyOf(macroSegments);
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("there are no segments (expected at least one)");
    }
    Set<String> macroIds = macroSegments.stream().map(MacroSegment::id).collect(Collectors.toSet());
    Set<String> ids = new HashSet<>(macroIds);
    if (ids.size() < macroSegments.size()) {
      throw new IllegalArgumentException(
          "two macro-segments share an id (expected each id once, of %d)"
              .formatted(macroSegments.size()));
    }
    for (Segment segment : segments) {
      if (!ids.add(segment.id())) {
        throw new IllegalArgumentException(
            "segment id %s stands twice (expected each id once, macro-segments' among them)"
                .formatted(segment.id()));
      }
      if (!macroIds.contains(segment.macroSegmentId())) {
        throw new IllegalArgumentException(
            "segment %s belongs to macro-segment %s (expected one of %s)"
                .formatted(segment.id(), segment.macroSegmentId(), macroIds));
      }
    }
  }
}
