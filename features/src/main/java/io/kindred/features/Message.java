package io.kindred.features;

import java.time.Instant;

/// A message to the customer, or what the customer did with one.
///
/// @param channel how it reached them, such as `email` or `push`; empty where unknown
/// @param campaign what it was sent for, such as `summer_sale`; empty where unknown
public record Message(String id, Instant time, Step step, String channel, String campaign)
    implements Event {
  public Message {
    Checks.eventId(id);
    Checks.time(time);
  }

  /// A message of which the campaign is unknown.
  public Message(String id, Instant time, Step step, String channel) {
    this(id, time, step, channel, "");
  }

  /// How far the message had come.
  public enum Step {
    SENT,
    OPENED,
    CLICKED
  }

  @Override
  public EventKind kind() {
    return switch (step) {
      case SENT -> EventKind.MESSAGE_SENT;
      case OPENED -> EventKind.MESSAGE_OPENED;
      case CLICKED -> EventKind.MESSAGE_CLICKED;
    };
  }
}
