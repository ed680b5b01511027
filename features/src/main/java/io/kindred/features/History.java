package io.kindred.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One customer's events and attributes in canonical order, each once, up to whatever moment they
/// were gathered.
///
/// A history is a value: the same events give the same history in whatever order and however often
/// they arrive, and histories of the same customer from two places merge into one.
public final class History {
  private static final History EMPTY = new History(List.of(), List.of());
  private static final Comparator<Attribute> BY_NAME_AND_TIME =
      Comparator.comparing(Attribute::name)
          .thenComparing(Attribute::knownSince)
          .thenComparing(Attribute::value, AttributeValue.CANONICAL);

  private final List<Event> events;
  private final List<Attribute> attributes;

  private History(List<Event> events, List<Attribute> attributes) {
    this.events = events;
    this.attributes = attributes;
  }

  public static History empty() {
    return EMPTY;
  }

  /// The history of these events and attributes. An event told of twice is known since the first
  /// time.
  ///
  /// @throws IllegalArgumentException where two different events share an id
  public static History of(Collection<? extends Event> events, Collection<Attribute> attributes) {
    return new History(canonicalEvents(events), canonicalAttributes(attributes));
  }

  /// The history of events and attributes that are in canonical order already, each once; empty
  /// where they are not.
  static Optional<History> ofCanonical(List<Event> events, List<Attribute> attributes) {
    Set<String> ids = HashSet.newHashSet(events.size());
    for (int i = 0; i < events.size(); i++) {
      boolean follows = i == 0 || Event.CANONICAL.compare(events.get(i - 1), events.get(i)) < 0;
      if (!follows || !ids.add(events.get(i).id())) {
        return Optional.empty();
      }
    }
    for (int i = 1; i < attributes.size(); i++) {
      Attribute earlier = attributes.get(i - 1);
      int order = earlier.name().compareTo(attributes.get(i).name());
      if (order > 0
          || (order == 0 && !earlier.knownSince().isBefore(attributes.get(i).knownSince()))) {
        return Optional.empty();
      }
    }
    return Optional.of(new History(List.copyOf(events), List.copyOf(attributes)));
  }

  /// The history with one more event, put in at its place; the same where it has the event already.
  ///
  /// @throws IllegalArgumentException where it has a different event of the same id
  public History plus(Event event) {
    for (Event known : events) {
      if (known.id().equals(event.id())) {
        return knownFirst(known, event) == known ? this : merge(of(List.of(event), List.of()));
      }
    }
    int place = -Collections.binarySearch(events, event, Event.CANONICAL) - 1;
    Event[] grown = new Event[events.size() + 1];
    for (int i = 0; i < grown.length; i++) {
      grown[i] = i < place ? events.get(i) : i == place ? event : events.get(i - 1);
    }
    return new History(Collections.unmodifiableList(Arrays.asList(grown)), attributes);
  }

  public History merge(History other) {
    List<Event> allEvents = new ArrayList<>(events);
    allEvents.addAll(other.events);
    List<Attribute> allAttributes = new ArrayList<>(attributes);
    allAttributes.addAll(other.attributes);
    return of(allEvents, allAttributes);
  }

  /// What of this history was known at `asOf`, the moment itself included.
  public History asOf(Instant asOf) {
    return new History(
        events.stream().filter(event -> !event.knownSince().isAfter(asOf)).toList(),
        attributes.stream().filter(attribute -> !attribute.knownSince().isAfter(asOf)).toList());
  }

  public List<Event> events() {
    return events;
  }

  public List<Attribute> attributes() {
    return attributes;
  }

  public boolean isEmpty() {
    return events.isEmpty() && attributes.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History history
        && events.equals(history.events)
        && attributes.equals(history.attributes);
  }

  @Override
  public int hashCode() {
    return 31 * events.hashCode() + attributes.hashCode();
  }

  @Override
  public String toString() {
    return "History of %d events and %d attributes".formatted(events.size(), attributes.size());
  }

  private static List<Event> canonicalEvents(Collection<? extends Event> events) {
    Map<String, Event> byId = LinkedHashMap.newLinkedHashMap(events.size());
    for (Event event : events) {
      byId.merge(event.id(), event, History::knownFirst);
    }
    return byId.values().stream().sorted(Event.CANONICAL).toList();
  }

  /// Of two messages of one event the one that told of it first.
  private static Event knownFirst(Event one, Event other) {
    if (!LateEvent.onTime(one).equals(LateEvent.onTime(other))) {
      throw new IllegalArgumentException(
          "two different events share the id %s (expected one event an id; a repeated id must"
                  .formatted(one.id())
              + " repeat the whole event)");
    }
    return other.knownSince().isBefore(one.knownSince()) ? other : one;
  }

  private static List<Attribute> canonicalAttributes(Collection<Attribute> attributes) {
    // Of two values learned at the same moment the later in canonical order is kept, so that
    // the outcome does not hang on which arrived first.
    Map<String, Map<Instant, Attribute>> kept = new TreeMap<>();
    attributes.stream()
        .sorted(BY_NAME_AND_TIME)
        .forEach(attribute ->
            kept.computeIfAbsent(attribute.name(), _ -> new TreeMap<>())
                .put(attribute.knownSince(), attribute));
    return kept.values().stream().flatMap(byTime -> byTime.values().stream()).toList();
  }
}
