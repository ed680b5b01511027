package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The moment up to which something is known, from a calendar date.
///
/// Features see events at or before it, labels those in `(as-of, as-of + horizon]`, so that no
/// event is ever on both sides.
public final class AsOf {
  private AsOf() {}

  /// The last nanosecond of a day where the customers live.
  public static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
  }

  /// The end of the horizon in calendar days, so that a change of clocks neither adds nor takes an
  /// hour: from the end of a day to the end of a later one.
  public static Instant plusDays(Instant asOf, int days, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(asOf, zone);
    if (asOf.equals(endOf(day, zone))) {
      // Where clocks go back at midnight a day's last second comes twice; the horizon ends with
      // the later one.
      return endOf(day.plusDays(days), zone);
    }
    return asOf.atZone(zone).plusDays(days).toInstant();
  }
}
