package io.kindred.training.check;

import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Customer;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/// Looks at events: how many of each kind, when, and where there are none.
final class EventCheck {
  private static final int WEEK = 7;
  private static final int ANCIENT_YEARS = 20;

  private final Map<EventKind, Kind> kinds = new EnumMap<>(EventKind.class);
  private final TreeMap<LocalDate, Long> eventsByDay = new TreeMap<>();
  private final ZoneId zone;

  private EventCheck(ZoneId zone) {
    this.zone = zone;
  }

  static EventCheck of(List<Customer> customers, ZoneId zone) {
    EventCheck check = new EventCheck(zone);
    customers.forEach(check::add);
    return check;
  }

  /// What happened, whenever it became known.
  static Event itself(Event event) {
    return event instanceof LateEvent late ? itself(late.event()) : event;
  }

  List<CheckReport.EventFacts> facts(int customers) {
    List<CheckReport.EventFacts> facts = new ArrayList<>();
    kinds.forEach((kind, found) ->
        facts.add(
            new CheckReport.EventFacts(
                kind.word(),
                found.events,
                found.customers,
                (double) found.customers / customers,
                found.first,
                found.last,
                found.twins)));
    return facts;
  }

  /// The time covered; none without events.
  Optional<CheckReport.Period> period(LocalDate asOf) {
    if (eventsByDay.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = eventsByDay.firstKey();
    LocalDate last = eventsByDay.lastKey();
    long days = last.toEpochDay() - first.toEpochDay() + 1;
    long longest = 0;
    Optional<LocalDate> longestFrom = Optional.empty();
    LocalDate before = first;
    for (LocalDate day : eventsByDay.keySet()) {
      long gap = day.toEpochDay() - before.toEpochDay() - 1;
      if (gap > longest) {
        longest = gap;
        longestFrom = Optional.of(before.plusDays(1));
      }
      before = day;
    }
    List<Long> weeks = weeks(first, asOf);
    return Optional.of(
        new CheckReport.Period(
            first,
            last,
            asOf,
            days,
            days - eventsByDay.size(),
            longest,
            longestFrom,
            weeks.stream().filter(events -> events == 0).count(),
            weeks.isEmpty() ? 0 : weeks.getFirst(),
            median(weeks),
            ancient(),
            eventsByDay.tailMap(asOf, false).values().stream().mapToLong(Long::longValue).sum()));
  }

  private void add(Customer customer) {
    Set<EventKind> met = new HashSet<>();
    Set<Moment> moments = new HashSet<>();
    for (Event written : customer.history().events()) {
      Event event = itself(written);
      LocalDate day = LocalDate.ofInstant(event.time(), zone);
      eventsByDay.merge(day, 1L, Long::sum);
      Kind kind = kinds.computeIfAbsent(event.kind(), _ -> new Kind(day));
      kind.events++;
      kind.first = day.isBefore(kind.first) ? day : kind.first;
      kind.last = day.isAfter(kind.last) ? day : kind.last;
      if (met.add(event.kind())) {
        kind.customers++;
      }
      OptionalDouble money = money(event);
      if (money.isPresent()
          && !moments.add(new Moment(event.kind(), event.time(), money.getAsDouble()))) {
        kind.twins++;
      }
    }
  }

  /// What an event cost or brought; none where events are without money.
  private static OptionalDouble money(Event event) {
    return switch (event) {
      case Order order -> OptionalDouble.of(order.amount());
      case Return returned -> OptionalDouble.of(returned.amount());
      case Cart cart -> OptionalDouble.of(cart.value());
      case Subscription subscription -> OptionalDouble.of(subscription.amount());
      case LateEvent late -> money(late.event());
      case Visit _, Message _, SupportContact _, CustomEvent _ -> OptionalDouble.empty();
    };
  }

  private record Moment(EventKind kind, Instant time, double money) {}

  private static final class Kind {
    long events;
    long customers;
    long twins;
    LocalDate first;
    LocalDate last;

    Kind(LocalDate day) {
      first = day;
      last = day;
    }
  }

  /// Events of whole weeks, the latest first.
  private List<Long> weeks(LocalDate first, LocalDate asOf) {
    List<Long> weeks = new ArrayList<>();
    for (LocalDate end = asOf;
        !end.minusDays(WEEK - 1).isBefore(first);
        end = end.minusDays(WEEK)) {
      weeks.add(
          eventsByDay.subMap(end.minusDays(WEEK - 1), true, end, true).values().stream()
              .mapToLong(Long::longValue)
              .sum());
    }
    return weeks;
  }

  private static long median(List<Long> numbers) {
    return numbers.isEmpty()
        ? 0
        : numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
  }

  private long ancient() {
    long all = eventsByDay.values().stream().mapToLong(Long::longValue).sum();
    long passed = 0;
    for (Map.Entry<LocalDate, Long> day : eventsByDay.entrySet()) {
      passed += day.getValue();
      if (2 * passed >= all) {
        return eventsByDay.headMap(day.getKey().minusYears(ANCIENT_YEARS)).values().stream()
            .mapToLong(Long::longValue)
            .sum();
      }
    }
    return 0;
  }
}
