package io.kindred.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a bundle's segments come from.
///
/// @param previous the bundle that the training began from; empty for the first
/// @param events what became of that bundle's segments and how this one's came about, on both
///   levels
/// @param nextSegment the number of the next new micro-segment; lower ones are or were in use
/// @param nextMacroSegment the same for macro-segments
/// @param movement who moved since the bundle before; empty for the first
public record Lineage(
    Optional<BundleId> previous,
    List<LineageEvent> events,
    int nextSegment,
    int nextMacroSegment,
    Optional<Movement> movement) {
  private static final Pattern NUMBERED = Pattern.compile("[a-zA-Z]+(\\d{1,6})");

  public Lineage {
    events = List.copyOf(events);
    if (nextSegment < 1 || nextMacroSegment < 1) {
      throw new IllegalArgumentException(
          "next numbers are %d and %d (expected 1 or more)"
              .formatted(nextSegment, nextMacroSegment));
    }
    if (previous.isEmpty() && movement.isPresent()) {
      throw new IllegalArgumentException(
          "there is a movement without a previous bundle (expected none for the first)");
    }
  }

  /// The lineage of a first bundle: every segment is born.
  public static Lineage first(Segments segments) {
    List<LineageEvent> events = new ArrayList<>();
    int nextSegment = 1;
    int nextMacroSegment = 1;
    for (MacroSegment macro : segments.macroSegments()) {
      events.add(LineageEvent.born(macro.id()));
      nextMacroSegment = Math.max(nextMacroSegment, number(macro.id()) + 1);
    }
    for (Segment segment : segments.segments()) {
      events.add(LineageEvent.born(segment.id()));
      nextSegment = Math.max(nextSegment, number(segment.id()) + 1);
    }
    return new Lineage(Optional.empty(), events, nextSegment, nextMacroSegment, Optional.empty());
  }

  /// The number in an id such as `s07`; 0 for an id without one.
  static int number(String id) {
    Matcher matcher = NUMBERED.matcher(id);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /// Refuses a lineage that does not tell where each of the segments comes from.
  void check(Segments segments) {
    for (MacroSegment macro : segments.macroSegments()) {
      check(macro.id(), nextMacroSegment);
    }
    for (Segment segment : segments.segments()) {
      check(segment.id(), nextSegment);
    }
  }

  private void check(String id, int next) {
    if (events.stream().noneMatch(event -> event.to().contains(id))) {
      throw new IllegalArgumentException(
          "no lineage event leads to segment %s (expected at least one for each)".formatted(id));
    }
    if (number(id) >= next) {
      throw new IllegalArgumentException(
          "the next number is %d, but segment %s is in use (expected a number above it)"
              .formatted(next, id));
    }
  }
}
