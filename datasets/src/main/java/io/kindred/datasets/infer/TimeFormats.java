package io.kindred.datasets.infer;

import io.kindred.datasets.TimeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds how a column writes dates, by trying every way on every value.
final class TimeFormats {
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}([T ].*)?|\\d{8}(\\d{6})?"
              + "|\\d{1,2}[ -]\\p{L}{3,9}\\.?[ -]\\d{2,4}( .*)?|\\p{L}{3,9} \\d{1,2}, \\d{4}( .*)?");
  private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");
  private static final List<String> TIMES =
      List.of("", " H:mm", " H:mm:ss", "[ H:mm[:ss]]", " h:mm a", " h:mm:ss a");
  private static final int PROBED = 40;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;

  private TimeFormats() {}

  /// @param format as a mapping's `timeFormat`; empty for ISO 8601
  /// @param alternative another way that also reads every value, with day and month exchanged
  /// @param withTime whether hours are written
  /// @param withZone whether the values say their zone
  record Found(
      Optional<String> format, Optional<String> alternative, boolean withTime, boolean withZone) {}

  /// The way in which all of the values are dates; none where there is none.
  ///
  /// @param mayBeEpoch whether numbers of ten or thirteen digits may be seconds or milliseconds
  static Optional<Found> of(Collection<String> values, boolean mayBeEpoch) {
    List<String> probed = values.stream().limit(PROBED).toList();
    if (probed.isEmpty()) {
      return Optional.empty();
    }
    boolean withTime = probed.stream().anyMatch(value -> value.contains(":"));
    if (mayBeEpoch && values.stream().allMatch(value -> EPOCH.matcher(value).matches())) {
      boolean millis = probed.getFirst().length() == 13;
      return Optional.of(
          new Found(
              Optional.of(millis ? "epoch_millis" : "epoch_seconds"),
              Optional.empty(),
              true,
              true));
    }
    if (!probed.stream().allMatch(value -> DATE.matcher(value).matches())) {
      return Optional.empty();
    }
    if (reads(Optional.empty(), probed) && reads(Optional.empty(), values)) {
      boolean withZone =
          probed.stream().allMatch(value -> value.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)"));
      return Optional.of(
          new Found(Optional.empty(), Optional.empty(), withTime, withTime && withZone));
    }
    List<String> readAll = new ArrayList<>();
    for (String pattern : patterns(probed.getFirst())) {
      if (reads(Optional.of(pattern), probed) && reads(Optional.of(pattern), values)) {
        readAll.add(pattern);
      }
    }
    return readAll.stream()
        .findFirst()
        .map(pattern ->
            new Found(
                Optional.of(pattern),
                exchanged(pattern).filter(readAll::contains),
                withTime,
                false));
  }

  /// Whether values in their file's order are in the order of time, as far as a format says: the
  /// share of neighbours that are.
  static double inOrder(List<String> cells, String format) {
    TimeText text = new TimeText(Optional.of(format), ZoneOffset.UTC);
    int neighbours = 0;
    int ordered = 0;
    Optional<Instant> before = Optional.empty();
    for (String cell : cells) {
      Optional<Instant> time = text.time(cell);
      if (time.isPresent() && before.isPresent() && !time.equals(before)) {
        neighbours++;
        ordered += time.get().isAfter(before.get()) ? 1 : 0;
      }
      before = time.isPresent() ? time : before;
    }
    return neighbours == 0 ? 0 : (double) ordered / neighbours;
  }

  private static boolean reads(Optional<String> format, Collection<String> values) {
    TimeText text = new TimeText(format, ZoneOffset.UTC);
    for (String value : values) {
      Optional<Instant> time = text.time(value);
      if (time.isEmpty()) {
        return false;
      }
      int year = LocalDate.ofInstant(time.get(), ZoneOffset.UTC).getYear();
      if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
        return false;
      }
    }
    return true;
  }

  /// Every way of writing dates with the marks of an example; the day first where both can be, as
  /// most of the world writes.
  private static List<String> patterns(String example) {
    List<String> dates = new ArrayList<>();
    for (char mark : new char[] {'/', '.', '-'}) {
      if (example.indexOf(mark) > 0) {
        for (String order :
            List.of("d M yyyy", "M d yyyy", "yyyy M d", "yyyy d M", "d M yy", "M d yy", "yy M d")) {
          dates.add(order.replace(' ', mark));
        }
      }
    }
    dates.addAll(
        List.of(
            "d MMM yyyy",
            "d MMMM yyyy",
            "d-MMM-yyyy",
            "d-MMM-yy",
            "d MMM yy",
            "MMM d, yyyy",
            "MMMM d, yyyy"));
    List<String> patterns = new ArrayList<>(List.of("yyyyMMdd", "yyyyMMddHHmmss"));
    for (String time : TIMES) {
      dates.forEach(date -> patterns.add(date + time));
    }
    return patterns;
  }

  /// The same pattern with day and month exchanged; none where the month is a word or the year
  /// comes first.
  private static Optional<String> exchanged(String pattern) {
    if (pattern.contains("MMM") || !pattern.matches("(d.M|M.d).*")) {
      return Optional.empty();
    }
    char mark = pattern.charAt(1);
    String rest = pattern.substring(3);
    return Optional.of((pattern.startsWith("d") ? "M" + mark + "d" : "d" + mark + "M") + rest);
  }
}
