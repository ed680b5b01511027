package io.kindred.features;

import java.time.Instant;

/// The customer asked for help or complained.
///
/// @param channel how, such as `phone` or `chat`; empty where unknown
/// @param topic what about, such as `delivery`; empty where unknown
public record SupportContact(String id, Instant time, String channel, String topic)
    implements Event {
  public SupportContact {
    Checks.eventId(id);
    Checks.time(time);
  }

  @Override
  public EventKind kind() {
    return EventKind.SUPPORT_CONTACT;
  }
}
