package io.kindred.training.lineage;

import io.kindred.models.LineageEvent;
import io.kindred.models.LineageEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What became of the segments of one level: the new ones' ids and the events.
///
/// Every segment before and after takes part in an event. What became of a segment before is told
/// by exactly one: by the split it went through, or else by the only event that it takes part in.
/// Where a segment after comes from is told by exactly one too: by the merger that made it, or else
/// by the only event that it takes part in. So one that gave off a part and took another in stands
/// in both, a split and a merger.
///
/// @param ids of the segments after, in their order
/// @param nextNumber of the next new segment
public record Succession(List<String> ids, List<LineageEvent> events, int nextNumber) {
  public Succession {
    ids = List.copyOf(ids);
    events = List.copyOf(events);
  }

  /// The succession that an overlap shows.
  ///
  /// @param idsBefore ids of the segments before, in the overlap's order
  /// @param nextNumber the first number that no segment ever had
  /// @param idOf an id of a number
  public static Succession of(
      Overlap overlap, List<String> idsBefore, int nextNumber, IntFunction<String> idOf) {
    if (idsBefore.size() != overlap.segmentsBefore()) {
      throw new IllegalArgumentException(
          "%d ids for %d segments (expected as many)"
              .formatted(idsBefore.size(), overlap.segmentsBefore()));
    }
    Links links = Links.of(overlap);
    List<String> ids = new ArrayList<>();
    int next = nextNumber;
    for (int j = 0; j < overlap.segmentsAfter(); j++) {
      OptionalInt kept = links.kept(j);
      ids.add(kept.isPresent() ? idsBefore.get(kept.getAsInt()) : idOf.apply(next++));
    }
    return new Succession(ids, events(overlap, links, idsBefore, ids), next);
  }

  /// The succession of a first model: numbers in the order of its segments.
  public static Succession first(int segments, IntFunction<String> idOf) {
    List<String> ids = IntStream.rangeClosed(1, segments).mapToObj(idOf).toList();
    return new Succession(ids, ids.stream().map(LineageEvent::born).toList(), segments + 1);
  }

  private static List<LineageEvent> events(
      Overlap overlap, Links links, List<String> idsBefore, List<String> idsAfter) {
    List<LineageEvent> events = new ArrayList<>();
    for (int i = 0; i < overlap.segmentsBefore(); i++) {
      int[] before = {i};
      int[] after = links.after(i);
      if (after.length == 0) {
        events.add(new LineageEvent(Kind.RETIRED, List.of(idsBefore.get(i)), List.of(), 0));
      } else if (after.length > 1) {
        events.add(event(Kind.SPLIT, overlap, before, after, idsBefore, idsAfter));
      } else if (links.before(after[0]).length == 1) {
        events.add(event(Kind.CONTINUED, overlap, before, after, idsBefore, idsAfter));
      }
    }
    for (int j = 0; j < overlap.segmentsAfter(); j++) {
      int[] before = links.before(j);
      if (before.length == 0) {
        events.add(LineageEvent.born(idsAfter.get(j)));
      } else if (before.length > 1) {
        events.add(event(Kind.MERGED, overlap, before, new int[] {j}, idsBefore, idsAfter));
      }
    }
    return events;
  }

  private static LineageEvent event(
      Kind kind,
      Overlap overlap,
      int[] before,
      int[] after,
      List<String> idsBefore,
      List<String> idsAfter) {
    return new LineageEvent(
        kind,
        IntStream.of(before).mapToObj(idsBefore::get).toList(),
        IntStream.of(after).mapToObj(idsAfter::get).toList(),
        overlap.jaccard(before, after));
  }
}
