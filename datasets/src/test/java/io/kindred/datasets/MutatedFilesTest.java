package io.kindred.datasets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kindred.features.History;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A thousand ways in which a small, sound file can be broken: each is read, with no other row
/// changed, or refused in words, and never anything else.
class MutatedFilesTest {
  private static final int CASES = 1_000;
  private static final int ROWS = 30;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final List<String> COLUMNS =
      List.of("id", "who", "when", "amount", "items", "age", "mood", "city");
  private static final String DROP = "\"; DROP TABLE orders; --";
  private static final String MAPPING =
      """
      name: Shop
      tables:
        - files: FILE
          customer: who
          time: when
          orders: {id: id, amount: amount, items: items, category: city}
          attributes:
            - {column: age, basis: demographic, type: number}
            - {column: mood, basis: psychographic, type: scale, lowest: 1, highest: 5}
            - {column: city, basis: geographic, type: category}
      """;

  private enum Kind {
    CSV("orders.csv", ','),
    GZIPPED("orders.csv.gz", ','),
    TSV("orders.tsv", '\t'),
    PARQUET("orders.parquet", ',');

    private final String file;
    private final char delimiter;

    Kind(String file, char delimiter) {
      this.file = file;
      this.delimiter = delimiter;
    }
  }

  /// A broken file, and what may be expected of it.
  ///
  /// @param refused it must be refused; none where it may be either
  /// @param rows those that may change or be missing
  /// @param column the one whose cell is broken, if one is
  /// @param cutAfter rows from this one on are gone
  private record Broken(
      String what,
      byte[] bytes,
      Optional<Boolean> refused,
      Set<Integer> rows,
      String column,
      int cutAfter) {
    @Override
    public String toString() {
      return what;
    }

    static Broken same(String what, byte[] bytes) {
      return new Broken(what, bytes, Optional.of(false), Set.of(), "", ROWS);
    }

    static Broken refused(String what, byte[] bytes) {
      return new Broken(what, bytes, Optional.of(true), Set.of(), "", ROWS);
    }

    static Broken either(String what, byte[] bytes, Set<Integer> rows) {
      return new Broken(what, bytes, Optional.empty(), rows, "", ROWS);
    }
  }

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Connection writer;

  @TempDir private Path folder;

  @BeforeAll
  static void open() throws SQLException {
    writer = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  static void close() throws SQLException {
    writer.close();
  }

  static IntStream seeds() {
    return IntStream.range(0, CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isReadOrRefused(int seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    // Parquet is the slowest by far, since each file is opened in a database of its own.
    Kind kind = seed % 8 == 7 ? Kind.PARQUET : Kind.values()[seed % 3];
    List<List<String>> rows = rows(random);
    Map<String, History> sound = histories(read(kind, sound(kind, rows), BadRows.none()));
    assertThat(sound).hasSize(ROWS);

    Broken broken = kind == Kind.PARQUET ? parquet(rows, random) : text(kind, rows, random);

    assertTimeoutPreemptively(LONGEST, () -> check(kind, rows, sound, broken), broken::what);
  }

  private void check(Kind kind, List<List<String>> rows, Map<String, History> sound, Broken broken)
      throws IOException {
    Optional<DatasetException> refusal = Optional.empty();
    try {
      Map<String, History> read = histories(read(kind, broken.bytes(), BadRows.none()));
      assertThat(broken.refused()).as("%s was read", broken).isNotEqualTo(Optional.of(true));
      unchanged(rows, sound, read, broken, false);
    } catch (DatasetException e) {
      assertThat(broken.refused())
          .as("%s was refused: %s", broken, e.getMessage())
          .isNotEqualTo(Optional.of(false));
      readsWell(kind, rows, e, broken);
      refusal = Optional.of(e);
    }
    Path listing = folder.resolve("bad-rows.csv");
    try (BadRows badRows = BadRows.upTo(ROWS, listing)) {
      Map<String, History> read = histories(read(kind, broken.bytes(), badRows));
      unchanged(rows, sound, read, broken, refusal.isPresent());
      assertThat(badRows.count() > 0)
          .as("%s: rows set aside", broken)
          .isEqualTo(refusal.isPresent());
      if (!broken.column().isEmpty()) {
        assertThat(badRows.count()).as(broken.what()).isEqualTo(refusal.isPresent() ? 1 : 0);
        assertThat(read).as(broken.what()).hasSize(ROWS - badRows.count());
      }
    } catch (DatasetException e) {
      assertThat(refusal).as(broken.what()).isPresent();
      assertThat(broken.column()).as("%s: %s", broken, e.getMessage()).isEmpty();
    }
  }

  /// Every row that was not broken says what it said.
  private static void unchanged(
      List<List<String>> rows,
      Map<String, History> sound,
      Map<String, History> read,
      Broken broken,
      boolean setAside) {
    if (broken.rows().contains(-1)) {
      return;
    }
    for (int i = 0; i < ROWS; i++) {
      String customer = rows.get(i).get(1);
      if (broken.rows().contains(i)) {
        continue;
      }
      if (i >= broken.cutAfter()) {
        assertThat(read).as("%s: row %d", broken, i).doesNotContainKey(customer);
      } else {
        assertThat(read.get(customer))
            .as("%s: row %d%s", broken, i, setAside ? ", some set aside" : "")
            .isEqualTo(sound.get(customer));
      }
    }
    assertThat(read.size()).as(broken.what()).isLessThanOrEqualTo(ROWS + broken.rows().size());
  }

  /// One paragraph that names the file and, for a cell, its line and column, and says what to do.
  private static void readsWell(
      Kind kind, List<List<String>> rows, DatasetException refusal, Broken broken) {
    String message = String.valueOf(refusal.getMessage());
    assertThat(message).as(broken.what()).contains(kind.file).containsPattern("\\((expected|say) ");
    assertThat(message.lines()).as(broken.what()).hasSize(1);
    assertThat(message).as(broken.what()).hasSizeLessThan(2_000);
    if (!broken.column().isEmpty()) {
      int row = broken.rows().iterator().next();
      String place =
          kind == Kind.PARQUET
              ? kind.file + " row " + (row + 1)
              : kind.file + ":" + (1 + lineOf(rows, row));
      assertThat(message)
          .as(broken.what())
          .startsWith(place + ": ")
          .contains("column " + broken.column());
    }
  }

  private Broken text(Kind kind, List<List<String>> rows, SplittableRandom random)
      throws IOException {
    String text = written(kind, rows);
    int row = random.nextInt(ROWS);
    return switch (random.nextInt(14)) {
      case 0 -> cut(kind, text, rows, random);
      case 1 ->
          Broken.refused(
              "another delimiter",
              packed(kind, text.replace(kind.delimiter, random.nextBoolean() ? ';' : '|')));
      case 2 ->
          Broken.refused(
              "another encoding",
              packed(kind, text.getBytes(random.nextBoolean() ? ISO_8859_1 : UTF_16LE)));
      case 3 -> swapped(kind, rows, random);
      case 4, 5, 6, 7 -> cell(kind, rows, row, random);
      case 8 -> raw(kind, rows, row, random);
      case 9 -> columnNamedLikeSql(kind, rows, random);
      case 10 -> header(kind, rows, text, random);
      case 11 -> nulBytes(kind, text, rows, random);
      case 12, 13 -> flipped(kind, text, rows, random);
      default -> throw new IllegalStateException();
    };
  }

  private static Broken cut(
      Kind kind, String text, List<List<String>> rows, SplittableRandom random) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    int length = random.nextInt(bytes.length);
    if (kind == Kind.GZIPPED && random.nextBoolean()) {
      byte[] whole = packed(kind, bytes);
      return Broken.refused(
          "a compressed file cut short", Arrays.copyOf(whole, random.nextInt(whole.length)));
    }
    int row = rowAt(kind, bytes, rows, length);
    String what = "cut after byte %d, in row %d".formatted(length, row);
    byte[] left = packed(kind, Arrays.copyOf(bytes, length));
    // What is left of a cell may still be one.
    return row < 0
        ? Broken.refused(what, left)
        : new Broken(what, left, Optional.empty(), Set.of(row), "", row);
  }

  private static Broken swapped(Kind kind, List<List<String>> rows, SplittableRandom random)
      throws IOException {
    int one = random.nextInt(COLUMNS.size());
    int other = (one + 1 + random.nextInt(COLUMNS.size() - 1)) % COLUMNS.size();
    List<List<String>> table = new ArrayList<>(List.of(COLUMNS));
    table.addAll(rows);
    String what = "columns %s and %s swapped".formatted(COLUMNS.get(one), COLUMNS.get(other));
    if (random.nextBoolean()) {
      return Broken.same(
          what,
          packed(
              kind,
              joined(kind, table.stream().map(cells -> exchanged(cells, one, other)).toList())));
    }
    // Under the wrong names they may still make sense, of another kind.
    table.set(0, exchanged(COLUMNS, one, other));
    return Broken.either(what + " in the header", packed(kind, joined(kind, table)), Set.of(-1));
  }

  private static Broken cell(Kind kind, List<List<String>> rows, int row, SplittableRandom random)
      throws IOException {
    int column = random.nextInt(COLUMNS.size());
    String value = oddValue(random);
    List<List<String>> changed = withCell(rows, row, column, value);
    return new Broken(
        "cell %s of row %d is %s".formatted(COLUMNS.get(column), row, Shown.text(value)),
        packed(kind, written(kind, changed)),
        refusedIn(COLUMNS.get(column), value),
        Set.of(row),
        COLUMNS.get(column),
        ROWS);
  }

  /// What must become of some values in some columns.
  private static Optional<Boolean> refusedIn(String column, String value) {
    boolean number = Set.of("amount", "items", "age", "mood").contains(column);
    if (number) {
      boolean usual = Set.of("0", "-0", "5").contains(value.strip());
      boolean blank = value.isBlank();
      return blank || usual || value.equals("-1") ? Optional.empty() : Optional.of(true);
    }
    if (column.equals("when")) {
      return Optional.of(!value.equals("1900-01-01"));
    }
    return column.equals("city") && value.length() < 1_000_000
        ? Optional.of(false)
        : Optional.empty();
  }

  private static String oddValue(SplittableRandom random) {
    List<String> values =
        List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "1e308",
            "-1e308",
            "1e309",
            "1e16",
            "1" + "0".repeat(59),
            "-1",
            "5",
            "-0",
            "0",
            "",
            " ",
            "\u00A0",
            "1900-01-01",
            "2100-01-01",
            "0001-01-01",
            "9999-12-31 23:59:59",
            "2025-02-30",
            "say \"no\"",
            "\"",
            "\"\"",
            "two\nlines",
            "\r\n",
            "\r",
            "a,b;c\td|e",
            "\u0000",
            "\u202Eabc",
            "\uFEFFx",
            "😀".repeat(300),
            "x".repeat(257),
            "x".repeat(100_000),
            "7".repeat(100_000),
            DROP,
            "=1+1",
            "0x1F",
            "١٢",
            "1,5",
            "1_000");
    return values.get(random.nextInt(values.size()));
  }

  /// A cell put in as it is, quotes, delimiters, line breaks and all.
  private static Broken raw(Kind kind, List<List<String>> rows, int row, SplittableRandom random)
      throws IOException {
    int column = random.nextInt(COLUMNS.size());
    String mark = "MARK";
    List<String> values =
        List.of(
            "\"open",
            "open\"",
            "\"a\"b",
            "a\"b",
            "\"\"\"",
            "a" + kind.delimiter + "b",
            "\n",
            "\r",
            "\n\n\n",
            "\"" + "x".repeat(1_200_000) + "\"",
            "\"" + "x".repeat(1_200_000),
            "\u0000\u0001\u0002");
    String value = values.get(random.nextInt(values.size()));
    return Broken.either(
        "raw cell %s of row %d is %s".formatted(COLUMNS.get(column), row, Shown.text(value)),
        packed(kind, written(kind, withCell(rows, row, column, mark)).replace(mark, value)),
        Set.of(row));
  }

  private static Broken columnNamedLikeSql(
      Kind kind, List<List<String>> rows, SplittableRandom random) throws IOException {
    int column = random.nextInt(COLUMNS.size());
    boolean added = random.nextBoolean();
    List<List<String>> table = new ArrayList<>();
    for (List<String> cells : table(rows)) {
      List<String> more = new ArrayList<>(cells);
      String name = table.isEmpty() ? DROP : "anything";
      if (added) {
        more.add(column, name);
      } else if (table.isEmpty()) {
        more.set(column, name);
      }
      table.add(more);
    }
    byte[] bytes = packed(kind, joined(kind, table));
    return added
        ? Broken.same("a column more, named like SQL", bytes)
        : Broken.refused("a column named like SQL", bytes);
  }

  private static Broken header(
      Kind kind, List<List<String>> rows, String text, SplittableRandom random) throws IOException {
    String header = text.substring(0, text.indexOf('\n') + 1);
    return switch (random.nextInt(6)) {
      case 0 -> Broken.refused("an empty file", packed(kind, ""));
      case 1 -> Broken.refused("nothing but a header", packed(kind, header));
      case 2 ->
          new Broken(
              "two headers", packed(kind, header + text), Optional.of(true), Set.of(), "", ROWS);
      case 3 -> Broken.refused("no header", packed(kind, text.substring(header.length())));
      case 4 -> Broken.same("a byte order mark", packed(kind, "\uFEFF" + text));
      case 5 -> {
        int column = random.nextInt(COLUMNS.size());
        List<List<String>> table = new ArrayList<>();
        for (List<String> cells : table(rows)) {
          List<String> more = new ArrayList<>(cells);
          more.add(cells.get(column));
          table.add(more);
        }
        yield Broken.refused("a column twice", packed(kind, joined(kind, table)));
      }
      default -> throw new IllegalStateException();
    };
  }

  private static Broken nulBytes(
      Kind kind, String text, List<List<String>> rows, SplittableRandom random) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    int at = random.nextInt(bytes.length);
    int count = 1 + random.nextInt(200);
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    more.write(bytes, 0, at);
    more.write(new byte[count]);
    more.write(bytes, at, bytes.length - at);
    int row = rowAt(kind, bytes, rows, at);
    return Broken.either(
        "%d NUL bytes at byte %d".formatted(count, at),
        packed(kind, more.toByteArray()),
        row < 0 ? Set.of() : Set.of(row));
  }

  private static Broken flipped(
      Kind kind, String text, List<List<String>> rows, SplittableRandom random) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    boolean packedBytes = kind == Kind.GZIPPED && random.nextBoolean();
    byte[] broken = packedBytes ? packed(kind, bytes) : bytes.clone();
    Set<Integer> hit = new TreeSet<>();
    StringBuilder what = new StringBuilder("bytes flipped:");
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(broken.length);
      broken[at] ^= (byte) (1 << random.nextInt(8));
      what.append(" %d to %d".formatted(at, broken[at]));
      if (!packedBytes) {
        int row = rowAt(kind, bytes, rows, at);
        hit.add(row);
        if (bytes[at] == '\n') {
          hit.add(row + 1);
        }
      }
    }
    hit.remove(-1);
    return Broken.either(what.toString(), packedBytes ? broken : packed(kind, broken), hit);
  }

  private Broken parquet(List<List<String>> rows, SplittableRandom random)
      throws SQLException, IOException {
    byte[] bytes = parquet(rows, "SELECT * FROM orders");
    int row = random.nextInt(ROWS);
    return switch (random.nextInt(10)) {
      case 0 -> Broken.refused("cut short", Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      case 1, 2 -> {
        byte[] broken = bytes.clone();
        StringBuilder what = new StringBuilder("bytes flipped:");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
          int at = random.nextInt(broken.length);
          broken[at] ^= (byte) (1 << random.nextInt(8));
          what.append(" %d to %d".formatted(at, broken[at]));
        }
        // Parquet's checksums are optional: a value that became another cannot be told.
        yield Broken.either(what.toString(), broken, Set.of(-1));
      }
      case 3 -> Broken.refused("a text", written(Kind.CSV, rows).getBytes(UTF_8));
      case 4 -> {
        String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
        yield random.nextBoolean()
            ? Broken.same(
                "a column more, named like SQL",
                parquet(rows, "SELECT *, 1 AS %s FROM orders".formatted(Database.identifier(DROP))))
            : Broken.refused(
                "a column named like SQL",
                parquet(
                    rows,
                    "SELECT * RENAME (\"%s\" AS %s) FROM orders"
                        .formatted(column, Database.identifier(DROP))));
      }
      case 5 ->
          random.nextBoolean()
              ? Broken.refused("no rows", parquet(rows, "SELECT * FROM orders LIMIT 0"))
              : Broken.same(
                  "columns in another order",
                  parquet(rows, "SELECT city, mood, * EXCLUDE (city, mood) FROM orders"));
      default -> {
        int column = random.nextInt(COLUMNS.size());
        String name = COLUMNS.get(column);
        String type = Set.of("amount", "items", "age").contains(name) ? "DOUBLE" : "VARCHAR";
        List<String> values =
            type.equals("DOUBLE")
                ? List.of(
                    "'NaN'::DOUBLE",
                    "'Infinity'::DOUBLE",
                    "-1e308",
                    "1e308",
                    "1e16",
                    "NULL",
                    "5e-324")
                : List.of(
                    "chr(0)",
                    "'two' || chr(10) || 'lines'",
                    "'NaN'",
                    "'1900-01-01'",
                    "'2100-01-01'",
                    "'infinity'",
                    "repeat('x', 2000000)",
                    "NULL",
                    "''",
                    Database.literal(DROP));
        String value = values.get(random.nextInt(values.size()));
        boolean wrong = type.equals("DOUBLE") && !Set.of("NULL", "5e-324").contains(value);
        yield new Broken(
            "cell %s of row %d is %s".formatted(name, row, value),
            parquet(
                rows,
                """
                SELECT * REPLACE (CASE WHEN n = %d THEN %s ELSE "%s"::%s END AS "%s")
                FROM orders
                """
                    .formatted(row, value, name, type, name)),
            wrong ? Optional.of(true) : Optional.empty(),
            Set.of(row),
            name,
            ROWS);
      }
    };
  }

  private byte[] parquet(List<List<String>> rows, String select) throws SQLException, IOException {
    Path file = folder.resolve("made.parquet");
    try (Statement statement = writer.createStatement()) {
      statement.execute(
          """
          CREATE OR REPLACE TABLE orders(id VARCHAR, who VARCHAR, "when" TIMESTAMP, amount DOUBLE,
            items SMALLINT, age INTEGER, mood TINYINT, city VARCHAR, n INTEGER)
          """);
      statement.execute(
          IntStream.range(0, rows.size())
              .mapToObj(n ->
                  rows.get(n).stream()
                      .map(cell -> cell.isEmpty() ? "NULL" : Database.literal(cell))
                      .collect(Collectors.joining(",", "(", "," + n + ")")))
              .collect(Collectors.joining(",", "INSERT INTO orders VALUES ", "")));
      statement.execute(
          "COPY (%s) TO %s (FORMAT parquet)".formatted(select, Database.literal(file.toString())));
    }
    return Files.readAllBytes(file);
  }

  private Dataset read(Kind kind, byte[] bytes, BadRows badRows) throws IOException {
    Files.write(folder.resolve(kind.file), bytes);
    Shop shop = new Shop(folder).mapped(MAPPING.replace("FILE", kind.file));
    return DatasetReader.read(shop.mapping(), folder, Shop.NOW, badRows);
  }

  private byte[] sound(Kind kind, List<List<String>> rows) throws IOException, SQLException {
    return kind == Kind.PARQUET
        ? parquet(rows, "SELECT * FROM orders")
        : packed(kind, written(kind, rows));
  }

  private static Map<String, History> histories(Dataset dataset) {
    Map<String, History> histories = new HashMap<>();
    dataset.customers().forEach(one -> histories.put(one.id().value(), one.history()));
    return histories;
  }

  /// Every row is of a customer of its own, and no two ids are alike.
  private static List<List<String>> rows(SplittableRandom random) {
    List<String> cities =
        List.of("", "Åre", "O'Hare, \"IL\"", "two\nlines", "plain", "a;b|c", "Sundsvall");
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          List.of(
              HexFormat.of().toHexDigits(random.nextLong()),
              "c" + HexFormat.of().toHexDigits(random.nextLong()),
              "2025-0%d-%02d 10:%02d:00"
                  .formatted(1 + random.nextInt(6), 1 + random.nextInt(28), random.nextInt(60)),
              "%d.%02d".formatted(random.nextInt(500), random.nextInt(100)),
              Integer.toString(random.nextInt(9)),
              random.nextInt(5) == 0 ? "" : Integer.toString(18 + random.nextInt(70)),
              Integer.toString(1 + random.nextInt(5)),
              i == 3 ? "Åre" : cities.get(random.nextInt(cities.size()))));
    }
    return rows;
  }

  private static List<List<String>> table(List<List<String>> rows) {
    List<List<String>> table = new ArrayList<>(List.of(COLUMNS));
    table.addAll(rows);
    return table;
  }

  private static String written(Kind kind, List<List<String>> rows) {
    return joined(kind, table(rows));
  }

  private static String joined(Kind kind, List<List<String>> table) {
    return table.stream()
        .map(cells ->
            cells.stream()
                .map(cell -> quoted(kind, cell))
                .collect(Collectors.joining(String.valueOf(kind.delimiter))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(Kind kind, String cell) {
    boolean needed =
        cell.chars().anyMatch(c -> c == kind.delimiter || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /// The line, from 1 and after the header, on which a row begins.
  private static int lineOf(List<List<String>> rows, int row) {
    return 1
        + row
        + (int)
            rows.subList(0, row).stream()
                .flatMap(List::stream)
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
  }

  /// The row in which a byte of the text is; -1 for the header.
  private static int rowAt(Kind kind, byte[] bytes, List<List<String>> rows, int at) {
    int end = joined(kind, List.of(COLUMNS)).getBytes(UTF_8).length;
    for (int row = -1; row < rows.size(); row++) {
      if (at < end) {
        return row;
      }
      if (row + 1 < rows.size()) {
        end += joined(kind, List.of(rows.get(row + 1))).getBytes(UTF_8).length;
      }
    }
    return fail("byte %d of %d is in no row".formatted(at, bytes.length));
  }

  private static List<List<String>> withCell(
      List<List<String>> rows, int row, int column, String value) {
    List<List<String>> changed = new ArrayList<>(rows);
    List<String> cells = new ArrayList<>(rows.get(row));
    cells.set(column, value);
    changed.set(row, cells);
    return changed;
  }

  private static List<String> exchanged(List<String> cells, int one, int other) {
    List<String> exchanged = new ArrayList<>(cells);
    exchanged.set(one, cells.get(other));
    exchanged.set(other, cells.get(one));
    return exchanged;
  }

  private static byte[] packed(Kind kind, String text) throws IOException {
    return packed(kind, text.getBytes(UTF_8));
  }

  private static byte[] packed(Kind kind, byte[] text) throws IOException {
    if (kind != Kind.GZIPPED) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text);
    }
    return bytes.toByteArray();
  }
}
