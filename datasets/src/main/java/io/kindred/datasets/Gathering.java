package io.kindred.datasets;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What has been read so far, customer by customer, from all tables.
final class Gathering {
  private final Map<String, Gathered> customers = new HashMap<>();
  private final Map<String, RowPlace> placeByEventId = new HashMap<>();
  private final Map<String, AttributeDefinition> definitions = new LinkedHashMap<>();
  private final RowChanges row = new RowChanges();

  /// What the row being read would change here and elsewhere.
  RowChanges row() {
    return row;
  }

  /// Adds an event that one row tells of.
  ///
  /// @param idColumn where its id is from, if a column names it
  /// @param remedy for the case that another event has its id
  void add(String customer, Event event, RowPlace place, Optional<Column> idColumn, String remedy) {
    claim(event.id(), place, idColumn, remedy);
    row.whenKept(() -> addClaimed(customer, event));
  }

  /// Adds an event whose id was claimed before.
  void addClaimed(String customer, Event event) {
    gathered(customer).events.add(event);
  }

  /// Makes sure that no other event has an id.
  void claim(String eventId, RowPlace place, Optional<Column> idColumn, String remedy) {
    RowPlace earlier = placeByEventId.putIfAbsent(eventId, place);
    if (earlier != null) {
      throw new DatasetException(
          place,
          "%s%s is the id of a second event, the first is at %s (expected each id once; remove"
                  .formatted(
                      Shown.text(eventId),
                      idColumn
                          .map(column -> ", from column %s,".formatted(column.name()))
                          .orElse(""),
                      earlier)
              + " one, or %s)".formatted(remedy));
    }
    row.whenDiscarded(() -> placeByEventId.remove(eventId));
  }

  void add(String customer, String attribute, AttributeValue value, Instant knownSince) {
    // Where a table says two things of one moment, the later in text order stays, as in a history.
    row.whenKept(() ->
        gathered(customer)
            .attributes
            .computeIfAbsent(attribute, _ -> new TreeMap<>())
            .merge(knownSince, value, Gathering::laterInTextOrder));
  }

  /// Takes note of a customer of whom nothing else may be known.
  void meet(String customer) {
    row.whenKept(() -> gathered(customer));
  }

  void define(AttributeDefinition definition, Column column) {
    AttributeDefinition earlier = definitions.putIfAbsent(definition.name(), definition);
    if (earlier != null && !earlier.equals(definition)) {
      throw new DatasetException(
          "%s: attribute \"%s\" is declared as another kind of attribute elsewhere in the mapping"
                  .formatted(column.place(), definition.name())
              + " (expected one basis, type and scale for one name; give one of them another name)");
    }
  }

  Collection<AttributeDefinition> definitions() {
    return definitions.values();
  }

  /// Every customer, by id.
  List<Customer> customers() {
    return customers.entrySet().stream()
        .map(entry -> new Customer(new CustomerId(entry.getKey()), entry.getValue().history()))
        .sorted(Comparator.comparing(Customer::id))
        .toList();
  }

  private static AttributeValue laterInTextOrder(AttributeValue one, AttributeValue other) {
    return one.equals(other) || one.toString().compareTo(other.toString()) > 0 ? one : other;
  }

  private Gathered gathered(String customer) {
    return customers.computeIfAbsent(customer, _ -> new Gathered());
  }

  private static final class Gathered {
    final List<Event> events = new ArrayList<>();
    final Map<String, TreeMap<Instant, AttributeValue>> attributes = new HashMap<>();

    History history() {
      List<Attribute> changes = new ArrayList<>();
      attributes.forEach((name, values) -> addChanges(name, values, changes));
      return History.of(events, changes);
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
}
