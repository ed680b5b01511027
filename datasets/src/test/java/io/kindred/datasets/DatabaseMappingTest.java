package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Order;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a mapping says of databases and what is refused before any is asked, and a database that is
/// not PostgreSQL.
class DatabaseMappingTest {
  private static final String MAPPING =
      """
      name: Shop
      tables:
        - jdbc: {url: "jdbc:hsqldb:mem:shop", user: sa, table: ORDERS}
          customer: WHO
          time: AT
          orders: {id: ID, amount: AMOUNT}
      """;

  @TempDir private Path folder;

  @Test
  void anyDriverOnTheClassPathWillDo() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:hsqldb:mem:shop", "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE orders(id INT, who VARCHAR(9), "AT" TIMESTAMP WITH TIME ZONE,
            amount DECIMAL(9, 2), odd BOOLEAN)
          """);
      statement.execute(
          """
          INSERT INTO orders VALUES
            (1, 'a', TIMESTAMP '2025-01-01 10:00:00+2:00', 12.30, TRUE), (2, 'b', NULL, 1, NULL)
          """);
      statement.execute("CREATE VIEW whole AS SELECT * FROM orders WHERE id = 1");

      refused(
          shop(MAPPING),
          "ORDERS (HSQL Database Engine) row 2: column AT is \"\" (expected a date or time as in ISO"
              + " 8601, such as 2010-12-01 or 2010-12-01 08:26; correct it, or name another way of"
              + " writing in timeFormat)");
      refused(
          shop(MAPPING.replace("table: ORDERS", "table: orders")),
          "dataset.yaml:3:58: table \"orders\" is not in HSQL Database Engine (expected one of its"
              + " tables and views that the user may see: ORDERS, WHOLE; name one of these in the"
              + " mapping, perhaps \"ORDERS\")");
      assertThat(
              shop(MAPPING.replace("table: ORDERS", "table: PUBLIC.WHOLE"))
                  .read()
                  .customers()
                  .getFirst()
                  .history()
                  .events())
          .containsExactly(
              new Order("order:1", Instant.parse("2025-01-01T08:00:00Z"), 12.30, 0, "", "", ""));
    }
  }

  @Test
  void aDriverThatIsNotThere() {
    refused(
        shop(MAPPING.replace("jdbc:hsqldb:mem:shop", "jdbc:snowflake://x.example/?db=SHOP")),
        "dataset.yaml:3:73: no driver for jdbc:snowflake: (expected a url of PostgreSQL, or the"
            + " database's JDBC driver on the class path: put its jar's path into the environment"
            + " variable KINDRED_CLASSPATH)");
  }

  @Test
  void aPasswordThatIsNotWhereTheMappingSays() {
    refused(
        shop(MAPPING.replace("user: sa", "passwordEnvironment: NO_SUCH_VARIABLE")),
        "dataset.yaml:3:87: the environment variable NO_SUCH_VARIABLE is not set (expected the"
            + " database's password in it, as passwordEnvironment says)");
    refused(
        shop(MAPPING.replace("user: sa", "passwordFile: none.txt")),
        "dataset.yaml:3:72: the file none.txt cannot be read (expected the database's password on its"
            + " first line, as passwordFile says)");
    refused(
        shop(MAPPING.replace("user: sa", "passwordFile: empty.txt")).with("empty.txt", "\n"),
        "dataset.yaml:3:73: the file empty.txt is empty (expected the database's password on its"
            + " first line, as passwordFile says)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host/shop?user=a&password=abc",
        "jdbc:postgresql://host/shop?sslPassword=abc",
        "jdbc:mysql://root:abc@host/shop",
        "jdbc:snowflake://host/?token=abc",
        "jdbc:sqlserver://host;Pwd=abc"
      })
  void aSecretInTheUrlIsRefusedAndNotShown(String url) {
    refusedMapping(
        MAPPING.replace("jdbc:hsqldb:mem:shop", url),
        "dataset.yaml:3:11: tables[0].jdbc: url has a password or another secret in it (expected the"
            + " name of the environment variable that holds it, as passwordEnvironment, or of a file, as"
            + " passwordFile)");
  }

  @Test
  void aPasswordHasNoPlaceInAMapping() {
    refusedMapping(
        MAPPING.replace("user: sa", "password: abc"),
        "dataset.yaml:3:41: unknown key \"password\" in tables[0].jdbc (known: passwordEnvironment,"
            + " passwordFile, schema, table, url, user; did you mean \"passwordFile\"?)");
    refusedMapping(
        MAPPING.replace("user: sa", "passwordEnvironment: it's abc"),
        "dataset.yaml:3:11: tables[0].jdbc: passwordEnvironment is not the name of an environment"
            + " variable (expected one such as PGPASSWORD; the password itself does not belong in a"
            + " mapping)");
    refusedMapping(
        MAPPING.replace("user: sa", "passwordEnvironment: A, passwordFile: b"),
        "dataset.yaml:3:11: tables[0].jdbc: passwordEnvironment and passwordFile are both given"
            + " (expected one of them)");
  }

  @Test
  void whatIsMissingOrTwice() {
    refusedMapping(
        MAPPING.replace("url: \"jdbc:hsqldb:mem:shop\", ", ""),
        "dataset.yaml:3:11: tables[0].jdbc: url is missing or none of JDBC (expected one such as"
            + " jdbc:postgresql://localhost/shop)");
    refusedMapping(
        MAPPING.replace(", table: ORDERS", ""),
        "dataset.yaml:3:11: tables[0].jdbc: table is missing (expected the name of a table or view of"
            + " the database)");
    refusedMapping(
        MAPPING.replace("jdbc:hsqldb:mem:shop", "jdbc:duckdb:shop.duckdb"),
        "dataset.yaml:3:11: tables[0].jdbc: url is of a DuckDB file (expected duckdb: {file: ...,"
            + " table: ...}, which opens it locked)");
    refusedMapping(
        MAPPING + "    files: orders.csv\n",
        "dataset.yaml:3:5: tables[0]: more than one of files, duckdb and jdbc (expected exactly one;"
            + " files is a file name, a glob such as orders-*.csv, or a folder)");
    refusedMapping(
        MAPPING
            .replace("- jdbc:", "- duckdb: {file: a, table: b}\n    jdbc:")
            .replaceFirst("(?m)^    jdbc:.*\n", "")
            .replace("duckdb: {file: a, table: b}", "timeFormat: yyyy"),
        "dataset.yaml:3:5: tables[0]: none of files, duckdb and jdbc (expected exactly one; files is a"
            + " file name, a glob such as orders-*.csv, or a folder)");
    refusedMapping(
        MAPPING.replace("customer: WHO", "customer: {rowNumber: true}"),
        "dataset.yaml:3:5: tables[0]: customer is the row's number, but a database's rows are in no"
            + " order (expected the column with the customer's id)");
  }

  private void refusedMapping(String yaml, String message) {
    refused(shop(yaml), message);
  }

  private Shop shop(String yaml) {
    return new Shop(folder).mapped(yaml);
  }
}
