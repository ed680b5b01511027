package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.History;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same rows give the same data set, whichever source they come from.
class SourcesAgreeTest {
  private static final int ROWS = 300;
  private static final List<String> COLUMNS =
      List.of(
          "id", "who", "at", "known", "amount", "items", "age", "score", "city", "member", "born");
  private static final String CREATE =
      """
      CREATE TABLE orders(
        id BIGINT, who VARCHAR, "at" TIMESTAMP, known TIMESTAMP WITH TIME ZONE, amount NUMERIC(38, 2),
        items SMALLINT, age INTEGER, score DOUBLE PRECISION, city VARCHAR, member BOOLEAN, born DATE)
      """;

  /// Named as each source names itself.
  private static final String MAPPING =
      """
      name: Shop
      zone: Europe/Stockholm
      tables:
        - SOURCE
          customer: who
          time: at
          knownSince: known
          orders: {id: id, amount: {column: amount, blank: 0}, items: items}
          attributes:
            - {columns: [age, score], basis: demographic, type: number}
            - {columns: [city, born], basis: geographic, type: category}
            - {column: member, basis: behavioural, type: yes_no}
      """;

  @TempDir private Path folder;

  @Test
  void textParquetDuckDbAndPostgresGiveEqualDatasets() throws Exception {
    List<List<String>> rows = rows();
    TimeZone usual = TimeZone.getDefault();
    try (PostgresServer server = PostgresServer.start()) {
      // The machine's zone skips an hour in March, in which there are rows.
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Stockholm"));
      String insert = insert(rows);
      writeCsv(folder.resolve("orders.csv"), COLUMNS, rows);
      duckDb(CREATE, insert);
      server.run(CREATE, insert);

      Dataset text = read("files: orders.csv");

      assertThat(text.summary().rows()).isEqualTo(ROWS);
      assertThat(text.summary().customers()).isBetween(30, 50);
      assertThat(text.customers().stream().map(SourcesAgreeTest::cities)).contains(3L);
      for (String source :
          List.of(
              "files: orders.parquet",
              "duckdb: {file: shop.duckdb, table: orders}",
              "jdbc: {url: \"%s\", user: kindred, passwordEnvironment: KINDRED_TEST_PASSWORD, table: orders}"
                  .formatted(server.url()))) {
        Dataset other = read(source);
        for (int i = 0; i < text.customers().size(); i++) {
          History history = other.customers().get(i).history();
          History expected = text.customers().get(i).history();
          assertThat(history.events()).as(source).containsExactlyElementsOf(expected.events());
          assertThat(history.attributes())
              .as(source)
              .containsExactlyElementsOf(expected.attributes());
        }
        assertThat(other).as(source).isEqualTo(text);
      }
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void aFolderMayHoldFilesOfBothKinds() throws Exception {
    List<List<String>> rows = rows();
    Path orders = Files.createDirectory(folder.resolve("orders"));
    writeCsv(folder.resolve("orders.csv"), COLUMNS, rows);
    writeCsv(orders.resolve("1.csv"), COLUMNS, rows.subList(0, 100));
    writeCsv(orders.resolve("2.csv.gz"), COLUMNS, rows.subList(100, 200));
    duckDb(CREATE, insert(rows.subList(200, ROWS)));
    Files.move(folder.resolve("orders.parquet"), orders.resolve("3.parquet"));
    Files.writeString(orders.resolve(".hidden.csv"), "none of it");
    Files.writeString(orders.resolve("README"), "none of it");

    Dataset whole = read("files: orders.csv");
    for (String files :
        List.of("orders", "orders/[0-9]*", "[orders/1.csv, orders/2*, orders/3*]")) {
      Dataset parts =
          read("files: \"%s\"".formatted(files).replace("\"[", "[").replace("]\"", "]"));
      assertThat(parts.summary().files()).as(files).isEqualTo(3);
      assertThat(parts.customers()).as(files).isEqualTo(whole.customers());
    }
  }

  /// As Snowflake's `COPY INTO @stage ... FILE_FORMAT = (TYPE = PARQUET) HEADER = TRUE` writes
  /// them: several files, names in capital letters, NUMBER as DECIMAL, times without a zone.
  @Test
  void aWarehousesUnloadGivesTheSame() throws Exception {
    List<List<String>> rows = rows();
    writeCsv(folder.resolve("orders.csv"), COLUMNS, rows);
    Path unload = Files.createDirectory(folder.resolve("unload"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
      statement.execute(insert(rows));
      for (int part = 0; part < 3; part++) {
        statement.execute(
            """
            COPY (
              SELECT id::DECIMAL(38, 0) AS "ID", who AS "WHO", "at"::TIMESTAMP AS "AT",
                known AS "KNOWN", amount::DECIMAL(38, 2) AS "AMOUNT",
                items::DECIMAL(38, 0) AS "ITEMS", age::DECIMAL(38, 0) AS "AGE", score AS "SCORE",
                city AS "CITY", member AS "MEMBER", born AS "BORN"
              FROM orders WHERE id %% 3 = %d
            ) TO %s (FORMAT parquet, COMPRESSION %s)
            """
                .formatted(
                    part,
                    Database.literal(
                        unload.resolve("data_0_%d_0.snappy.parquet".formatted(part)).toString()),
                    List.of("snappy", "zstd", "uncompressed").get(part)));
      }
    }
    String mapping = MAPPING;
    for (String column : COLUMNS) {
      mapping =
          mapping.replaceAll(
              "(customer: |time: |knownSince: |id: |column: |items: |[\\[ ])%s([,}\\]\\n])"
                  .formatted(column),
              "$1" + column.toUpperCase(java.util.Locale.ROOT) + "$2");
    }

    Dataset unloaded = new Shop(folder).mapped(mapping.replace("SOURCE", "files: unload")).read();

    assertThat(unloaded.summary().files()).isEqualTo(3);
    assertThat(unloaded.customers().stream().map(Customer::id))
        .containsExactlyElementsOf(
            read("files: orders.csv").customers().stream().map(Customer::id).toList());
    assertThat(unloaded.customers().stream().map(customer -> customer.history().events()))
        .containsExactlyElementsOf(
            read("files: orders.csv").customers().stream()
                .map(customer -> customer.history().events())
                .toList());
  }

  private Dataset read(String source) {
    return new Shop(folder).mapped(MAPPING.replace("SOURCE", source)).read();
  }

  private static long cities(Customer customer) {
    return customer.history().attributes().stream()
        .filter(one -> one.value() instanceof AttributeValue.Category && one.name().equals("city"))
        .count();
  }

  private static List<List<String>> rows() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> cities =
        List.of("", "Åre", "O'Hare, \"IL\"", "two\nlines", "a;b|c\\d", "$$x$$", "北京", "NaN");
    List<List<String>> rows = new ArrayList<>();
    for (int id = 1; id <= ROWS; id++) {
      // Around the hours that the clocks skip and repeat, and some of long ago.
      String day =
          List.of("2025-03-30", "2024-10-27", "1900-01-01", "2024-02-29", "2025-06-30")
              .get(random.nextInt(5));
      String time =
          "%s %02d:%02d:%02d.%06d"
              .formatted(
                  day,
                  random.nextInt(5),
                  random.nextInt(60),
                  random.nextInt(60),
                  random.nextInt(1_000_000));
      rows.add(
          List.of(
              Integer.toString(id),
              "customer " + random.nextInt(40),
              time,
              "%s %02d:%02d:00+05:30"
                  .formatted(
                      random.nextBoolean() ? "2025-03-30" : "2024-10-27",
                      random.nextInt(24),
                      random.nextInt(60)),
              random.nextInt(9) == 0
                  ? ""
                  : "%d.%02d".formatted(random.nextLong(1_000_000_000_000L), random.nextInt(100)),
              Integer.toString(random.nextInt(30_000)),
              random.nextInt(9) == 0 ? "" : Integer.toString(random.nextInt(100)),
              Double.toString(random.nextDouble(-1e9, 1e9) * Math.pow(10, random.nextInt(-15, 5))),
              cities.get(random.nextInt(cities.size())),
              random.nextInt(9) == 0 ? "" : Boolean.toString(random.nextBoolean()),
              random.nextInt(9) == 0
                  ? ""
                  : "19%02d-0%d-28".formatted(random.nextInt(100), 1 + random.nextInt(9))));
    }
    return rows;
  }

  private static String insert(List<List<String>> rows) {
    StringBuilder sql = new StringBuilder("INSERT INTO orders VALUES ");
    for (List<String> row : rows) {
      sql.append(sql.charAt(sql.length() - 1) == ')' ? ",(" : "(");
      for (int i = 0; i < row.size(); i++) {
        sql.append(i == 0 ? "" : ",");
        sql.append(row.get(i).isEmpty() ? "NULL" : Database.literal(row.get(i)));
      }
      sql.append(')');
    }
    return sql.toString();
  }

  /// Writes `shop.duckdb` and `orders.parquet`.
  private void duckDb(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      statement.execute(
          "COPY orders TO %s (FORMAT parquet)"
              .formatted(Database.literal(folder.resolve("orders.parquet").toString())));
    }
  }

  private static void writeCsv(Path file, List<String> header, List<List<String>> rows) {
    try (CsvTable table = CsvTable.create(file, header)) {
      for (List<String> row : rows) {
        row.forEach(table::text);
        table.endRow();
      }
      table.finish();
    }
  }
}
