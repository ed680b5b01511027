package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Visit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Events whose table says when they became known.
class LateEventsReadTest {
  private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2025-01-02T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void anEventIsKnownFromWhenItsTableSays() {
    assertThat(
            events(
                "1,a,2025-01-01,2025-01-02\n2,a,2025-01-01,2025-01-01\n3,a,2025-01-01,2024-12-01\n",
                "visits: {id: id, knownSince: known}"))
        .as("known a day late, at once, and before it happened, which counts as at once")
        .containsExactlyInAnyOrder(
            new LateEvent(new Visit("visit:1", DAY, "", 0), NEXT_DAY),
            new Visit("visit:2", DAY, "", 0),
            new Visit("visit:3", DAY, "", 0));
  }

  @Test
  void oneDateMayHoldForAllRows() {
    assertThat(events("1,a,2025-01-01,\n", "visits: {id: id, knownSince: 2025-01-02}"))
        .containsExactly(new LateEvent(new Visit("visit:1", DAY, "", 0), NEXT_DAY));
  }

  @Test
  void anOrderIsKnownWhenItsLastLineIs() {
    assertThat(
            events(
                "1,a,2025-01-01,2025-01-02\n1,a,2025-01-01,2025-01-01\n",
                "orders: {id: id, lines: true, knownSince: known, amount: id, product: id}"))
        .containsExactly(
            new LateEvent(
                new Order(
                    "order:1",
                    DAY,
                    2,
                    0,
                    "",
                    "",
                    "",
                    "1",
                    "",
                    List.of(new OrderLine("1", "", 1, 0), new OrderLine("1", "", 1, 0))),
                NEXT_DAY));
  }

  @Test
  void nothingBecomesKnownInTheFuture() {
    refused(
        shop("1,a,2025-01-01,2025-07-02\n", "visits: {id: id, knownSince: known}"),
        "rows.csv:2: column known, \"2025-07-02\", lies in the future (expected nothing after"
            + " 2025-07-01T00:00:00Z; correct the date, or the data set's time zone or timeFormat)");
  }

  private List<Event> events(String rows, String mapped) {
    return shop(rows, mapped).read().customers().getFirst().history().events();
  }

  private Shop shop(String rows, String mapped) {
    return new Shop(folder)
        .with("rows.csv", "id,who,when,known\n" + rows)
        .mapped(
            """
            name: Shop
            tables:
              - files: rows.csv
                customer: who
                time: when
                %s
            """
                .formatted(mapped));
  }
}
