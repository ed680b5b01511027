package io.kindred.datasets;

import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.History;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts events by kind, and keeps when the first and the last happened.
final class EventTally {
  private final Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();

  void add(History history) {
    List<Event> events = history.events();
    events.forEach(event -> counts.merge(event.kind(), 1L, Long::sum));
    if (!events.isEmpty()) {
      Instant earliest = events.getFirst().time();
      Instant latest = events.getLast().time();
      first = first.filter(before -> before.isBefore(earliest)).or(() -> Optional.of(earliest));
      last = last.filter(after -> after.isAfter(latest)).or(() -> Optional.of(latest));
    }
  }

  DatasetSummary.EventCounts counts() {
    return new DatasetSummary.EventCounts(
        of(EventKind.ORDER),
        of(EventKind.RETURN),
        of(EventKind.VISIT),
        of(EventKind.CART_FILLED, EventKind.CART_ABANDONED),
        of(EventKind.MESSAGE_SENT, EventKind.MESSAGE_OPENED, EventKind.MESSAGE_CLICKED),
        of(
            EventKind.SUBSCRIPTION_STARTED,
            EventKind.SUBSCRIPTION_RENEWED,
            EventKind.SUBSCRIPTION_CANCELLED),
        of(EventKind.SUPPORT_CONTACT),
        of(EventKind.CUSTOM));
  }

  Optional<Instant> first() {
    return first;
  }

  Optional<Instant> last() {
    return last;
  }

  private long of(EventKind... kinds) {
    long sum = 0;
    for (EventKind kind : kinds) {
      sum += counts.getOrDefault(kind, 0L);
    }
    return sum;
  }
}
