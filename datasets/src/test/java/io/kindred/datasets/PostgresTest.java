package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindred.features.Order;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of a real PostgreSQL server.
class PostgresTest {
  @SuppressWarnings("NullAway.Init") // set before all tests
  private static PostgresServer server;

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private String mapping;

  @BeforeAll
  static void start() throws SQLException {
    server = PostgresServer.start();
    server.run(
        """
        CREATE TABLE orders(id bigint, who text, "when" timestamp, amount numeric(12, 2))
        """,
        """
        INSERT INTO orders VALUES
          (1, 'a', '2025-01-01 10:00:00', 12.30), (2, 'b', '2025-01-02 00:00:00', 0.10)
        """,
        "CREATE SCHEMA sales",
        """
        CREATE VIEW sales.recent AS SELECT * FROM public.orders WHERE id = 2
        """,
        "CREATE SCHEMA archive",
        "CREATE TABLE sales.old AS SELECT * FROM public.orders",
        "CREATE TABLE archive.old AS SELECT * FROM public.orders",
        """
        CREATE VIEW endless AS
          SELECT generate_series(1, 2000000000)::bigint AS id, 'a' AS who, date '2025-01-01' AS "when",
            'NaN'::float8 AS amount
        """,
        """
        CREATE VIEW nan AS
          SELECT id, who, "when", CASE id WHEN 2 THEN 'NaN'::numeric ELSE amount END AS amount FROM orders
        """,
        """
        CREATE VIEW infinite AS SELECT id, who, 'infinity'::timestamptz AS "when", amount FROM orders
        """,
        """
        CREATE VIEW broken AS SELECT id / (id - 2) AS id, who, "when", amount FROM orders
        """,
        """
        CREATE VIEW bytes AS SELECT id, 'a'::bytea AS who, "when", amount FROM orders
        """,
        """
        CREATE FUNCTION writes() RETURNS bigint LANGUAGE sql AS
          'INSERT INTO orders VALUES (9, ''x'', ''2025-01-01'', 1) RETURNING id'
        """,
        """
        CREATE VIEW writing AS SELECT writes() AS id, who, "when", amount FROM orders
        """,
        """
        CREATE TABLE "%_orders"(id bigint, who text, "when" date,
          "\"\"; DROP TABLE orders; --" numeric)
        """,
        """
        INSERT INTO "%_orders" VALUES (1, 'a', '2025-01-01', 5)
        """,
        "CREATE ROLE stranger LOGIN PASSWORD 'known to all'");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void map() {
    mapping =
        """
        name: Shop
        zone: Europe/Stockholm
        tables:
          - jdbc:
              url: %s
              user: kindred
              passwordEnvironment: KINDRED_TEST_PASSWORD
              table: orders
            customer: who
            time: when
            orders: {id: id, amount: amount}
        """
            .formatted(server.url());
  }

  @Test
  void aTableIsReadLikeAFile() {
    Dataset dataset = shop(mapping).read();

    assertThat(dataset.summary().files()).isEqualTo(1);
    assertThat(dataset.summary().rows()).isEqualTo(2);
    assertThat(dataset.customers().getFirst().history().events())
        .containsExactly(
            new Order("order:1", Instant.parse("2025-01-01T09:00:00Z"), 12.30, 0, "", "", ""));
  }

  @Test
  void aViewIsNamedWithItsSchemaEitherWay() {
    for (String named :
        new String[] {"table: sales.recent", "schema: sales\n      table: recent"}) {
      assertThat(
              shop(mapping.replace("table: orders", named)).read().customers().stream()
                  .map(customer -> customer.id().value()))
          .as(named)
          .containsExactly("b");
    }
  }

  @Test
  void aNameIsNeitherAPatternNorSql() {
    assertThat(
            shop(mapping
                    .replace("table: orders", "table: \"%_orders\"")
                    .replace("amount: amount", "amount: '\"; DROP TABLE orders; --'"))
                .read()
                .summary()
                .events()
                .orders())
        .isEqualTo(1);
    assertThat(shop(mapping).read().summary().rows()).isEqualTo(2);
  }

  @Test
  void anUnknownTableOrColumn() {
    refused(
        shop(mapping.replace("table: orders", "table: Order")),
        "dataset.yaml:8:14: table \"Order\" is not in PostgreSQL (expected one of its tables and views"
            + " that the user may see: %_orders, archive.old, broken, bytes, endless, infinite, nan,"
            + " orders, sales.old, sales.recent, writing; name one of these in the mapping, perhaps"
            + " \"orders\")");
    refused(
        shop(mapping.replace("table: orders", "schema: sales\n      table: recnt")),
        "dataset.yaml:9:14: table \"recnt\" is not in PostgreSQL, schema sales (expected one of its"
            + " tables and views that the user may see: old, recent; name one of these in the mapping,"
            + " perhaps \"recent\")");
    refused(
        shop(mapping.replace("table: orders", "table: old")),
        "dataset.yaml:8:14: table \"old\" is in several schemas of PostgreSQL: archive, sales (expected"
            + " the name with its schema, such as sales.orders)");
    refused(
        shop(mapping.replace("amount: amount", "amount: AMOUNT")),
        "dataset.yaml:11:30: column \"AMOUNT\" is not in orders (PostgreSQL) (expected one of its"
            + " columns: id, who, when, amount; name one of these in the mapping, perhaps \"amount\")");
  }

  @Test
  void rowsComeOneByOneAndAreNamed() {
    // Were they not fetched as they are read, this would take for ever.
    refused(
        shop(mapping.replace("table: orders", "table: endless")),
        "endless (PostgreSQL) row 1: column amount is \"NaN\" (expected a finite number such as"
            + " 12.50)");
    refused(
        shop(mapping.replace("table: orders", "table: nan")),
        "nan (PostgreSQL) row 2: column amount is \"NaN\" (expected a finite number such as 12.50)");
  }

  @Test
  void aTimeThatNeverComes() {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(shop(mapping.replace("table: orders", "table: infinite"))::read)
        .withMessageStartingWith("infinite (PostgreSQL) row 1: column when is \"+");
  }

  @Test
  void aQueryThatFailsUnderWay() {
    refused(
        shop(mapping.replace("table: orders", "table: broken")),
        "broken (PostgreSQL): the table cannot be read (expected a table or view that the user may"
            + " SELECT from, and a connection that lasts; the database says: ERROR: division by zero)");
    refused(
        shop(mapping.replace("table: orders", "table: bytes")),
        "bytes (PostgreSQL): column who holds bytes, of type bytea (expected text, numbers or dates;"
            + " make text of them in a view, or map another column)");
  }

  @Test
  void nothingIsEverWritten() {
    refused(
        shop(mapping.replace("table: orders", "table: writing")),
        "writing (PostgreSQL): the table cannot be read (expected a table or view that the user may"
            + " SELECT from, and a connection that lasts; the database says: ERROR: cannot execute"
            + " INSERT in a read-only transaction)");
  }

  @Test
  void aUserWithoutRights() {
    refused(
        shop(mapping
                .replace("user: kindred", "user: stranger")
                .replace("passwordEnvironment: KINDRED_TEST_PASSWORD", "passwordFile: secret.txt"))
            .with("secret.txt", "known to all\n"),
        "orders (PostgreSQL): the table cannot be read (expected a table or view that the user may"
            + " SELECT from, and a connection that lasts; the database says: ERROR: permission denied"
            + " for table orders)");
  }

  @Test
  void aWrongPasswordIsNotShown() {
    Shop shop =
        shop(mapping.replace(
                "passwordEnvironment: KINDRED_TEST_PASSWORD", "passwordFile: secret.txt"))
            .with("secret.txt", "kindred\n");

    // The password happens to be a word of the message, and even that is taken out.
    refused(
        shop,
        "dataset.yaml:8:14: no connection to jdbc:postgresql: (expected a database that answers there"
            + " and takes the user and the password in the file secret.txt; the driver says: FATAL:"
            + " password authentication failed for user \"***\")");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(shop::read)
        .satisfies(e -> assertThat(e).hasNoCause());
  }

  @Test
  void aServerThatIsNotThere() {
    refused(
        shop(mapping.replace(server.url(), "jdbc:postgresql://127.0.0.1:1/shop")),
        "dataset.yaml:8:14: no connection to jdbc:postgresql: (expected a database that answers there"
            + " and takes the user and the password of the environment variable KINDRED_TEST_PASSWORD;"
            + " the driver says: Connection to 127.0.0.1:1 refused. Check that the hostname and port are"
            + " correct and that the postmaster is accepting TCP/IP connections.)");
  }

  private Shop shop(String yaml) {
    return new Shop(folder).mapped(yaml);
  }
}
