package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Calendar days and times of day where the customers live, from moments as nanoseconds since 1970.
///
/// A table of the zone's changes of clocks answers faster than `LocalDate.ofInstant`; a test holds
/// the two against each other. Not for several threads: it remembers the last answer.
public final class LocalDays {
  static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final int SECONDS_A_DAY = 86_400;
  private static final Instant BEGIN = Instant.parse("1699-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2302-01-01T00:00:00Z");

  /// From when on, in seconds, each offset holds; ascending.
  private final long[] since;

  private final int[] offsets;
  private int current;

  private final ZoneId zone;

  public LocalDays(ZoneId zone) {
    this.zone = zone;
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
  public static long nanos(Instant moment) {
    if (moment.isBefore(BEGIN)) {
      return Long.MIN_VALUE;
    }
    return moment.isBefore(END)
        ? Math.addExact(moment.getEpochSecond() * NANOS_A_SECOND, moment.getNano())
        : Long.MAX_VALUE;
  }

  public static Instant moment(long nanos) {
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

  /// The moment that clocks show as a local time.
  ///
  /// As `ZonedDateTime.of` has it: a time that the clocks skipped is moved forward by what was
  /// skipped, one that came twice is the earlier.
  ///
  /// @param local nanoseconds from 1970-01-01T00:00 by the clock
  public long nanosOfLocal(long local) {
    long second = Math.floorDiv(local, NANOS_A_SECOND);
    if (isUnambiguous(second, current)) {
      return local - offsets[current] * NANOS_A_SECOND;
    }
    locate(second - offsets[current]);
    if (isUnambiguous(second, current)) {
      return local - offsets[current] * NANOS_A_SECOND;
    }
    int nano = (int) Math.floorMod(local, NANOS_A_SECOND);
    return nanos(
        LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).atZone(zone).toInstant());
  }

  /// Whether a local second is between two changes of clocks and near neither.
  private boolean isUnambiguous(long second, int index) {
    long after =
        index == 0 ? Long.MIN_VALUE : since[index] + Math.max(offsets[index - 1], offsets[index]);
    long before =
        index + 1 == since.length
            ? Long.MAX_VALUE
            : since[index + 1] + Math.min(offsets[index], offsets[index + 1]);
    return second >= after && second < before;
  }

  private long localSecond(long nanos) {
    long second = Math.floorDiv(nanos, NANOS_A_SECOND);
    locate(second);
    return second + offsets[current];
  }

  private void locate(long second) {
    boolean stays =
        second >= since[current] && (current + 1 == since.length || second < since[current + 1]);
    if (!stays) {
      int found = Arrays.binarySearch(since, second);
      current = found >= 0 ? found : -found - 2;
    }
  }
}
