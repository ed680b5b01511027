package io.kindred.features;

import java.time.Instant;

/// What every event and attribute must satisfy to exist.
final class Checks {
  /// Moments are kept as nanoseconds from 1970 in 64 bits, and so that a century may be added.
  private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Checks() {}

  static void time(Instant time) {
    if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
      throw new IllegalArgumentException(
          "time is %s (expected from 1700 to 2199; correct the date)".formatted(time));
    }
  }

  static void eventId(String id) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException(
          "event id is empty (expected a text that no other event of this customer has)");
    }
  }

  static void notNegative(double value, String what, String remedy) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s (expected a finite number >= 0; %s)".formatted(what, value, remedy));
    }
  }
}
