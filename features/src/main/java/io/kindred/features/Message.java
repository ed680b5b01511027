package io.kindred.features;

import java.time.Instant;

/// A message to the customer, or what the customer did with one.
///
/// @param channel how it reached them, such as `email` or `push`; empty where unknown
public record Message(String id, Instant time, Step step, String channel) implements Event {
  public Message {
    Checks.eventId(id);
  }

  /// How far the message had come.
  public enum Step {
    SENT,
    OPENED,
    CLICKED
  }
}
