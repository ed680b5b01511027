package io.kindred.datasets;

import java.util.List;
import java.util.Optional;

/// Which columns of a table make an event, one record for each kind of event.
///
/// A column that is left out gives an empty word, or 0 for a number.
public sealed interface EventMapping {
  /// The event's kind in the singular, which begins its id.
  String kind();

  /// Filters which must all pass for a row to be such an event.
  List<RowFilter> where();

  /// The event's id; where it is left out the file and the row name the event.
  Optional<Column> id();

  /// When it happened; where it is left out the table's time.
  Optional<TimeSource> time();

  /// Orders.
  ///
  /// @param lines rows with one id are lines of one order: their money and items are added up
  record Orders(
      List<RowFilter> where,
      Optional<Column> id,
      Optional<TimeSource> time,
      boolean lines,
      NumberSource amount,
      Optional<NumberSource> items,
      Optional<WordSource> category,
      Optional<WordSource> channel,
      Optional<WordSource> discount)
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
      boolean lines,
      NumberSource amount,
      Optional<NumberSource> items)
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
      Optional<WordSource> channel,
      Optional<NumberSource> pages)
      implements EventMapping {
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
      WordSource step,
      Optional<NumberSource> value)
      implements EventMapping {
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
      WordSource step,
      Optional<WordSource> channel)
      implements EventMapping {
    public Messages {
      where = where == null ? List.of() : List.copyOf(where);
      checkStep(step, "sent, opened, clicked");
    }

    @Override
    public String kind() {
      return "message";
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
