package io.kindred.serving.service;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/// Moments to and from messages.
final class Times {
  /// The years 1700 to 2199, in which events and attributes may be.
  private static final long EARLIEST_SECOND = -8_520_336_000L;

  private static final long LATEST_SECOND = 7_258_118_399L;
  private static final int LATEST_NANO = 999_999_999;

  private Times() {}

  static Timestamp toMessage(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  /// The moment; where the message is no moment that is a violation, and the answer means nothing.
  static Instant read(Timestamp message, Place place, Violations violations) {
    if (message.getSeconds() < EARLIEST_SECOND
        || message.getSeconds() > LATEST_SECOND
        || message.getNanos() < 0
        || message.getNanos() > LATEST_NANO) {
      violations.add(
          place,
          "has %d seconds and %d nanos (expected a time in the years 1700 to 2199, nanos 0 to 999,999,999)"
              .formatted(message.getSeconds(), message.getNanos()));
      return Instant.EPOCH;
    }
    return fromMessage(message);
  }

  static Instant fromMessage(Timestamp message) {
    return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
  }
}
