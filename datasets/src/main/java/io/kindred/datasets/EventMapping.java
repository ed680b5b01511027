package io.kindred.datasets;

import io.kindred.features.CustomEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which columns of a table make an event, one record for each kind of event.
///
/// A column that is left out gives an empty word, or 0 for a number.
public sealed interface EventMapping {
  /// The event's kind in the singular, for people.
  String kind();

  /// Filters which must all pass for a row to be such an event.
  List<RowFilter> where();

  /// The event's id; where it is left out the file and the row name the event.
  Optional<Column> id();

  /// When it happened; where it is left out the table's time.
  Optional<TimeSource> time();

  /// From when on it was known; where it is left out, or says an earlier time, from when it
  /// happened.
  Optional<TimeSource> knownSince();

  /// Of which currency its money is; where it is left out or blank, of the data set's.
  default Optional<WordSource> currency() {
    return Optional.empty();
  }

  /// Kinds of which a row always is a whole event.
  sealed interface OfOneRow extends EventMapping {}

  /// Orders.
  ///
  /// @param lines rows with one id are lines of one order: their money and items are added up
  record Orders(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      Optional<TimeSource> knownSince,
      boolean lines,
      NumberSource amount,
      Optional<WordSource> currency,
      Optional<NumberSource> items,
      Optional<WordSource> product,
      Optional<WordSource> category,
      Optional<WordSource> channel,
      Optional<WordSource> discount,
      Optional<WordSource> store)
      implements EventMapping {
    public Orders {
      where = where == null ? List.of() : List.copyOf(where);
      checkAmount(amount);
      checkLines(lines, id);
    }

    @Override
    public String kind() {
      return "order";
    }
  }

  /// Goods sent back and orders cancelled.
  ///
  /// @param lines rows with one id are lines of one return: their money and items are added up
  record Returns(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      Optional<TimeSource> knownSince,
      boolean lines,
      NumberSource amount,
      Optional<WordSource> currency,
      Optional<NumberSource> items,
      Optional<WordSource> product,
      Optional<WordSource> category)
      implements EventMapping {
    public Returns {
      where = where == null ? List.of() : List.copyOf(where);
      checkAmount(amount);
      checkLines(lines, id);
    }

    @Override
    public String kind() {
      return "return";
    }
  }

  /// Visits to a site, an application or a store.
  record Visits(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      Optional<TimeSource> knownSince,
      Optional<WordSource> channel,
      Optional<NumberSource> pages,
      Optional<WordSource> device,
      Optional<WordSource> referrer)
      implements OfOneRow {
    public Visits {
      where = where == null ? List.of() : List.copyOf(where);
    }

    @Override
    public String kind() {
      return "visit";
    }
  }

  /// Carts filled and carts left behind.
  ///
  /// @param step `filled` or `abandoned`
  record Carts(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      Optional<TimeSource> knownSince,
      WordSource step,
      Optional<NumberSource> value,
      Optional<WordSource> currency)
      implements OfOneRow {
    public Carts {
      where = where == null ? List.of() : List.copyOf(where);
      checkStep(step, "filled, abandoned");
    }

    @Override
    public String kind() {
      return "cart";
    }
  }

  /// Messages and what became of them.
  ///
  /// @param step `sent`, `opened` or `clicked`
  record Messages(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      Optional<TimeSource> knownSince,
      WordSource step,
      Optional<WordSource> channel,
      Optional<WordSource> campaign)
      implements OfOneRow {
    public Messages {
      where = where == null ? List.of() : List.copyOf(where);
      checkStep(step, "sent, opened, clicked");
    }

    @Override
    public String kind() {
      return "message";
    }
  }

  /// Subscriptions and contracts and what became of them.
  ///
  /// @param step `started`, `renewed` or `cancelled`
  record Subscriptions(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      Optional<TimeSource> knownSince,
      WordSource step,
      Optional<WordSource> plan,
      Optional<NumberSource> amount,
      Optional<WordSource> currency)
      implements OfOneRow {
    public Subscriptions {
      where = where == null ? List.of() : List.copyOf(where);
      checkStep(step, "started, renewed, cancelled");
    }

    @Override
    public String kind() {
      return "subscription";
    }
  }

  /// Requests for help and complaints.
  record Support(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      Optional<TimeSource> knownSince,
      Optional<WordSource> channel,
      Optional<WordSource> topic)
      implements OfOneRow {
    public Support {
      where = where == null ? List.of() : List.copyOf(where);
    }

    @Override
    public String kind() {
      return "support contact";
    }
  }

  /// Anything else that only this company has.
  ///
  /// @param name what happened, such as `webinar_attended`
  /// @param properties further words by what they are called
  record Custom(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      Optional<TimeSource> knownSince,
      WordSource name,
      Optional<NumberSource> value,
      Map<String, WordSource> properties)
      implements OfOneRow {
    public Custom {
      where = where == null ? List.of() : List.copyOf(where);
      properties = properties == null ? Map.of() : Map.copyOf(properties);
      if (name == null) {
        throw new IllegalArgumentException(
            "name is missing (expected the column that says what happened, or {constant: ...})");
      }
      if (name instanceof WordSource.Fixed(String word) && word.isBlank()) {
        throw new IllegalArgumentException(
            "name is blank (expected what happened, such as webinar_attended)");
      }
      if (properties.size() > CustomEvent.MOST_PROPERTIES) {
        throw new IllegalArgumentException(
            "properties has %d words (expected at most %d; leave out those no feature needs)"
                .formatted(properties.size(), CustomEvent.MOST_PROPERTIES));
      }
      for (String property : properties.keySet()) {
        if (property.isBlank() || property.contains("=")) {
          throw new IllegalArgumentException(
              "properties has \"%s\" (expected a name without '=')".formatted(property));
        }
      }
    }

    @Override
    public String kind() {
      return "custom event";
    }
  }

  private static void checkAmount(NumberSource amount) {
    if (amount == null) {
      throw new IllegalArgumentException("amount is missing (expected the column with the money)");
    }
  }

  private static void checkStep(WordSource step, String steps) {
    if (step == null) {
      throw new IllegalArgumentException(
          "step is missing (expected a column that says %s, or {constant: ...})".formatted(steps));
    }
  }

  private static void checkLines(boolean lines, Optional<Column> id) {
    if (lines && id.isEmpty()) {
      throw new IllegalArgumentException(
          "lines: true without id (expected the column that says which rows belong together)");
    }
  }
}
