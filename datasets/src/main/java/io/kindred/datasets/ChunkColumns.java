package io.kindred.datasets;

import io.kindred.features.LocalDays;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/// The columns of a table as DuckDB gives them, a chunk of rows at a time: what to select, and
/// where the values of the current chunk are.
final class ChunkColumns {
  /// DuckDB's vectors have at most so many values.
  static final int CHUNK = 2048;

  private static final int NONE = -1;
  private static final double LARGEST = NumberText.LARGEST.doubleValue();
  private static final int MOST_WORDS = 1_000_000;

  private final Connection connection;
  private final String relation;
  private final Map<String, String> types;
  private final Header header;
  private final List<String> unknown;
  private final Optional<String> timeFormat;
  private final LocalDays localDays;
  private final boolean numericIds;

  // What to select, each expression once.
  private final List<String> expressions = new ArrayList<>();
  private final Map<Integer, Reading> readings = new LinkedHashMap<>();
  private final Map<String, WordsOfColumn> words = new LinkedHashMap<>();

  /// The current chunk's, in the order of the expressions.
  private DuckDBReadableVector[] vectors = {};

  private interface Reading {
    void read(DuckDBReadableVector vector, int rows) throws NoFastWay;
  }

  /// @param relation what to select from, as SQL without anything a user wrote unquoted
  /// @param types the SQL type of each column
  /// @param numericIds whether integers may stand for ids as they are, because no other table has
  ///   events of the same kind
  ChunkColumns(
      Connection connection,
      String relation,
      Map<String, String> types,
      Header header,
      TableFormat format,
      Optional<String> timeFormat,
      ZoneId zone,
      boolean numericIds) {
    this.connection = connection;
    this.relation = relation;
    this.types = types;
    this.header = header;
    this.unknown = format.unknown();
    this.timeFormat = timeFormat;
    this.localDays = new LocalDays(zone);
    this.numericIds = numericIds;
  }

  /// Numbers of the current chunk, or one number for all rows.
  ///
  /// These are classes and not functions so that a loop over rows calls nothing that could be
  /// something else.
  static final class Longs {
    final long[] values = new long[CHUNK];

    static Longs constant(long value) {
      Longs constant = new Longs();
      Arrays.fill(constant.values, value);
      return constant;
    }
  }

  /// Numbers, looked at only where a row needs one.
  static final class Doubles {
    private final ChunkColumns columns;
    private final int vector;
    private final double sign;
    private final double blank;

    private Doubles(ChunkColumns columns, int vector, double sign, double blank) {
      this.columns = columns;
      this.vector = vector;
      this.sign = sign;
      this.blank = blank;
    }

    /// NaN where the cell is blank and the mapping does not say what that means.
    double at(int row) throws NoFastWay {
      if (vector == NONE) {
        return blank;
      }
      DuckDBReadableVector cells = columns.vectors[vector];
      double value = cells.getDouble(row, Double.NaN);
      if (Double.isNaN(value)) {
        if (cells.isNull(row)) {
          return blank;
        }
        throw new NoFastWay("a number is not finite");
      }
      if (Math.abs(value) > LARGEST) {
        throw new NoFastWay("a number is too large");
      }
      return sign * value + 0.0;
    }
  }

  /// The texts of a column by their numbers, looked at only where a row needs one.
  static final class Texts {
    private final ChunkColumns columns;
    private final int vector;
    private final WordsOfColumn words;

    private Texts(ChunkColumns columns, int vector, WordsOfColumn words) {
      this.columns = columns;
      this.vector = vector;
      this.words = words;
    }

    int at(int row) throws NoFastWay {
      return words.code(columns.vectors[vector].getLong(row));
    }
  }

  Header header() {
    return header;
  }

  /// A query over the table; it gives a row at most.
  boolean anyRow(String select) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select);
        ResultSet found = statement.executeQuery()) {
      return found.next();
    }
  }

  String relation() {
    return relation;
  }

  Connection connection() {
    return connection;
  }

  /// Takes the number of rows of each chunk, when the values of all columns are there.
  interface Chunks {
    void next(int rows) throws NoFastWay;
  }

  /// Reads the table once.
  void read(Chunks chunks) throws NoFastWay, SQLException {
    String select = "SELECT %s FROM %s".formatted(String.join(", ", expressions), relation);
    vectors = new DuckDBReadableVector[expressions.size()];
    try (DuckDBPreparedStatement statement =
            (DuckDBPreparedStatement) connection.prepareStatement(select);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        int rows = Math.toIntExact(chunk.rowCount());
        if (rows > CHUNK) {
          throw new NoFastWay("DuckDB's chunks are longer than expected");
        }
        for (int i = 0; i < vectors.length; i++) {
          vectors[i] = chunk.vector(i);
        }
        for (Map.Entry<Integer, Reading> reading : readings.entrySet()) {
          reading.getValue().read(vectors[reading.getKey()], rows);
        }
        chunks.next(rows);
      }
    }
  }

  Longs time(TimeSource source) throws NoFastWay {
    if (!(source instanceof TimeSource.InColumn(Column column))) {
      LocalDate day = ((TimeSource.Fixed) source).day();
      long nanos = localDays.nanosOfLocal(day.toEpochDay() * 86_400_000_000_000L);
      return Longs.constant(nanos);
    }
    String identifier = Database.identifier(nameOf(column));
    String type = typeOf(column);
    if (type.equals("TIMESTAMP WITH TIME ZONE")) {
      return longs("epoch_ns(%s)".formatted(identifier));
    }
    if (timeFormat.isPresent()
        || !List.of("TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S", "DATE")
            .contains(type)) {
      throw new NoFastWay("times are texts");
    }
    return longs("epoch_ns(%s::TIMESTAMP_NS)".formatted(identifier), localDays::nanosOfLocal);
  }

  Longs id(Column column) throws NoFastWay {
    if (numericIds && isInteger(column)) {
      return longs("%s::BIGINT".formatted(Database.identifier(nameOf(column))));
    }
    if (!unknown.isEmpty()) {
      throw new NoFastWay("an id may be unknown");
    }
    // What the row reader would strip is left to it.
    String text = textOf(column);
    return longs(
        "CASE WHEN %s <> '' AND NOT regexp_matches(%s, '^\\s|\\s$') THEN %s END"
            .formatted(text, text, digest(text)));
  }

  /// Numbers of a source; 0 where it is not mapped.
  Doubles number(Optional<NumberSource> source) throws NoFastWay {
    if (source.isEmpty()) {
      return zero();
    }
    if (source.get().factors().size() > 1) {
      throw new NoFastWay("numbers are products");
    }
    double sign = source.get().negate() ? -1 : 1;
    double blank = source.get().blank().map(BigDecimal::doubleValue).orElse(Double.NaN);
    return new Doubles(this, number(source.get().factors().getFirst()), sign, blank);
  }

  Doubles zero() {
    return new Doubles(this, NONE, 1, 0);
  }

  /// A column's numbers, NaN where a cell is blank.
  Doubles numbers(Column column) throws NoFastWay {
    return new Doubles(this, number(column), 1, Double.NaN);
  }

  private int number(Column column) throws NoFastWay {
    if (!isNumber(column)) {
      throw new NoFastWay("numbers are texts");
    }
    return select("%s::DOUBLE".formatted(Database.identifier(nameOf(column))));
  }

  Longs longs(String expression) {
    return longs(expression, value -> value);
  }

  private Longs longs(String expression, LongUnaryOperator converted) {
    Longs longs = new Longs();
    long[] values = longs.values;
    Reading reading =
        (vector, rows) -> {
          for (int row = 0; row < rows; row++) {
            long value = vector.getLong(row, Long.MIN_VALUE);
            if (value == Long.MIN_VALUE) {
              throw new NoFastWay("a cell is blank");
            }
            values[row] = converted.applyAsLong(value);
          }
        };
    readings.merge(
        select(expression),
        reading,
        (first, second) ->
            (vector, rows) -> {
              first.read(vector, rows);
              second.read(vector, rows);
            });
    return longs;
  }

  /// The texts of a column.
  Texts texts(Column column) throws NoFastWay, SQLException {
    WordsOfColumn known = words(column);
    return new Texts(this, select(digest(textOf(column))), known);
  }

  /// A text as it is, at a place among what is selected.
  int text(Column column) throws NoFastWay {
    return select(textOf(column));
  }

  /// The text of a cell; none where it is blank.
  Optional<String> text(int vector, int row) {
    return Optional.ofNullable(vectors[vector].getString(row));
  }

  private int select(String expression) {
    int known = expressions.indexOf(expression);
    if (known >= 0) {
      return known;
    }
    expressions.add(expression);
    return expressions.size() - 1;
  }

  WordsOfColumn words(Column column) throws NoFastWay, SQLException {
    WordsOfColumn known = words.get(column.name());
    if (known == null) {
      known = distinct(column);
      words.put(column.name(), known);
    }
    return known;
  }

  private WordsOfColumn distinct(Column column) throws NoFastWay, SQLException {
    String text = textOf(column);
    List<String> texts = new ArrayList<>();
    LongCodes codes = new LongCodes(64);
    String select =
        "SELECT t, %s FROM (SELECT DISTINCT %s AS t FROM %s UNION SELECT NULL) LIMIT %d"
            .formatted(digest("t"), text, relation, MOST_WORDS + 1);
    try (PreparedStatement statement = connection.prepareStatement(select);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String word = rows.getString(1);
        int code = texts.size();
        if (codes.putIfAbsent(rows.getLong(2), code) != code) {
          throw new NoFastWay("two words have one digest");
        }
        texts.add(word == null ? "" : word);
      }
    }
    if (texts.size() > MOST_WORDS) {
      throw new NoFastWay("a column has too many different words");
    }
    return new WordsOfColumn(
        header.index(column), header.names().size(), header.file(), texts, codes);
  }

  /// 63 bits of DuckDB's digest, as a number that is not below zero.
  static String digest(String text) {
    return "(hash(%s) >> 1)::BIGINT".formatted(text);
  }

  /// A column as the text that the row reader would see.
  String textOf(Column column) throws NoFastWay {
    String identifier = Database.identifier(nameOf(column));
    String type = typeOf(column);
    if (type.equals("VARCHAR")) {
      return identifier;
    }
    if (isInteger(column) || type.equals("BOOLEAN") || type.equals("DATE")) {
      return "CAST(%s AS VARCHAR)".formatted(identifier);
    }
    throw new NoFastWay("a word is of type " + type);
  }

  private boolean isInteger(Column column) {
    return List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
        .contains(typeOf(column));
  }

  boolean isNumber(Column column) throws NoFastWay {
    nameOf(column);
    String type = typeOf(column);
    // A FLOAT is a shorter text than the DOUBLE it becomes.
    return isInteger(column) || type.equals("DOUBLE") || type.startsWith("DECIMAL");
  }

  private String typeOf(Column column) {
    return types.getOrDefault(column.name(), "");
  }

  String nameOf(Column column) throws NoFastWay {
    if (!types.containsKey(column.name())) {
      throw new NoFastWay("a column is missing");
    }
    return column.name();
  }
}
