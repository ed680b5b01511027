package io.kindred.serving.service;

import io.kindred.features.Attribute;
import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Histories from requests, every bad field of them told.
final class HistoryReader {
  private static final int MOST_EVENTS = 100_000;
  private static final int MOST_ATTRIBUTES = 10_000;

  private final String currency;
  private final AttributeReader attributes;

  HistoryReader(FeatureSchema schema) {
    this.currency = schema.currency();
    this.attributes = new AttributeReader(schema);
  }

  /// The history that a message holds; empty where it has violations.
  History read(io.kindred.v1.History message, Place place, Violations violations) {
    int before = violations.count();
    violations.addIfOver(MOST_EVENTS, message.getEventsCount(), place.field("events"));
    violations.addIfOver(MOST_ATTRIBUTES, message.getAttributesCount(), place.field("attributes"));
    if (violations.count() > before) {
      return History.empty();
    }
    List<Event> events = events(message, place, violations);
    List<Attribute> known = new ArrayList<>(message.getAttributesCount());
    for (int i = 0; i < message.getAttributesCount(); i++) {
      attributes
          .read(message.getAttributes(i), place.item("attributes", i), violations)
          .ifPresent(known::add);
    }
    return violations.count() == before ? History.of(events, known) : History.empty();
  }

  private List<Event> events(io.kindred.v1.History message, Place place, Violations violations) {
    Map<String, Numbered> byId = LinkedHashMap.newLinkedHashMap(message.getEventsCount());
    for (int i = 0; i < message.getEventsCount(); i++) {
      Place here = place.item("events", i);
      Optional<Event> event = EventReader.read(currency, message.getEvents(i), here, violations);
      if (event.isEmpty()) {
        continue;
      }
      Numbered earlier = byId.putIfAbsent(event.get().id(), new Numbered(i, event.get()));
      // Compared as what they say, because two messages may say the same in other words.
      if (earlier != null && !earlier.event().equals(event.get())) {
        violations.add(
            here.field("id"),
            "is the id of events[%d] too (expected one event an id; a repeated id must repeat the whole event)"
                .formatted(earlier.index()));
      }
    }
    return byId.values().stream().map(Numbered::event).toList();
  }

  private record Numbered(int index, Event event) {}
}
