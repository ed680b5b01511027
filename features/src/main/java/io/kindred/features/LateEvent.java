package io.kindred.features;

import java.time.Instant;

/// An event that became known only after it happened, such as a store's sales sent in at night.
///
/// A row as of a moment between the two does not see it: nobody could have.
public record LateEvent(Event event, Instant knownSince) implements Event {
  public LateEvent {
    if (event instanceof LateEvent) {
      throw new IllegalArgumentException("an event is late twice (expected once)");
    }
    if (!knownSince.isAfter(event.time())) {
      throw new IllegalArgumentException(
          "an event of %s is known since %s (expected later; leave known since out otherwise)"
              .formatted(event.time(), knownSince));
    }
    Checks.time(knownSince);
  }

  /// What happened, however late it was known.
  public static Event onTime(Event event) {
    return event instanceof LateEvent late ? late.event() : event;
  }

  /// The event, late or not.
  public static Event of(Event event, Instant knownSince) {
    return knownSince.isAfter(event.time()) ? new LateEvent(event, knownSince) : event;
  }

  @Override
  public String id() {
    return event.id();
  }

  @Override
  public Instant time() {
    return event.time();
  }

  @Override
  public EventKind kind() {
    return event.kind();
  }
}
