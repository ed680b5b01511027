package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
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

class ParquetRowsTest {
  private static final String MAPPING =
      """
      name: Shop
      zone: America/New_York
      tables:
        - files: orders.parquet
          customer: who
          time: when
          orders: {amount: amount, items: items, category: category}
      """;

  @TempDir private Path folder;

  @Test
  void typedColumnsReadLikeText() throws SQLException {
    parquet(
        """
        SELECT 7::BIGINT AS who, TIMESTAMP '2025-03-01 08:26:30.5' AS "when",
          12.30::DECIMAL(9, 2) AS amount, 2::TINYINT AS items, 'books' AS category
        UNION ALL
        SELECT 8, TIMESTAMP '2025-03-02 00:00:00', 0.10, 1, NULL
        """);

    assertThat(read(MAPPING).customers().getFirst().history().events())
        .containsExactly(
            new Order(
                "order:orders.parquet#1",
                Instant.parse("2025-03-01T13:26:30.500Z"),
                12.30,
                2,
                "books",
                "",
                ""));
    assertThat(read(MAPPING).customers().getLast().history().events())
        .containsExactly(
            new Order(
                "order:orders.parquet#2",
                Instant.parse("2025-03-02T05:00:00Z"),
                .10,
                1,
                "",
                "",
                ""));
  }

  @Test
  void timesWithAZoneAndDatesKeepTheirMeaning() throws SQLException {
    parquet(
        """
        SELECT 'a' AS who, to_timestamp(1740830400) AS "when", 0.1::FLOAT AS amount,
          1e10::DOUBLE AS items, DATE '2025-03-01' AS category
        """);

    assertThat(read(MAPPING).customers().getFirst().history().events())
        .containsExactly(
            new Order(
                "order:orders.parquet#1",
                Instant.ofEpochSecond(1_740_830_400),
                .1,
                1e10,
                "2025-03-01",
                "",
                ""));
  }

  @Test
  void errorsNameTheRow() throws SQLException {
    parquet(
        """
        SELECT 'a' AS who, DATE '2025-03-01' AS "when", 'NaN'::DOUBLE AS amount, 1 AS items,
          'x' AS category
        """);

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read(MAPPING))
        .withMessage(
            "orders.parquet row 1: column amount is \"NaN\" (expected a finite number such as 12.50)");
  }

  @Test
  void anAmountBeyondAnyMoneyIsRefusedByEitherReader() throws SQLException {
    parquet(
        """
        SELECT 'a' AS who, DATE '2025-03-01' AS "when", 1e308::DOUBLE AS amount, 1 AS items,
          'x' AS category
        """);
    String refusal =
        "orders.parquet row 1: amount of an order is 1.0E+308, from column amount (expected at most"
            + " 1e15; correct the row, or map another column)";

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read(MAPPING))
        .withMessage(refusal);
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(
            () -> CustomerStream.open(new Shop(folder).mapped(MAPPING).mapping(), folder, Shop.NOW))
        .withMessage(refusal);
  }

  @Test
  void aColumnNamedLikeSqlIsJustAColumn() throws SQLException {
    parquet(
        """
        SELECT 'a' AS who, 'much' AS "\"; DROP TABLE x; --"
        """
            .replace("\"\"; DROP", "\"\"\"; DROP"));

    Dataset dataset =
        read(
            """
            name: Shop
            tables:
              - files: orders.parquet
                customer: who
                knownSince: 2025-01-01
                attributes:
                  - {column: '"; DROP TABLE x; --', name: odd, basis: behavioural, type: category}
            """);

    assertThat(dataset.customers().getFirst().history().attributes())
        .containsExactly(
            new Attribute(
                "odd", new AttributeValue.Category("much"), Instant.parse("2025-01-01T00:00:00Z")));
  }

  @Test
  void aFileNamedLikeSqlIsJustAFile() throws SQLException {
    String name = "it's; DROP TABLE x; --.parquet";
    parquet(name, "SELECT 'a' AS who, DATE '2025-03-01' AS \"when\", 1 AS amount");

    Dataset dataset =
        read(
            """
            name: Shop
            tables:
              - files: "%s"
                customer: who
                time: when
                orders: {amount: amount}
            """
                .formatted(name));

    assertThat(dataset.summary().events().orders()).isEqualTo(1);
  }

  @Test
  void theDatabaseReachesNoOtherFileAndKeepsItsLocks() throws SQLException, IOException {
    Path allowed = Files.writeString(folder.resolve("allowed.csv"), "a\n1\n");
    Path other = Files.writeString(folder.resolve("other.csv"), "a\n1\n");
    try (Connection connection = Database.lockedTo(allowed)) {
      run(connection, "FROM read_csv(%s)".formatted(Database.literal(allowed.toString())));
      assertThatThrownBy(() ->
              run(connection, "FROM read_csv(%s)".formatted(Database.literal(other.toString()))))
          .hasMessageContaining("Permission Error");
      for (String change :
          List.of("enable_external_access = true", "allowed_paths = ['/']", "threads = 1")) {
        assertThatThrownBy(() -> run(connection, "SET " + change))
            .hasMessageContaining("configuration has been locked");
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Dataset read(String mapping) {
    return new Shop(folder).mapped(mapping).read();
  }

  private void parquet(String select) throws SQLException {
    parquet("orders.parquet", select);
  }

  private void parquet(String name, String select) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (%s) TO %s (FORMAT parquet)"
              .formatted(select, Database.literal(folder.resolve(name).toString())));
    }
  }
}
