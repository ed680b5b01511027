package io.kindred.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something of a kind that only this company has, such as a webinar attended.
///
/// @param name of the kind, such as `webinar_attended`
/// @param value a number that belongs to it, such as its minutes; 0 where there is none
/// @param properties further words, such as `topic: pricing`; at most four, by name, of which no
///   name has a `=`
public record CustomEvent(
    String id, Instant time, String name, double value, SortedMap<String, String> properties)
    implements Event {
  public static final int MOST_PROPERTIES = WordField.SLOTS - 1;

  public CustomEvent {
    Checks.eventId(id);
    Checks.time(time);
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "name of a custom event is blank (expected its kind, such as webinar_attended)");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value of a custom event is %s (expected a finite number; leave it out where there is none)"
              .formatted(value));
    }
    properties = withoutBlanks(properties);
    if (properties.size() > MOST_PROPERTIES) {
      throw new IllegalArgumentException(
          "a custom event has %d properties (expected at most %d; leave out those no feature needs)"
              .formatted(properties.size(), MOST_PROPERTIES));
    }
    for (String property : properties.keySet()) {
      if (property.isBlank() || property.contains("=")) {
        throw new IllegalArgumentException(
            "a custom event has a property named \"%s\" (expected a word without '=')"
                .formatted(property));
      }
    }
  }

  @Override
  public EventKind kind() {
    return EventKind.CUSTOM;
  }

  /// How a property stands among an event's words: `topic=pricing`.
  public static String propertyWord(String property, String word) {
    return property + "=" + word;
  }

  /// The property at a place in the order of names, as `topic=pricing`; empty where there is none.
  String property(int index) {
    List<Map.Entry<String, String>> entries = new ArrayList<>(properties.entrySet());
    return index < entries.size()
        ? propertyWord(entries.get(index).getKey(), entries.get(index).getValue())
        : "";
  }

  private static SortedMap<String, String> withoutBlanks(SortedMap<String, String> properties) {
    SortedMap<String, String> kept = new TreeMap<>(properties);
    kept.values().removeIf(String::isEmpty);
    return Collections.unmodifiableSortedMap(kept);
  }
}
