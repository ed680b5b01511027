package io.kindred.datasets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Turns a mapping's sources into functions of a row, for one file whose header is known.
final class Binding {
  /// No event or knowledge may be earlier.
  static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");

  private final Header header;
  private final TableFormat format;
  private final Optional<String> timeFormat;
  private final TimeText timeText;
  private final Instant notAfter;

  Binding(TableMapping table, Header header, ZoneId zone, Instant notAfter) {
    this.header = header;
    this.format = table.format();
    this.timeFormat = table.timeFormat();
    this.timeText = new TimeText(table.timeFormat(), zone);
    this.notAfter = notAfter;
  }

  Header header() {
    return header;
  }

  /// A cell's text without blanks around it; empty where it is blank or says "unknown".
  Function<Row, String> text(Column column) {
    int index = header.index(column);
    return row -> {
      String text = row.cells()[index].strip();
      return format.unknown().contains(text) ? "" : text;
    };
  }

  Function<Row, String> customer(CustomerSource source) {
    return switch (source) {
      case CustomerSource.InColumn(Column column) -> text(column);
      case CustomerSource.OfAccount(Column column) -> text(column);
      case CustomerSource.RowNumber _ -> row -> Long.toString(row.ordinal());
    };
  }

  Function<Row, Instant> time(TimeSource source) {
    return switch (source) {
      case TimeSource.InColumn(Column column) -> time(column);
      case TimeSource.Fixed(var day) -> {
        Instant time = day.atStartOfDay(timeText.zone()).toInstant();
        yield row -> {
          if (isOutside(time)) {
            throw outside(row, time, "the mapping's date " + day);
          }
          return time;
        };
      }
    };
  }

  /// The day a text says, as the table's time format or ISO 8601 writes it. It may lie in the
  /// future, as a contract's end does.
  Function<String, Optional<LocalDate>> day() {
    TimeText ofTable = new TimeText(timeFormat, timeText.zone());
    TimeText iso = new TimeText(Optional.empty(), timeText.zone());
    return text ->
        ofTable
            .time(text)
            .or(() -> iso.time(text))
            .map(time -> LocalDate.ofInstant(time, timeText.zone()));
  }

  /// A product of cells; `blank` of the source stands in where one of them is blank.
  Function<Row, BigDecimal> number(NumberSource source) {
    List<Function<Row, Optional<BigDecimal>>> factors =
        source.factors().stream().map(this::optionalNumber).toList();
    String columns = columns(source);
    return row -> {
      BigDecimal product = BigDecimal.ONE;
      for (Function<Row, Optional<BigDecimal>> factor : factors) {
        Optional<BigDecimal> number = factor.apply(row);
        if (number.isEmpty()) {
          return source
              .blank()
              .orElseThrow(() ->
                  row.problem(
                      "%s is blank (expected a number; write blank: 0 beside the column in the"
                              .formatted(columns)
                          + " mapping where a blank means nothing)"));
        }
        product = product.multiply(number.get());
      }
      if (Double.isInfinite(product.doubleValue())) {
        throw row.problem(
            "%s is too large for a number (expected less than 1.8e308; correct the row)"
                .formatted(columns));
      }
      return source.negate() ? product.negate() : product;
    };
  }

  /// A number that may not be below zero.
  Function<Row, BigDecimal> notNegative(NumberSource source, String what, String remedy) {
    Function<Row, BigDecimal> number = number(source);
    String columns = columns(source);
    return row -> {
      BigDecimal value = number.apply(row);
      if (value.signum() < 0) {
        throw row.problem(
            "%s is %s, from %s%s (expected >= 0; %s)"
                .formatted(
                    what,
                    Shown.text(value.toPlainString()),
                    columns,
                    source.negate() ? " negated" : "",
                    remedy));
      }
      return usable(row, value, what, columns);
    };
  }

  /// A number of any sign.
  Function<Row, BigDecimal> anyNumber(NumberSource source, String what) {
    Function<Row, BigDecimal> number = number(source);
    String columns = columns(source);
    return row -> usable(row, number.apply(row), what, columns);
  }

  private static BigDecimal usable(Row row, BigDecimal value, String what, String columns) {
    if (!NumberText.isUsable(value)) {
      throw row.problem(
          "%s is %s, from %s (expected at most %s; correct the row, or map another column)"
              .formatted(what, Shown.text(value.toString()), columns, NumberText.LARGEST_TEXT));
    }
    return value;
  }

  Function<Row, String> word(WordSource source) {
    return switch (source) {
      case WordSource.Fixed(String word) -> _ -> word;
      case WordSource.InColumn(Column column, Map<String, String> words) -> {
        Function<Row, String> text = text(column);
        yield words.isEmpty() ? text : row -> translated(row, column, text.apply(row), words);
      }
    };
  }

  Predicate<Row> all(List<RowFilter> filters) {
    List<Predicate<Row>> tests = filters.stream().map(this::test).toList();
    return row -> {
      for (Predicate<Row> test : tests) {
        if (!test.test(row)) {
          return false;
        }
      }
      return true;
    };
  }

  private Predicate<Row> test(RowFilter filter) {
    Function<Row, String> text = text(filter.column());
    return switch (filter.test()) {
      case RowFilter.Test.OneOf(var words, boolean wanted) ->
          row -> words.contains(text.apply(row)) == wanted;
      case RowFilter.Test.StartsWith(String beginning, boolean wanted) ->
          row -> text.apply(row).startsWith(beginning) == wanted;
      case RowFilter.Test.IsBlank(boolean wanted) -> row -> text.apply(row).isEmpty() == wanted;
      case RowFilter.Test.Compared(RowFilter.Bound bound, BigDecimal limit) -> {
        Function<Row, BigDecimal> number = number(NumberSource.of(filter.column()));
        yield row -> bound.admits(number.apply(row).compareTo(limit));
      }
    };
  }

  private Function<Row, Instant> time(Column column) {
    Function<Row, String> text = text(column);
    return row -> {
      String written = text.apply(row);
      Instant time =
          timeText
              .time(written)
              .orElseThrow(() ->
                  row.problem(
                      "column %s is \"%s\" (expected %s)"
                          .formatted(column.name(), Shown.text(written), timeText.expected())));
      if (isOutside(time)) {
        throw outside(
            row, time, "column %s, \"%s\",".formatted(column.name(), Shown.text(written)));
      }
      return time;
    };
  }

  private boolean isOutside(Instant time) {
    return time.isBefore(EARLIEST) || time.isAfter(notAfter);
  }

  private DatasetException outside(Row row, Instant time, String source) {
    return row.problem(
        time.isBefore(EARLIEST)
            ? "%s lies before 1700 (expected a later time; correct the date, or timeFormat)"
                .formatted(source)
            : "%s lies in the future (expected nothing after %s; correct the date, or the data set's"
                    .formatted(source, notAfter)
                + " time zone or timeFormat)");
  }

  private Function<Row, Optional<BigDecimal>> optionalNumber(Column column) {
    Function<Row, String> text = text(column);
    return row -> {
      String written = text.apply(row);
      if (written.isEmpty()) {
        return Optional.empty();
      }
      Optional<BigDecimal> number = NumberText.number(written, format.decimal());
      if (number.isEmpty()) {
        throw row.problem(
            "column %s is \"%s\" (expected a finite number such as 12%s50)"
                .formatted(column.name(), Shown.text(written), format.decimal()));
      }
      return number;
    };
  }

  private static String translated(Row row, Column column, String text, Map<String, String> words) {
    String word = text.isEmpty() ? "" : words.get(text);
    if (word == null) {
      throw row.problem(
          "column %s is \"%s\" (expected one of the mapping's words: %s; add it there)"
              .formatted(
                  column.name(),
                  Shown.text(text),
                  words.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }
    return word;
  }

  private static String columns(NumberSource source) {
    return "column "
        + source.factors().stream().map(Column::name).collect(Collectors.joining(" x column "));
  }
}
