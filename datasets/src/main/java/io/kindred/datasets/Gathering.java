package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What has been read so far, customer by customer, from all tables.
final class Gathering {
  private final Map<String, Gathered> customers = new HashMap<>();
  private final Map<String, Gathered> accounts = new HashMap<>();
  private final Places places = new Places();
  private EventIndex eventIndex = new EventIndex();
  private final Map<String, AttributeDefinition> definitions = new LinkedHashMap<>();
  private final Set<String> namesOfAccounts = new HashSet<>();
  private final RowChanges row = new RowChanges();

  /// Events of the row being read, which may yet be discarded.
  private final Map<String, Event> eventsOfRow = new HashMap<>();

  private long duplicates;

  /// What the row being read would change, here and elsewhere.
  RowChanges row() {
    return row;
  }

  /// Where the rows of a customer go. Asking does not yet make one.
  Gathered customer(String id) {
    return customers.computeIfAbsent(id, _ -> new Gathered());
  }

  /// Where the rows about an account go. Asking does not yet make one.
  Gathered account(String id) {
    return accounts.computeIfAbsent(id, _ -> new Gathered());
  }

  /// Adds an event when its row is kept, unless it is there already with all its content.
  ///
  /// @param idColumn where its id is from, if a column names it
  /// @param remedy for the case that another event has its id
  void add(Gathered owner, Event event, RowPlace place, Optional<Column> idColumn, String remedy) {
    int earlier = eventIndex.find(event.id());
    if (earlier < 0) {
      addNew(owner, event, place, remedy);
      return;
    }
    String idAndSource =
        Shown.text(event.id())
            + idColumn.map(column -> ", from column %s,".formatted(column.name())).orElse("");
    RowPlace earlierPlace = places.place(eventIndex.place(earlier));
    if (eventIndex.owner(earlier) != owner) {
      throw new DatasetException(
          place,
          ("%s is the id of another customer's event at %s (expected ids that no two customers share;"
                  + " usually the wrong column is mapped as the id: map another, or none)")
              .formatted(idAndSource, earlierPlace));
    }
    Event known = eventIndex.event(earlier);
    if (!happened(known).equals(happened(event))) {
      throw new DatasetException(
          place,
          ("%s is the id of a second event, the first is at %s (expected each id once, or again with"
                  + " the same content; remove one, or %s)")
              .formatted(idAndSource, earlierPlace, remedy));
    }
    row.whenKept(() -> {
      duplicates++;
      if (event.knownSince().isBefore(known.knownSince())) {
        eventIndex.replace(earlier, event);
        owner.replace(event);
      }
    });
  }

  /// Adds an event whose id no earlier row has, though another event of this row may.
  private void addNew(Gathered owner, Event event, RowPlace place, String remedy) {
    Event ofRow = eventsOfRow.putIfAbsent(event.id(), event);
    if (ofRow != null) {
      if (!ofRow.equals(event)) {
        throw new DatasetException(
            place,
            "%s is the id of two events of this row (expected each id once; %s)"
                .formatted(Shown.text(event.id()), remedy));
      }
      row.whenKept(() -> duplicates++);
      return;
    }
    row.whenKept(() -> {
      eventIndex.add(event, owner, places.packed(place));
      owner.add(event);
      eventsOfRow.clear();
    });
    row.whenDiscarded(eventsOfRow::clear);
  }

  /// Takes note of whose contact a customer is.
  void join(Gathered customer, String account, RowPlace place, Column column) {
    Gathered joined = account(account);
    Gathered earlier = customer.account().orElse(joined);
    if (earlier != joined) {
      throw new DatasetException(
          place,
          ("column %s names another account for this customer than %s (expected one account a"
                  + " customer; correct one of them, or leave out rows of former accounts with where)")
              .formatted(column.name(), places.place(customer.placeOfAccount())));
    }
    row.whenKept(() -> {
      joined.meet();
      if (customer.account().isEmpty()) {
        customer.join(joined, places.packed(place));
      }
    });
  }

  /// @param ofAccounts whether it is said of accounts, not of their contacts
  void define(AttributeDefinition definition, Column column, boolean ofAccounts) {
    AttributeDefinition earlier = definitions.putIfAbsent(definition.name(), definition);
    if (earlier != null && !earlier.equals(definition)) {
      throw new DatasetException(
          "%s: attribute \"%s\" is declared as another kind of attribute elsewhere in the mapping"
                  .formatted(column.place(), definition.name())
              + " (expected one basis, type and scale for one name; give one of them another name)");
    }
    if (ofAccounts) {
      namesOfAccounts.add(definition.name());
    }
  }

  /// Lets go of the events' ids, when all has been read.
  void finish() {
    eventIndex = new EventIndex();
  }

  List<AttributeDefinition> definitions() {
    return List.copyOf(definitions.values());
  }

  List<AttributeDefinition> definitionsOfAccounts() {
    return definitions.values().stream()
        .filter(definition -> namesOfAccounts.contains(definition.name()))
        .toList();
  }

  Map<String, Gathered> customers() {
    return Collections.unmodifiableMap(customers);
  }

  Map<String, Gathered> accounts() {
    return Collections.unmodifiableMap(accounts);
  }

  /// How many events were there already when they came.
  long duplicates() {
    return duplicates;
  }

  private static Event happened(Event event) {
    return event instanceof LateEvent late ? late.event() : event;
  }
}
