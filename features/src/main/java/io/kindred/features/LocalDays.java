package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Calendar days and times of day where the customers live, from moments as nanoseconds since 1970.
///
/// A table of the zone's changes of clocks answers some thousand times a microsecond what
/// `LocalDate.ofInstant` answers some ten times; a test holds the two against each other. Not for
/// several threads: it remembers the last answer.
final class LocalDays {
  static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final int SECONDS_A_DAY = 86_400;
  private static final Instant BEGIN = Instant.parse("1699-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2302-01-01T00:00:00Z");

  /// From when on, in seconds, each offset holds; ascending.
  private final long[] since;

  private final int[] offsets;
  private int current;

  LocalDays(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition change = rules.nextTransition(BEGIN);
    while (change != null && change.getInstant().isBefore(END)) {
      changes.add(change);
      change = rules.nextTransition(change.getInstant());
    }
    since = new long[changes.size() + 1];
    offsets = new int[changes.size() + 1];
    since[0] = Long.MIN_VALUE;
    offsets[0] = rules.getOffset(BEGIN).getTotalSeconds();
    for (int i = 0; i < changes.size(); i++) {
      since[i + 1] = changes.get(i).getInstant().getEpochSecond();
      offsets[i + 1] = changes.get(i).getOffsetAfter().getTotalSeconds();
    }
  }

  /// Nanoseconds since 1970; a moment out of the range of events is as far as they go.
  static long nanos(Instant moment) {
    if (moment.isBefore(BEGIN)) {
      return Long.MIN_VALUE;
    }
    return moment.isBefore(END)
        ? Math.addExact(moment.getEpochSecond() * NANOS_A_SECOND, moment.getNano())
        : Long.MAX_VALUE;
  }

  static Instant moment(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_A_SECOND), Math.floorMod(nanos, NANOS_A_SECOND));
  }

  /// The day since 1970-01-01, as {@link LocalDate#toEpochDay()} counts it.
  int day(long nanos) {
    return (int) Math.floorDiv(localSecond(nanos), SECONDS_A_DAY);
  }

  /// The hour of the day, 0 to 23.
  int hour(long nanos) {
    return (int) (Math.floorMod(localSecond(nanos), SECONDS_A_DAY) / 3600);
  }

  private long localSecond(long nanos) {
    long second = Math.floorDiv(nanos, NANOS_A_SECOND);
    boolean stays =
        second >= since[current] && (current + 1 == since.length || second < since[current + 1]);
    if (!stays) {
      int found = Arrays.binarySearch(since, second);
      current = found >= 0 ? found : -found - 2;
    }
    return second + offsets[current];
  }
}
