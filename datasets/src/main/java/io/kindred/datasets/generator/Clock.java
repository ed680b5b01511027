package io.kindred.datasets.generator;

import io.kindred.features.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days of 24 hours from the first day's beginning, and back to moments.
///
/// @param campaignStart when an experiment's campaign begins: as long before the last day's end as
///   the horizon is long
record Clock(
    LocalDate firstDay,
    Instant start,
    Instant asOf,
    double campaignStart,
    double lastDayEnd,
    double horizonEnd) {
  private static final double SECONDS_A_DAY = 86_400;

  static Clock of(GeneratorOptions options) {
    ZoneId zone = options.zone();
    Instant start = options.firstDay().atStartOfDay(zone).toInstant();
    Instant asOf = AsOf.endOf(options.lastDay(), zone);
    Instant campaign = AsOf.endOf(options.lastDay().minusDays(options.horizonDays()), zone);
    Instant horizonEnd = AsOf.plusDays(asOf, options.horizonDays(), zone);
    return new Clock(
        options.firstDay(),
        start,
        asOf,
        days(start, campaign),
        days(start, asOf),
        days(start, horizonEnd));
  }

  /// Whole seconds; the moment of an event at or before the last day's end is so too.
  Instant moment(double day) {
    return start.plusSeconds((long) Math.floor(day * SECONDS_A_DAY));
  }

  double horizonDays() {
    return horizonEnd - lastDayEnd;
  }

  private static double days(Instant start, Instant end) {
    return Math.ceil(Duration.between(start, end).toNanos() / 1e9) / SECONDS_A_DAY;
  }
}
