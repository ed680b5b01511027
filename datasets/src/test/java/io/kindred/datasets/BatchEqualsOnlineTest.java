package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.AsOf;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.BatchFeaturizer;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.DeclaredFeature;
import io.kindred.features.DeclaredFeature.Aggregate;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.PurchaseDays;
import io.kindred.features.Purchases;
import io.kindred.features.WordCounts;
import io.kindred.features.WordFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a data scientist trains on, columns grouped from a file, against what the service computes
/// when one event after another arrives, in any order: every feature of every customer, exactly.
class BatchEqualsOnlineTest {
  private static final int CUSTOMERS = 50_000;
  private static final int EVENTS = 900_000;
  private static final LocalDate[] DAYS = {
    LocalDate.of(2024, 2, 29), LocalDate.of(2025, 3, 30), LocalDate.of(2025, 12, 31)
  };

  private static final List<DeclaredFeature> DECLARED =
      List.of(
          declared(
              EventKind.ORDER, Map.of("channel", List.of("c0", "c1")), Aggregate.SUM, "amount"),
          declared(EventKind.ORDER, Map.of(), Aggregate.DISTINCT, "store"),
          declared(EventKind.VISIT, Map.of("device", List.of("d1")), Aggregate.SHARE, ""),
          declared(EventKind.RETURN, Map.of(), Aggregate.LATEST, "amount"),
          declared(
              EventKind.CUSTOM, Map.of("topic", List.of("d2")), Aggregate.DAYS_SINCE_FIRST, ""),
          declared(EventKind.CART_FILLED, Map.of(), Aggregate.SMALLEST, "amount"));

  @TempDir private Path folder;

  @Test
  void everyCellOfFiftyThousandCustomers() throws IOException, SQLException, NoFastWay {
    write();
    DatasetMapping mapping = DatasetMapping.read(folder.resolve("dataset.yaml"));
    Instant now = Instant.parse("2026-06-01T00:00:00Z");
    Dataset dataset = DatasetReader.read(mapping, folder, now);
    Map<CustomerId, History> histories = new HashMap<>();
    Random random = new Random(5);
    for (Customer customer : dataset.customers()) {
      histories.put(customer.id(), arrived(customer.history(), random));
    }
    assertThat(histories).hasSizeGreaterThanOrEqualTo(CUSTOMERS);

    try (CustomerStream stream = PartitionedCustomers.read(mapping, folder, now)) {
      assertThat(stream.lastDay()).isEqualTo(dataset.summary().lastDay().orElseThrow());
      assertThat(stream.attributes()).isEqualTo(dataset.attributes());
      FeatureSchema schema = schema(stream, now);
      assertThat(schema.size()).isGreaterThan(150);
      Featurizer online = new Featurizer(schema);
      BatchFeaturizer batch = online.batch();
      float[] row = new float[schema.size()];
      List<CustomerId> met = new ArrayList<>();
      stream.forEach(
          batch,
          customer -> {
            met.add(customer);
            History history = histories.getOrDefault(customer, History.empty());
            for (LocalDate day : DAYS) {
              Instant asOf = AsOf.endOf(day, mapping.zone());
              batch.row(asOf, row);
              // The message names the customer's number and the day only where a cell differs.
              if (!Arrays.equals(row, online.row(history, asOf))) {
                assertThat(row)
                    .as("%d as of %s", met.size(), day)
                    .isEqualTo(online.row(history, asOf));
              }
              Instant until = AsOf.plusDays(asOf, 90, mapping.zone());
              Purchases purchases = batch.purchases(asOf, until);
              var days = PurchaseDays.between(history, asOf, until, mapping.zone());
              assertThat(purchases.days()).isEqualTo(days.size());
              assertThat(purchases.value())
                  .isEqualTo(days.values().stream().reduce(0.0, Double::sum));
            }
          });
      assertThat(met).doesNotHaveDuplicates().hasSameSizeAs(histories.keySet());
    }
  }

  private static DeclaredFeature declared(
      EventKind kind, Map<String, List<String>> where, Aggregate aggregate, String of) {
    return new DeclaredFeature(
        "%s_%s".formatted(kind.word(), DeclaredFeature.word(aggregate)),
        Set.of(kind),
        false,
        new TreeMap<>(where),
        200,
        aggregate,
        of);
  }

  /// The history as events came in one at a time, some of them twice.
  private static History arrived(History whole, Random random) {
    List<Event> events = new ArrayList<>(whole.events());
    if (!events.isEmpty()) {
      events.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(events, random);
    History history = History.of(List.of(), List.<Attribute>of());
    for (Event event : events) {
      history = history.plus(event);
    }
    return history.merge(History.of(List.of(), whole.attributes()));
  }

  private static FeatureSchema schema(CustomerStream stream, Instant asOf) {
    WordCounts counts = new WordCounts(stream.attributes());
    BatchFeaturizer counting =
        new Featurizer(
                FeatureSchema.of(
                    stream.zone(),
                    stream.currency(),
                    stream.attributes(),
                    List.of(),
                    List.of("order_count")))
            .batch();
    stream.forEach(counting, _ -> counts.add(counting, asOf));
    Map<WordFamily, List<String>> words = new EnumMap<>(WordFamily.class);
    for (WordFamily family : WordFamily.values()) {
      words.put(family, counts.mostCommon(family, 0, 8));
    }
    SequencedMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    for (AttributeDefinition attribute : stream.attributes()) {
      attributes.put(attribute, counts.mostCommon(attribute, 0, 8));
    }
    return FeatureSchema.complete(
        stream.zone(), stream.currency(), attributes, words, DECLARED, false);
  }

  private void write() throws IOException, SQLException {
    Files.writeString(
        folder.resolve("dataset.yaml"),
        """
        name: Made up
        zone: Europe/Stockholm
        currency: SEK
        tables:
          - files: events-*.parquet
            customer: customer
            time: time
            orders:
              where: {column: what, is: order}
              id: id
              knownSince: known
              amount: amount
              items: pieces
              category: a
              product: b
              channel: c
              discount: d
              store: e
            returns: {where: {column: what, is: return}, id: id, amount: amount, items: pieces, category: a, product: b}
            visits: {where: {column: what, is: visit}, id: id, pages: pieces, channel: c, device: d, referrer: e}
            carts:
              where: {column: what, is: [cart_in, cart_left]}
              id: id
              step: {column: what, words: {cart_in: filled, cart_left: abandoned}}
              value: amount
            messages:
              where: {column: what, startsWith: mail_}
              id: id
              step: {column: what, words: {mail_sent: sent, mail_opened: opened, mail_clicked: clicked}}
              channel: c
              campaign: d
            subscriptions:
              where: {column: what, startsWith: plan_}
              id: id
              step: {column: what, words: {plan_started: started, plan_renewed: renewed, plan_cancelled: cancelled}}
              plan: a
              amount: amount
            support: {where: {column: what, is: help}, id: id, channel: c, topic: d}
            custom:
              - where: [{column: what, is: webinar}, {column: b, blank: false}]
                id: id
                name: b
                value: pieces
                properties: {topic: d, host: e}
          - files: profiles.parquet
            customer: customer
            knownSince: since
            attributes:
              - {column: age, basis: demographic, type: number}
              - {column: country, basis: geographic, type: category}
              - {column: price_matters, basis: psychographic, type: scale, lowest: 1, highest: 5}
              - {column: member, basis: behavioural, type: yes_no}
              - {column: likes, basis: psychographic, type: multi_value}
              - {column: born, basis: demographic, type: date}
        """);
    // Times fall on whole quarters of an hour, half of them on hours near changes of clocks, so
    // that
    // many events share a moment; a tenth come in late and a fiftieth twice.
    String word =
        "CASE WHEN h(%1$d) %% 5 = 0 THEN NULL ELSE '%2$s' || (h(%1$d) %% %3$d)::VARCHAR END";
    String events =
        """
        SELECT 'c' || (h(1) %% %d)::VARCHAR AS customer,
          TIMESTAMP '2023-01-01' + to_minutes((15 * (h(2) %% (3 * 365 * 96)))::BIGINT) AS time,
          TIMESTAMP '2023-01-01' + to_minutes((15 * (h(2) %% (3 * 365 * 96)))::BIGINT)
            + CASE WHEN h(3) %% 10 = 0 THEN to_hours((h(4) %% 2000)::BIGINT) ELSE to_hours(0) END
            AS known,
          ['order', 'order', 'order', 'return', 'visit', 'visit', 'cart_in', 'cart_left', 'mail_sent',
            'mail_opened', 'mail_clicked', 'plan_started', 'plan_renewed', 'plan_cancelled', 'help',
            'webinar'][1 + (h(5) %% 16)::INTEGER] AS what,
          i AS id,
          (h(6) %% 40000)::DECIMAL(12, 2) / 100 AS amount,
          (h(7) %% 9)::INTEGER AS pieces,
          %s AS a, %s AS b, %s AS c, %s AS d, %s AS e
        FROM (SELECT range AS i FROM range(%d))
        """
            .formatted(
                CUSTOMERS,
                word.formatted(11, "a", 9),
                word.formatted(12, "product ", 400),
                word.formatted(13, "c", 4),
                word.formatted(14, "d", 6),
                word.formatted(15, "e", 5),
                EVENTS);
    String profiles =
        """
        SELECT 'c' || i AS customer, DATE '2023-01-01' + (h(1) %% 900)::INTEGER AS since,
          CASE WHEN h(2) %% 3 > 0 THEN 18 + (h(3) %% 60)::DOUBLE / 2 END AS age,
          CASE WHEN h(4) %% 4 > 0 THEN ['Sweden', 'Norway', ' Denmark '][1 + (h(5) %% 3)::INTEGER] END
            AS country,
          CASE WHEN h(6) %% 4 > 0 THEN 1 + (h(7) %% 5)::INTEGER END AS price_matters,
          CASE WHEN h(8) %% 4 > 0 THEN h(9) %% 2 = 0 END AS member,
          ['', 'tea|music', 'music', ' sport |tea'][1 + (h(10) %% 4)::INTEGER] AS likes,
          CASE WHEN h(11) %% 2 = 0 THEN DATE '1950-01-01' + (h(12) %% 20000)::INTEGER END AS born
        FROM (SELECT range AS i FROM range(%d))
        """
            .formatted(CUSTOMERS);
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("CREATE TABLE e AS " + drawn(events));
      statement.execute("INSERT INTO e SELECT * FROM e WHERE hash(id) % 50 = 0");
      for (int file = 0; file < 2; file++) {
        statement.execute(
            "COPY (SELECT * FROM e WHERE hash(time) %% 2 = %d ORDER BY hash(amount)) TO '%s' (FORMAT parquet)"
                .formatted(file, folder.resolve("events-%d.parquet".formatted(file))));
      }
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet)"
              .formatted(drawn(profiles), folder.resolve("profiles.parquet")));
    }
  }

  /// With `h(n)` as the n-th number drawn for a row.
  private static String drawn(String select) {
    return select.replaceAll("\\bh\\((\\d+)\\)", "hash(i * 1000 + $1)");
  }
}
