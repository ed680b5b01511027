package io.kindred.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The segments in the order of the model's outputs, and when a customer is assigned to one.
public record Segments(
    List<MacroSegment> macroSegments, List<Segment> segments, AssignmentRules rules) {
  public Segments {
    macroSegments = List.copyOf(macroSegments);
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("there are no segments (expected at least one)");
    }
    int thresholds = rules.sets().thresholds()[0].length;
    if (thresholds != segments.size()) {
      throw new IllegalArgumentException(
          "prediction sets are of %d segments (expected %d)"
              .formatted(thresholds, segments.size()));
    }
    Set<String> macroIds = new TreeSet<>();
    for (MacroSegment macro : macroSegments) {
      if (!macroIds.add(macro.id())) {
        throw new IllegalArgumentException(
            "macro-segment %s stands twice (expected once)".formatted(macro.id()));
      }
    }
    // An id names one segment, on whichever level.
    Set<String> ids = new TreeSet<>(macroIds);
    for (Segment segment : segments) {
      if (!ids.add(segment.id())) {
        throw new IllegalArgumentException(
            "segment %s stands twice (expected once)".formatted(segment.id()));
      }
      if (!macroIds.contains(segment.macroSegmentId())) {
        throw new IllegalArgumentException(
            "segment %s belongs to macro-segment %s (expected one of %s)"
                .formatted(segment.id(), segment.macroSegmentId(), macroIds));
      }
    }
  }

  /// The same with names that people gave, by id; a segment that is not named there has none.
  public Segments withGivenNames(Map<String, String> givenNames) {
    return new Segments(
        macroSegments,
        segments.stream()
            .map(
                segment -> segment.withGivenName(Optional.ofNullable(givenNames.get(segment.id()))))
            .toList(),
        rules);
  }

  /// The names that people gave, by id.
  public SortedMap<String, String> givenNames() {
    SortedMap<String, String> names = new TreeMap<>();
    segments.forEach(
        segment -> segment.name().given().ifPresent(given -> names.put(segment.id(), given)));
    return names;
  }
}
