package io.kindred.datasets;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Event;
import io.kindred.features.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// What has been read so far of one customer or account.
final class Gathered {
  private final ArrayList<Event> events = new ArrayList<>(2);
  private final Map<String, TreeMap<Instant, AttributeValue>> attributes = new HashMap<>(2);
  private boolean met;
  private @Nullable Gathered account;
  private long placeOfAccount;

  void add(Event event) {
    met = true;
    events.add(event);
  }

  /// Puts an event in the place of the one with its id.
  void replace(Event event) {
    events.replaceAll(known -> known.id().equals(event.id()) ? event : known);
  }

  void add(String attribute, AttributeValue value, Instant knownSince) {
    met = true;
    // Of two things a table says of one moment one stays, the same one as in a history.
    attributes
        .computeIfAbsent(attribute, _ -> new TreeMap<>())
        .merge(knownSince, value, BinaryOperator.maxBy(AttributeValue.CANONICAL));
  }

  /// Takes note that there is such a one, of whom nothing else may be known.
  void meet() {
    met = true;
  }

  boolean isMet() {
    return met;
  }

  /// The account whose contact this is.
  Optional<Gathered> account() {
    return Optional.ofNullable(account);
  }

  void join(Gathered joined, long place) {
    account = joined;
    placeOfAccount = place;
  }

  /// Where the account was read first.
  long placeOfAccount() {
    return placeOfAccount;
  }

  /// Makes a history of what was gathered, and lets go of it.
  History takeHistory() {
    List<Attribute> changes = new ArrayList<>();
    attributes.forEach((name, values) -> addChanges(name, values, changes));
    History history = History.of(events, changes);
    events.clear();
    events.trimToSize();
    attributes.clear();
    return history;
  }

  /// A value that was known already says nothing new.
  private static void addChanges(
      String name, SortedMap<Instant, AttributeValue> values, List<Attribute> changes) {
    @Nullable AttributeValue known = null;
    for (Map.Entry<Instant, AttributeValue> entry : values.entrySet()) {
      if (!entry.getValue().equals(known)) {
        known = entry.getValue();
        changes.add(new Attribute(name, known, entry.getKey()));
      }
    }
  }
}
