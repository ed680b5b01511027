package io.kindred.datasets.generator;

import java.time.Instant;

/// When one customer joined and left, and what everything about them hangs on.
///
/// Times are days from the first day's beginning.
///
/// @param number of the customer, or of the account with its contacts
record Life(
    int number, GeneratorOptions options, Clock clock, Course course, double joined, double left) {
  static final double DAYS_A_YEAR = 365.25;
  static final double MINUTE = 1.0 / (24 * 60);

  ScenarioDefinition scenario() {
    return options.scenario().definition();
  }

  SyntheticSegment segmentAt(double day) {
    return course.segmentAt(day);
  }

  /// When the customer stops doing anything, as far as is generated.
  double end() {
    return Math.min(left, clock.horizonEnd());
  }

  boolean alive() {
    return left > clock.lastDayEnd();
  }

  Instant moment(double day) {
    return clock.moment(day);
  }

  /// Such as `o-0000017-3`: unique among all customers' events.
  String numbered(String prefix, int count) {
    return prefix + "-" + padded(number) + "-" + count;
  }

  /// With seven digits. Ids are most of what is written, and a format string takes ten times as
  /// long.
  static String padded(int number) {
    int digits = 10_000_000;
    return number < digits
        ? Integer.toString(digits + number).substring(1)
        : Integer.toString(number);
  }

  static double money(double amount) {
    return Math.round(amount * 100) / 100.0;
  }
}
