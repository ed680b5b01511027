package io.kindred.features;

import java.time.Instant;
import java.util.Comparator;

/// Something a customer did, or that was done toward them, at a moment.
///
/// The id tells an event from every other event of the same customer: one that arrives twice counts
/// once.
public sealed interface Event
    permits Order,
        Return,
        Visit,
        Cart,
        Message,
        Subscription,
        SupportContact,
        CustomEvent,
        LateEvent {
  /// Time first, then what happened, then the id: the order in which a history keeps its events,
  /// whatever order they arrived in.
  ///
  /// Events that differ in nothing but their ids are interchangeable to every formula, so that
  /// nothing a formula sees hangs on ids.
  Comparator<Event> CANONICAL =
      Comparator.comparing(Event::time).thenComparing(EventFields.ORDER).thenComparing(Event::id);

  String id();

  /// When it happened.
  Instant time();

  /// From when on it was known; mostly the moment when it happened.
  default Instant knownSince() {
    return time();
  }

  EventKind kind();
}
