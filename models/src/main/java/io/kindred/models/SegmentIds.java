package io.kindred.models;

import java.util.Locale;

/// What segments are called by programs: `s07` a micro-segment, `m02` a macro-segment.
///
/// An id stands for the same segment in every bundle that continues another, and once a segment is
/// no more its id is never used again.
public final class SegmentIds {
  private SegmentIds() {}

  /// The id of a micro-segment.
  ///
  /// @param number from 1
  public static String segment(int number) {
    return String.format(Locale.ROOT, "s%02d", number);
  }

  /// The id of a macro-segment.
  ///
  /// @param number from 1
  public static String macroSegment(int number) {
    return String.format(Locale.ROOT, "m%02d", number);
  }
}
