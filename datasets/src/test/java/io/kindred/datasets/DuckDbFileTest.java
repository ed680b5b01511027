package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.features.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of DuckDB files.
class DuckDbFileTest {
  private static final String MAPPING =
      """
      name: Shop
      tables:
        - duckdb: {file: shop.duckdb, table: orders}
          customer: who
          time: when
          orders: {id: id, amount: amount}
      """;
  private static final String ORDERS =
      """
      CREATE TABLE orders AS FROM (VALUES
        (1, 'a', TIMESTAMP '2025-01-01 10:00:00', 12.30),
        (2, 'b', TIMESTAMP '2025-01-02 00:00:00', 0.10)) AS t(id, who, "when", amount)
      """;

  @TempDir private Path folder;

  @Test
  void aTableIsReadLikeAFile() throws SQLException {
    database("shop.duckdb", ORDERS);

    assertThat(shop(MAPPING).read().customers().getFirst().history().events())
        .containsExactly(
            new Order("order:1", Instant.parse("2025-01-01T10:00:00Z"), 12.30, 0, "", "", ""));
    assertThat(folder).isDirectoryNotContaining("glob:**.wal");
  }

  @Test
  void whatLooksAtFilesLooksAtItToo() throws SQLException {
    database("shop.duckdb", ORDERS);

    RawTable raw = RawTable.ofMapping(shop(MAPPING).mapping(), folder, 1_000).getFirst();
    assertThat(raw.file()).isEqualTo("orders (shop.duckdb)");
    assertThat(raw.rows()).isEqualTo(2);
    assertThat(raw.columns().get(2).cells())
        .containsExactly("2025-01-01T10:00", "2025-01-02T00:00");

    try (CustomerStream customers =
        CustomerStream.open(shop(MAPPING).mapping(), folder, Shop.NOW)) {
      assertThat(customers.lastDay()).isEqualTo("2025-01-02");
    }
  }

  @Test
  void aViewOfTheFilesOwnTablesIsReadWhateverItCallsTheDatabase() throws SQLException {
    database(
        "shop.duckdb",
        ORDERS,
        "CREATE SCHEMA sales",
        "CREATE VIEW sales.plain AS FROM orders WHERE id = 1",
        "CREATE VIEW sales.qualified AS FROM shop.main.orders WHERE id = 1");

    for (String view : List.of("sales.plain", "sales.qualified")) {
      assertThat(shop(MAPPING.replace("table: orders", "table: " + view)).read().customers())
          .as(view)
          .hasSize(1);
    }
  }

  @Test
  void fileAndTableNamedLikeSqlAreJustNames() throws SQLException {
    String file = "it's; session_init_sql_file=x; --.db";
    database(
        file,
        "CREATE TABLE \"x\"\"; DROP TABLE y; --\" AS SELECT 'a' AS who, DATE '2025-01-01' AS \"when\","
            + " 1 AS id, 2 AS \"\"\"; DROP TABLE y; --\"");

    assertThat(
            shop(MAPPING
                    .replace("shop.duckdb", "\"" + file + "\"")
                    .replace("table: orders", "table: 'x\"; DROP TABLE y; --'")
                    .replace("amount: amount", "amount: '\"; DROP TABLE y; --'"))
                .read()
                .summary()
                .events()
                .orders())
        .isEqualTo(1);
  }

  @Test
  void aViewThatReadsAnotherFileFails() throws SQLException, IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "who,when,id,amount\n");
    database(
        "shop.duckdb",
        "CREATE VIEW orders AS FROM read_csv(%s)".formatted(Database.literal(secret.toString())));

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(shop(MAPPING)::read)
        .withMessageStartingWith(
            "orders (shop.duckdb): the table cannot be read (expected a table, or a view of tables in"
                + " this file only, since no other file is opened; DuckDB says: ")
        .withMessageContaining("Permission Error")
        .withMessageEndingWith(")");
  }

  @Test
  void theDatabaseReachesNoFileAndKeepsItsLocks() throws SQLException, IOException {
    database("shop.duckdb", ORDERS);
    Path other = Files.writeString(folder.resolve("other.csv"), "a\n1\n");
    Path file = folder.resolve("shop.duckdb");
    try (Connection connection = Database.readOnly(file)) {
      for (String forbidden :
          List.of(
              "FROM read_csv(%s)".formatted(Database.literal(other.toString())),
              "FROM read_text(%s)".formatted(Database.literal(other.toString())),
              "ATTACH %s AS other".formatted(Database.literal(folder.resolve("x.db").toString())),
              "COPY orders TO %s".formatted(Database.literal(folder.resolve("y.csv").toString())),
              "INSTALL httpfs",
              "LOAD httpfs",
              "FROM glob('/*')")) {
        assertThatThrownBy(() -> run(connection, forbidden))
            .as(forbidden)
            .hasMessageContaining("Permission Error");
      }
      assertThatThrownBy(() -> run(connection, "DELETE FROM orders"))
          .hasMessageContaining("read-only");
      for (String change :
          List.of("enable_external_access = true", "allowed_paths = ['/']", "threads = 1")) {
        assertThatThrownBy(() -> run(connection, "SET " + change))
            .hasMessageContaining("configuration has been locked");
      }
    }
  }

  @Test
  void whatAWriterHasNotYetMergedIntoTheFileIsReadToo() throws SQLException, IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"))) {
      run(connection, "PRAGMA disable_checkpoint_on_shutdown");
      run(connection, ORDERS);
      for (String name : List.of("shop.duckdb", "shop.duckdb.wal")) {
        Files.copy(folder.resolve(name), copy.resolve(name));
      }
    }

    assertThat(new Shop(copy).mapped(MAPPING).read().summary().rows()).isEqualTo(2);
    assertThat(copy.resolve("shop.duckdb.wal")).exists();
  }

  @Test
  void anUnknownTable() throws SQLException {
    database("shop.duckdb", ORDERS, "CREATE SCHEMA sales", "CREATE TABLE sales.returns(id INT)");

    refused(
        shop(MAPPING.replace("table: orders", "table: Order")),
        "dataset.yaml:3:40: table \"Order\" is not in shop.duckdb (expected one of its tables and views"
            + " that the user may see: orders, sales.returns; name one of these in the mapping, perhaps"
            + " \"orders\")");
  }

  @Test
  void aFileThatIsMissingOrNone() {
    refused(
        shop(MAPPING),
        "shop.duckdb: no such file in %s (expected the DuckDB file with table orders; name another"
                .formatted(folder)
            + " folder with the data, or correct file in the mapping)");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(shop(MAPPING).with("shop.duckdb", "id,who,when,amount\n".repeat(1000))::read)
        .withMessageStartingWith(
            "shop.duckdb: not readable as a DuckDB file (expected one that no other program is writing"
                + " to; DuckDB says: ");
  }

  @Test
  void anEmptyTableIsRefusedAndAWrongRowNamed() throws SQLException {
    database("shop.duckdb", ORDERS, "CREATE TABLE none AS FROM orders LIMIT 0");

    refused(
        shop(MAPPING.replace("table: orders", "table: none")),
        "none (shop.duckdb): the table is empty (expected at least one row of data; leave the table out"
            + " of the mapping if that is right)");
    refused(
        shop(MAPPING.replace("time: when", "time: who")),
        "orders (shop.duckdb) row 1: column who is \"a\" (expected a date or time as in ISO 8601, such"
            + " as 2010-12-01 or 2010-12-01 08:26; correct it, or name another way of writing in"
            + " timeFormat)");
  }

  private void database(String file, String... statements) throws SQLException {
    // Attached under a name of its own, since a URL ends at the first semicolon.
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      run(
          connection,
          "ATTACH %s AS shop".formatted(Database.literal(folder.resolve(file).toString())));
      run(connection, "USE shop");
      for (String sql : statements) {
        run(connection, sql);
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Shop shop(String yaml) {
    return new Shop(folder).mapped(yaml);
  }
}
