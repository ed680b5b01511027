package io.kindred.features;

import java.time.Instant;
import java.util.Comparator;

/// Something a customer did, or that was done toward them, at a moment.
///
/// The id tells an event from every other event of the same customer: one that arrives twice counts
/// once.
public sealed interface Event permits Order, Return, Visit, Cart, Message {
  /// Time first, then id: the order in which a history keeps its events, whatever order they
  /// arrived in.
  Comparator<Event> CANONICAL =
      Comparator.comparing(Event::time)
          .thenComparing(Event::id)
          .thenComparing(event -> event.getClass().getSimpleName());

  String id();

  Instant time();
}
