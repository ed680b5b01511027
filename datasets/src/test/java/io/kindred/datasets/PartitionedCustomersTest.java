package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.features.BatchFeaturizer;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the fast way leaves to the row reader, and what becomes of it then.
class PartitionedCustomersTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String GOOD =
      "SELECT 'c' || (i % 50) AS customer, TIMESTAMP '2026-01-01' + to_hours(i::INTEGER) AS moment, i AS id,"
          + " 1.5 * i AS amount, CASE WHEN i % 3 = 0 THEN 'web' END AS channel FROM range(1000) t(i)";

  @TempDir private Path folder;

  @BeforeEach
  void mapping() throws IOException {
    Files.writeString(
        folder.resolve("dataset.yaml"),
        """
        name: Shop
        zone: Europe/Stockholm
        currency: SEK
        tables:
          - files: orders.parquet
            customer: customer
            time: moment
            orders: {id: id, amount: amount, channel: channel}
        """);
  }

  @Test
  void goodRowsGoTheFastWay() throws SQLException, NoFastWay {
    parquet(GOOD);
    try (CustomerStream stream = PartitionedCustomers.read(read(), folder, NOW)) {
      assertThat(counts(stream)).hasSize(50).containsEntry("c0", 20f);
      assertThat(counts(stream)).isEqualTo(counts(CustomerStream.of(dataset())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "amount | -1 | orders.parquet row 8: amount of an order is -1.0, from column amount (expected >= 0;",
        "amount | 'NaN'::DOUBLE | orders.parquet row 8: column amount is \"NaN\" (expected a finite number",
        "amount | 1e300 | orders.parquet row 8: amount of an order is 1.0E+300, from column amount (expected at most 1e15;",
        "amount | NULL | orders.parquet row 8: column amount is blank (expected a number;",
        "customer | NULL | orders.parquet row 8: column customer is blank (expected the customer's id;",
        "customer | '' | orders.parquet row 8: column customer is blank (expected the customer's id;",
        "moment | TIMESTAMP '2100-01-01' | orders.parquet row 8: column moment, \"2100-01-01T00:00\", lies in the future",
        "moment | NULL | orders.parquet row 8: column moment is \"\" (expected a date or time",
        "id | 57 | orders.parquet row 58: order:57, from column id, is the id of a second event"
      })
  void aWrongRowIsRefusedWithItsPlace(String column, String value, String message)
      throws SQLException {
    parquet(
        "SELECT * REPLACE (CASE WHEN id = 7 THEN %s ELSE %s END AS %s) FROM (%s) ORDER BY id"
            .formatted(value, column, column, GOOD));
    assertThatThrownBy(
            () -> {
              try (CustomerStream stream = CustomerStream.open(read(), folder, NOW)) {
                counts(stream);
              }
            })
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "customer | ' c7 '",
        "amount | amount::FLOAT",
        "moment | strftime(moment, '%Y-%m-%d %H:%M:%S')",
        "amount | amount::VARCHAR",
        "id | concat(id, ' ')"
      })
  void whatIsWrittenOtherwiseIsReadByTheRowReader(String column, String value) throws SQLException {
    parquet("SELECT * REPLACE (%s AS %s) FROM (%s)".formatted(value, column, GOOD));
    assertThatThrownBy(() -> PartitionedCustomers.read(read(), folder, NOW).close())
        .isInstanceOf(NoFastWay.class);
    try (CustomerStream stream = CustomerStream.open(read(), folder, NOW)) {
      assertThat(counts(stream)).isEqualTo(counts(CustomerStream.of(dataset())));
    }
  }

  @Test
  void filesWhoseColumnsHaveOtherTypesAreReadEachByItsOwn() throws SQLException, IOException {
    parquet("SELECT * REPLACE (amount::INTEGER AS amount) FROM (%s)".formatted(GOOD));
    Files.move(folder.resolve("orders.parquet"), folder.resolve("a.parquet"));
    parquet("SELECT * REPLACE (id + 5000 AS id, 0.25::DOUBLE AS amount) FROM (%s)".formatted(GOOD));
    Files.move(folder.resolve("orders.parquet"), folder.resolve("b.parquet"));
    Files.writeString(
        folder.resolve("dataset.yaml"),
        Files.readString(folder.resolve("dataset.yaml"))
            .replace("orders.parquet", "[a.parquet, b.parquet]"));
    assertThatThrownBy(() -> PartitionedCustomers.read(read(), folder, NOW).close())
        .isInstanceOf(NoFastWay.class)
        .hasMessage("the files have different columns");
    assertThat(dataset().customers().getFirst().history().events())
        .filteredOn(event -> event instanceof Order order && order.amount() == .25)
        .hasSize(20);
  }

  /// As numbers 10 is more than 9, as texts less.
  @Test
  void ofTwoThingsSaidOfOneMomentBothWaysKeepTheSame() throws SQLException, IOException, NoFastWay {
    Files.writeString(
        folder.resolve("dataset.yaml"),
        Files.readString(folder.resolve("dataset.yaml"))
            + "    attributes: [{column: years, basis: demographic, type: number}]\n");
    parquet(
        "SELECT 'c' AS customer, TIMESTAMP '2026-01-01' AS moment, i AS id, 1.5 AS amount, '' AS channel,"
            + " 9 + (i = 1)::INTEGER AS years FROM range(3) t(i)");
    try (CustomerStream stream = PartitionedCustomers.read(read(), folder, NOW)) {
      assertThat(values(stream, "attribute:years")).containsExactly(Map.entry("c", 10f));
      assertThat(values(CustomerStream.of(dataset()), "attribute:years"))
          .containsExactly(Map.entry("c", 10f));
    }
  }

  @Test
  void nothingIsLeftBehind() throws SQLException, IOException, NoFastWay {
    parquet(GOOD);
    long before = temporaryFiles();
    PartitionedCustomers.read(read(), folder, NOW).close();
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static long temporaryFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("kindred-events-"))
          .count();
    }
  }

  private DatasetMapping read() {
    return DatasetMapping.read(folder.resolve("dataset.yaml"));
  }

  private Dataset dataset() {
    return DatasetReader.read(read(), folder, NOW);
  }

  private static Map<String, Float> counts(CustomerStream stream) {
    return values(stream, "order_count");
  }

  private static Map<String, Float> values(CustomerStream stream, String feature) {
    FeatureSchema schema =
        FeatureSchema.of(
            stream.zone(), stream.currency(), stream.attributes(), List.of(), List.of(feature));
    BatchFeaturizer batch = new Featurizer(schema).batch();
    Map<String, Float> counts = new TreeMap<>();
    float[] row = new float[1];
    stream.forEach(
        batch,
        customer -> {
          batch.row(NOW, row);
          counts.put(customer.value(), row[0]);
        });
    return counts;
  }

  private void parquet(String select) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, folder.resolve("orders.parquet")));
    }
  }
}
