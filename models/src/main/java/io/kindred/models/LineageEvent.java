package io.kindred.models;

import java.util.List;

/// What happened to one or several segments when a bundle was trained from the one before.
///
/// @param from ids of the segments before: one, several for MERGED, none for BORN
/// @param to ids of the segments after: one, several for SPLIT, none for RETIRED
/// @param overlap members before and after, over the same customers: the Jaccard index of the
///   segments before together and those after together, 0 to 1
public record LineageEvent(Kind kind, List<String> from, List<String> to, double overlap) {
  public LineageEvent {
    from = List.copyOf(from);
    to = List.copyOf(to);
    boolean fits =
        switch (kind) {
          case CONTINUED -> from.size() == 1 && to.equals(from);
          case SPLIT -> from.size() == 1 && to.size() > 1;
          case MERGED -> from.size() > 1 && to.size() == 1;
          case BORN -> from.isEmpty() && to.size() == 1;
          case RETIRED -> from.size() == 1 && to.isEmpty();
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "%s is from %s to %s (expected as many segments as that takes)"
              .formatted(kind, from, to));
    }
    if (!(overlap >= 0 && overlap <= 1)) {
      throw new IllegalArgumentException("overlap is %s (expected 0 to 1)".formatted(overlap));
    }
  }

  /// A segment that is new.
  public static LineageEvent born(String id) {
    return new LineageEvent(Kind.BORN, List.of(), List.of(id), 0);
  }

  /// Whether a segment takes part, before or after.
  public boolean concerns(String segmentId) {
    return from.contains(segmentId) || to.contains(segmentId);
  }

  /// What can happen to segments from bundle to bundle.
  public enum Kind {
    /// It goes on under its id.
    CONTINUED,
    /// It became several; the largest may keep the id.
    SPLIT,
    /// Several became one.
    MERGED,
    /// It is new.
    BORN,
    /// It is no more.
    RETIRED
  }
}
