package io.kindred.features;

import static io.kindred.features.LocalDays.NANOS_A_SECOND;

import java.util.List;

/// The coarsest unit that some moments are whole multiples of, so that they are stored in it.
enum TimeGrain {
  NANOSECOND(1),
  MICROSECOND(1_000),
  MILLISECOND(1_000_000),
  SECOND(NANOS_A_SECOND),
  MINUTE(60 * NANOS_A_SECOND),
  HOUR(3_600 * NANOS_A_SECOND),
  DAY(86_400 * NANOS_A_SECOND);

  /// 2020-01-01, from where stored moments are counted, in nanoseconds since 1970.
  static final long BEGIN = 18_262L * 86_400 * NANOS_A_SECOND;

  private static final List<TimeGrain> ALL = List.of(values());
  private final long nanos;

  TimeGrain(long nanos) {
    this.nanos = nanos;
  }

  /// Writes the coarsest that fits, and makes the numbers multiples of it.
  static void write(BitWriter out, long[] nanos, int count) {
    TimeGrain grain = of(nanos, count);
    out.bits(ALL.indexOf(grain), 3);
    for (int i = 0; i < count; i++) {
      nanos[i] /= grain.nanos;
    }
  }

  static TimeGrain read(BitReader in) {
    int number = (int) in.bits(3);
    if (number >= ALL.size()) {
      throw BitReader.damaged("it has times of an unknown unit");
    }
    return ALL.get(number);
  }

  /// Nanoseconds from multiples of this.
  long nanos(long multiple) {
    if (Math.abs(multiple) > Long.MAX_VALUE / nanos || multiple == Long.MIN_VALUE) {
      throw BitReader.damaged("it has a time beyond all times");
    }
    return multiple * nanos;
  }

  private static TimeGrain of(long[] nanos, int count) {
    int grain = ALL.size() - 1;
    for (int i = 0; i < count; i++) {
      while (nanos[i] % ALL.get(grain).nanos != 0) {
        grain--;
      }
    }
    return ALL.get(grain);
  }
}
