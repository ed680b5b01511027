package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Vocabulary;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A table whose columns have types, read column by column from DuckDB instead of row by row.
///
/// Texts come as digests, and what the mapping makes of each different text is worked out once by
/// the same functions that the row reader uses; times and numbers come as numbers. Whatever would
/// be read otherwise than the row reader does, or refused by it, is left to it: {@link NoFastWay}.
/// One thing it does not see, since it looks at one customer at a time: an id that two customers
/// share.
final class TypedTable {
  private final TableMapping table;
  private final ChunkColumns columns;
  private final Binding binding;
  private final Instant notAfter;

  TypedTable(TableMapping table, ChunkColumns columns, ZoneId zone, Instant notAfter) {
    this.table = table;
    this.columns = columns;
    this.binding = new Binding(table, columns.header(), zone, notAfter);
    this.notAfter = notAfter;
  }

  @FunctionalInterface
  private interface Test {
    boolean passes(int row) throws NoFastWay;
  }

  /// What is made of the rows that pass some filters.
  private record Maker(List<RowFilter> where, RowAction action) {}

  /// Reads all rows into the partitions.
  ///
  /// @param customers takes the ids by their digests
  void read(
      Customers customers,
      Partitions partitions,
      Vocabulary vocabulary,
      List<AttributeDefinition> definitions,
      Bounds bounds)
      throws NoFastWay, SQLException {
    if (table.account().isPresent()
        || !(table.customer() instanceof CustomerSource.InColumn(Column customerColumn))) {
      throw new NoFastWay("customers are numbered or belong to accounts");
    }
    long[] digest = columns.longs(ChunkColumns.digest(columns.textOf(customerColumn))).values;
    int customerText = columns.text(customerColumn);
    Test where = all(table.where());
    List<Maker> makers = new ArrayList<>();
    TypedRows rows = new TypedRows(columns, binding, table, vocabulary, notAfter);
    TypedEvents events = new TypedEvents(rows);
    for (EventMapping event : table.events()) {
      makers.add(new Maker(event.where(), events.action(event, partitions, bounds)));
    }
    if (!table.attributes().isEmpty()) {
      TypedAttributes attributes = new TypedAttributes(rows);
      makers.add(new Maker(List.of(), attributes.action(partitions, definitions)));
    }
    Dispatch dispatch = dispatch(makers);
    int[] customer = new int[ChunkColumns.CHUNK];
    columns.read(count -> {
      customers.numbers(digest, count, customer, table, columns, customerText);
      for (int row = 0; row < count; row++) {
        if (customer[row] != Customers.LEFT_OUT && where.passes(row)) {
          dispatch.apply(row, customer[row]);
        }
      }
    });
  }

  /// What is done with each row.
  private interface Dispatch {
    void apply(int row, int customer) throws NoFastWay;
  }

  /// Tables mostly say in one column what a row is: then its text chooses what to do, and no filter
  /// is asked.
  private Dispatch dispatch(List<Maker> makers) throws NoFastWay, SQLException {
    List<String> asked =
        makers.stream()
            .flatMap(maker -> maker.where().stream())
            .map(filter -> filter.column().name())
            .distinct()
            .toList();
    boolean byOneText =
        asked.size() == 1
            && makers.stream()
                .flatMap(maker -> maker.where().stream())
                .noneMatch(filter -> filter.test() instanceof RowFilter.Test.Compared);
    if (!byOneText) {
      RowAction[] all = new RowAction[makers.size()];
      for (int i = 0; i < all.length; i++) {
        Test test = all(makers.get(i).where());
        RowAction action = makers.get(i).action();
        all[i] =
            (row, customer) -> {
              if (test.passes(row)) {
                action.apply(row, customer);
              }
            };
      }
      return (row, customer) -> {
        for (RowAction action : all) {
          action.apply(row, customer);
        }
      };
    }
    Column column =
        makers.stream().flatMap(maker -> maker.where().stream()).findFirst().orElseThrow().column();
    WordsOfColumn texts = columns.words(column);
    RowAction[][] byText = new RowAction[texts.size()][];
    for (int text = 0; text < byText.length; text++) {
      List<RowAction> actions = new ArrayList<>();
      for (Maker maker : makers) {
        if (texts.tests(binding.all(maker.where()))[text]) {
          actions.add(maker.action());
        }
      }
      byText[text] = actions.toArray(RowAction[]::new);
    }
    ChunkColumns.Texts kind = columns.texts(column);
    return (row, customer) -> {
      for (RowAction action : byText[kind.at(row)]) {
        action.apply(row, customer);
      }
    };
  }

  /// What is known of the events of all tables.
  static final class Bounds {
    private long last = Long.MIN_VALUE;
    private long rowIds;

    /// The latest moment of an event; the least number where there is none.
    long last() {
      return last;
    }

    void met(long moment) {
      last = Math.max(last, moment);
    }

    /// An id for a row that has none.
    long nextRowId() {
      return rowIds++;
    }
  }

  private Test all(List<RowFilter> filters) throws NoFastWay, SQLException {
    List<Test> tests = new ArrayList<>();
    for (RowFilter filter : filters) {
      tests.add(test(filter));
    }
    return switch (tests.size()) {
      case 0 -> _ -> true;
      case 1 -> tests.getFirst();
      default ->
          row -> {
            for (Test test : tests) {
              if (!test.passes(row)) {
                return false;
              }
            }
            return true;
          };
    };
  }

  private Test test(RowFilter filter) throws NoFastWay, SQLException {
    if (filter.test() instanceof RowFilter.Test.Compared(RowFilter.Bound bound, BigDecimal limit)) {
      ChunkColumns.Doubles numbers = columns.numbers(filter.column());
      return row -> {
        double number = numbers.at(row);
        if (Double.isNaN(number)) {
          throw new NoFastWay("a number is blank");
        }
        return bound.admits(BigDecimal.valueOf(number).compareTo(limit));
      };
    }
    Predicate<Row> test = binding.all(List.of(filter));
    boolean[] passes = columns.words(filter.column()).tests(test);
    ChunkColumns.Texts texts = columns.texts(filter.column());
    return row -> passes[texts.at(row)];
  }
}
