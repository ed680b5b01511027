package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DatasetReaderTest {
  static final List<Integer> SEEDS = IntStream.range(0, 10).boxed().toList();
  private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void oneTableWithAColumnOfKindsGivesEveryKindOfEvent() {
    Dataset dataset =
        new Shop(folder)
            .with(
                "log.csv",
                """
                event,who,when,n,money,what
                e1,a,2025-01-01,1,10.50,buy
                e2,a,2025-01-02,1,10.50,refund
                e3,a,2025-01-03,4,,look
                e4,a,2025-01-04,,7,cart
                e4,a,2025-01-05,,7,leave
                e5,a,2025-01-06,,,mail_sent
                e5,a,2025-01-07,,,mail_opened
                e6,a,2025-01-08,,,noise
                """)
            .mapped(
                """
                name: Log
                tables:
                  - files: log.csv
                    customer: who
                    time: when
                    orders: {where: {column: what, is: buy}, id: event, amount: money, items: n}
                    returns: {where: {column: what, is: refund}, id: event, amount: money}
                    visits: {where: {column: what, is: look}, pages: n, channel: {constant: web}}
                    carts:
                      where: {column: what, is: [cart, leave]}
                      id: event
                      step: {column: what, words: {cart: filled, leave: abandoned}}
                      value: money
                    messages:
                      where: [{column: what, startsWith: mail_}]
                      id: event
                      step: {column: what, words: {mail_sent: sent, mail_opened: opened}}
                """)
            .read();

    assertThat(dataset.customers())
        .containsExactly(
            customer(
                "a",
                new Order("order:e1", day(1), 10.5, 1, "", "", ""),
                new Return("return:e2", day(2), 10.5, 0),
                new Visit("visit:log.csv#4", day(3), "web", 4),
                new Cart("cart.filled:e4", day(4), Cart.Step.FILLED, 7),
                new Cart("cart.abandoned:e4", day(5), Cart.Step.ABANDONED, 7),
                new Message("message.sent:e5", day(6), Message.Step.SENT, ""),
                new Message("message.opened:e5", day(7), Message.Step.OPENED, "")));
    assertThat(dataset.summary().rows()).isEqualTo(8);
    assertThat(dataset.summary().rowsFiltered()).isEqualTo(1);
    assertThat(dataset.summary().events())
        .isEqualTo(new DatasetSummary.EventCounts(1, 1, 1, 2, 2, 0, 0, 0));
  }

  @Test
  void linesOfAnOrderAreAddedUpExactly() {
    Dataset dataset =
        lines(
                """
                1,a,2025-01-01 10:01,1,0.10,toys,web,
                1,a,2025-01-01 10:00,1,0.20,books,web,X
                1,a,2025-01-01 10:01,2,0.35,toys,app,
                """)
            .read();

    assertThat(dataset.customers())
        .containsExactly(
            customer(
                "a",
                new Order(
                    "order:1",
                    Instant.parse("2025-01-01T10:00:00Z"),
                    1.00,
                    4,
                    "toys",
                    "app",
                    "X",
                    "",
                    "",
                    List.of(
                        new OrderLine("", "toys", .10, 1),
                        new OrderLine("", "books", .20, 1),
                        new OrderLine("", "toys", .70, 2)))));
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void shuffledRowsGiveTheSameCustomers(int seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int order = 0; order < 60; order++) {
      for (int line = 0; line <= random.nextInt(4); line++) {
        rows.add(
            "%d,c%d,2025-0%d-10 10:0%d,%d,%d.%d,%s,%s,%s"
                .formatted(
                    order,
                    order % 7,
                    1 + order % 6,
                    random.nextInt(10),
                    random.nextInt(5),
                    random.nextInt(100),
                    random.nextInt(100),
                    List.of("toys", "books", "").get(random.nextInt(3)),
                    List.of("web", "app").get(random.nextInt(2)),
                    List.of("X", "").get(random.nextInt(2))));
      }
    }
    List<Customer> customers = lines(String.join("\n", rows)).read().customers();

    Collections.shuffle(rows, random);

    assertThat(lines(String.join("\n", rows)).read().customers()).isEqualTo(customers);
    assertThat(customers).hasSize(7);
  }

  @Test
  void anAttributeOfEventRowsIsKnownFromTheFirstRowOnUntilItChanges() {
    Dataset dataset =
        new Shop(folder)
            .with(
                "orders.csv",
                """
                who,when,amount,country
                a,2025-01-03,1,Sweden
                a,2025-01-01,1,Sweden
                a,2025-01-05,1,Norway
                a,2025-01-04,1,
                a,2025-01-06,1,Norway
                """)
            .mapped(
                """
                name: Shop
                tables:
                  - files: orders.csv
                    customer: who
                    time: when
                    orders: {amount: amount}
                    attributes: [{column: country, basis: geographic, type: category}]
                """)
            .read();

    assertThat(dataset.customers().getFirst().history().attributes())
        .containsExactly(country("Sweden", day(1)), country("Norway", day(5)));
  }

  @Test
  void rowsWithoutACustomerAreLeftOutAndCountedWhereTheMappingSaysSo() {
    Dataset dataset =
        new Shop(folder)
            .with(
                "orders.csv", "who,when,amount\n,2025-01-01,1\na,2025-01-01,2\nNULL,2025-01-02,3\n")
            .mapped(
                """
                name: Shop
                tables:
                  - files: orders.csv
                    format: {unknown: [NULL]}
                    customer: who
                    blankCustomers: leave_out
                    time: when
                    orders: {amount: amount}
                """)
            .read();

    assertThat(dataset.summary().rows()).isEqualTo(3);
    assertThat(dataset.summary().rowsWithoutCustomer()).isEqualTo(2);
    assertThat(dataset.summary().customers()).isEqualTo(1);
  }

  @Test
  void aCustomerOfWhomNothingIsKnownIsACustomer() {
    Dataset dataset =
        new Shop(folder)
            .with("p.csv", "who,age\na,\n")
            .mapped(
                """
                name: Shop
                tables:
                  - files: p.csv
                    customer: who
                    knownSince: 2025-01-01
                    attributes: [{column: age, basis: demographic, type: number}]
                """)
            .read();

    assertThat(dataset.customers()).containsExactly(customer("a"));
  }

  @Test
  void filesOfAPatternAndOfAFolderAreReadTogether() {
    Shop shop =
        new Shop(folder)
            .with("orders-1.csv", "id,who,when,amount\n1,a,2025-01-01,1\n")
            .with("orders-2.tsv", "amount\twhen\twho\tid\n2\t2025-01-02\ta\t2\n");
    String mapping =
        """
        name: Shop
        tables:
          - files: %s
            customer: who
            time: when
            orders: {id: id, amount: amount}
        """;

    Dataset ofPattern = shop.mapped(mapping.formatted("orders-*")).read();
    Dataset ofFolder = shop.mapped(mapping.formatted("\".\"")).read();
    Dataset ofList = shop.mapped(mapping.formatted("[orders-2.tsv, orders-1.csv]")).read();

    assertThat(ofPattern.customers())
        .containsExactly(
            customer(
                "a",
                new Order("order:1", day(1), 1, 0, "", "", ""),
                new Order("order:2", day(2), 2, 0, "", "", "")));
    assertThat(ofFolder.customers()).isEqualTo(ofPattern.customers());
    assertThat(ofList.customers()).isEqualTo(ofPattern.customers());
    assertThat(ofPattern.summary().files()).isEqualTo(2);
  }

  @Test
  void europeanTextsReadToo() {
    Dataset dataset =
        new Shop(folder)
            .with(
                "orders.csv",
                "\uFEFFwer;wann;betrag\na;31.01.2025 14:05;1234,50\nb;01.02.2025 00:00;\n")
            .mapped(
                """
                name: Laden
                zone: Europe/Berlin
                tables:
                  - files: orders.csv
                    format: {delimiter: ;, decimal: ","}
                    timeFormat: dd.MM.yyyy HH:mm
                    customer: wer
                    time: wann
                    orders: {amount: {column: betrag, blank: 0}}
                """)
            .read();

    assertThat(dataset.customers())
        .containsExactly(
            customer(
                "a",
                new Order(
                    "order:orders.csv#2",
                    Instant.parse("2025-01-31T13:05:00Z"),
                    1234.5,
                    0,
                    "",
                    "",
                    "")),
            customer(
                "b",
                new Order(
                    "order:orders.csv#3",
                    Instant.parse("2025-01-31T23:00:00Z"),
                    0,
                    0,
                    "",
                    "",
                    "")));
  }

  private Shop lines(String rows) {
    return new Shop(folder)
        .with("lines.csv", "id,who,when,count,price,category,channel,code\n" + rows + "\n")
        .mapped(
            """
            name: Shop
            tables:
              - files: lines.csv
                customer: who
                time: when
                orders:
                  id: id
                  lines: true
                  amount: {product: [count, price]}
                  items: count
                  category: category
                  channel: channel
                  discount: code
            """);
  }

  private static Customer customer(String id, Event... events) {
    return new Customer(new CustomerId(id), History.of(List.of(events), List.of()));
  }

  private static Attribute country(String name, Instant since) {
    return new Attribute("country", new AttributeValue.Category(name), since);
  }

  /// A day of January.
  private static Instant day(int number) {
    return NEW_YEAR.plusSeconds((number - 1) * 86_400L);
  }
}
