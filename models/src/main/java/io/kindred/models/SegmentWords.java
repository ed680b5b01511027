package io.kindred.models;

import java.util.Locale;

/// How one speaks of how sure segments are, the same in training, commands and report.
public final class SegmentWords {
  /// The subject of an evaluation's measures that are of segments.
  public static final String SUBJECT = "segments";

  /// {@link Reliability#calibrationError}.
  public static final String CALIBRATION_ERROR = "calibration error of confidence";

  /// {@link Reliability#coverage}.
  public static final String COVERAGE = "coverage of prediction sets";

  /// {@link Reliability#meanSetSize}.
  public static final String MEAN_SET_SIZE = "mean size of prediction sets";

  public static final String UNSTABLE = "too unstable to plan with";

  private SegmentWords() {}

  /// Such as `12 segments, 2 of them too unstable to plan with`.
  public static String counted(Segments segments) {
    int all = segments.segments().size();
    long unstable = segments.segments().stream().filter(Segment::unstable).count();
    String count = all == 1 ? "1 segment" : String.format(Locale.ROOT, "%d segments", all);
    return unstable == 0
        ? count
        : String.format(Locale.ROOT, "%s, %d of them %s", count, unstable, UNSTABLE);
  }

  /// Whether a measure says what a {@link Reliability} says.
  public static boolean isOfReliability(Measure measure) {
    return measure.subject().equals(SUBJECT)
        && (measure.name().equals(CALIBRATION_ERROR)
            || measure.name().equals(COVERAGE)
            || measure.name().equals(MEAN_SET_SIZE));
  }
}
