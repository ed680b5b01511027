package io.kindred.serving.service;

import io.kindred.features.Attribute;
import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Histories from requests, every bad field of them told.
final class HistoryReader {
  private static final int MOST_EVENTS = 100_000;
  private static final int MOST_ATTRIBUTES = 10_000;

  private final AttributeReader attributes;

  HistoryReader(FeatureSchema schema) {
    this.attributes = new AttributeReader(schema);
  }

  /// The history that a message holds; empty where it has violations.
  History read(io.kindred.v1.History message, Place place, Violations violations) {
    int before = violations.count();
    checkSize(message.getEventsCount(), MOST_EVENTS, place.field("events"), violations);
    checkSize(message.getAttributesCount(), MOST_ATTRIBUTES, place.field("attributes"), violations);
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

  private static List<Event> events(
      io.kindred.v1.History message, Place place, Violations violations) {
    List<Event> events = new ArrayList<>(message.getEventsCount());
    Map<String, Integer> indexById = HashMap.newHashMap(message.getEventsCount());
    for (int i = 0; i < message.getEventsCount(); i++) {
      Place here = place.item("events", i);
      Optional<Event> event = EventReader.read(message.getEvents(i), here, violations);
      if (event.isEmpty()) {
        continue;
      }
      Integer earlier = indexById.putIfAbsent(event.get().id(), i);
      if (earlier == null) {
        events.add(event.get());
      } else if (!message.getEvents(earlier).equals(message.getEvents(i))) {
        violations.add(
            here.field("id"),
            "is the id of events[%d] too (expected one event an id; a repeated id must repeat the whole event)"
                .formatted(earlier));
      }
    }
    return events;
  }

  private static void checkSize(int size, int most, Place place, Violations violations) {
    if (size > most) {
      violations.add(place, "has %d items (expected at most %d)".formatted(size, most));
    }
  }
}
