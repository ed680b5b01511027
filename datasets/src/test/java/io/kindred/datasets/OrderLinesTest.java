package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Event;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderLinesTest {
  private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");
  private static final String ROWS =
      """
      1,a,2025-01-01,.1,1,ball,toys,north
      1,a,2025-01-01,.2,2,ball,toys,north
      1,a,2025-01-01,.3,1,atlas,books,south
      1,a,2025-01-01,.25,1,comic,books,
      """;

  @TempDir private Path folder;

  @Test
  void anOrderIsOfTheProductAndTheCategoryThatMostOfTheMoneyWentTo() {
    assertThat(
            events(
                ROWS,
                "orders: {id: id, lines: true, amount: m, items: n, product: p, category: c, store: s}"))
        .containsExactly(
            new Order(
                "order:1",
                DAY,
                .85,
                5,
                "books",
                "",
                "",
                "atlas",
                "north",
                List.of(
                    new OrderLine("atlas", "books", .3, 1),
                    new OrderLine("ball", "toys", .1, 1),
                    new OrderLine("ball", "toys", .2, 2),
                    new OrderLine("comic", "books", .25, 1))));
  }

  @Test
  void whereMoneyIsEqualTheFirstInTextOrderCounts() {
    // .1 + .2 is .30000000000000004 as binary fractions, but as much as .3 in decimals.
    Order order =
        (Order) events(ROWS, "orders: {id: id, lines: true, amount: m, product: p}").getFirst();

    assertThat(order.product()).isEqualTo("atlas");
    assertThat(order.amount()).isEqualTo(.85);
  }

  @Test
  void linesThatSayNeitherProductNorCategoryAreNotKept() {
    assertThat(events(ROWS, "orders: {id: id, lines: true, amount: m, items: n, store: s}"))
        .containsExactly(new Order("order:1", DAY, .85, 5, "", "", "", "", "north", List.of()));
  }

  @Test
  void aReturnIsOfTheGoodsThatMostOfTheMoneyWasFor() {
    assertThat(
            events(
                ROWS,
                "returns: {id: id, lines: true, amount: m, items: n, product: p, category: c}"))
        .containsExactly(new Return("return:1", DAY, .85, 5, "books", "atlas"));
  }

  private List<Event> events(String rows, String mapped) {
    return new Shop(folder)
        .with("rows.csv", "id,who,when,m,n,p,c,s\n" + rows)
        .mapped(
            """
            name: Shop
            tables:
              - files: rows.csv
                customer: who
                time: when
                %s
            """
                .formatted(mapped))
        .read()
        .customers()
        .getFirst()
        .history()
        .events();
  }
}
