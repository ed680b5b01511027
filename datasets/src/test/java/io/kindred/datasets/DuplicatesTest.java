package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Event;
import io.kindred.features.LateEvent;
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

/// The same event twice counts once.
class DuplicatesTest {
  static final List<Integer> SEEDS = IntStream.range(0, 10).boxed().toList();
  private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");
  private static final String VISITS =
      """
      name: Shop
      tables:
        - files: "visits*.csv"
          customer: who
          time: when
          visits: {id: id, knownSince: known}
      """;

  @TempDir private Path folder;

  @Test
  void aDuplicateIsCounted() {
    Dataset dataset =
        Shop.ofOrders(
                folder,
                """
                id,who,when,amount
                1,a,2025-01-01,3
                1,a,2025-01-01 00:00,3.00
                2,a,2025-01-01,3
                1,a,2025-01-01,3
                """)
            .read();

    assertThat(dataset.summary().rows()).isEqualTo(4);
    assertThat(dataset.summary().duplicates()).isEqualTo(2);
    assertThat(dataset.summary().events().orders()).isEqualTo(2);
    assertThat(events(dataset)).hasSize(2);
  }

  @Test
  void aDuplicateMayBeInAnotherFile() {
    Dataset dataset =
        new Shop(folder)
            .with("visits-1.csv", "id,who,when,known\n1,a,2025-01-01,2025-01-01\n")
            .with("visits-2.csv", "id,who,when,known\n1,a,2025-01-01,2025-01-01\n")
            .mapped(VISITS)
            .read();

    assertThat(dataset.summary().duplicates()).isEqualTo(1);
    assertThat(events(dataset)).containsExactly(new Visit("visit:1", DAY, "", 0));
  }

  @Test
  void theSameOrderLinesInTwoTablesAreOneOrder() {
    Dataset dataset =
        new Shop(folder)
            .with("a.csv", "id,who,when,m,p\n1,a,2025-01-01,1,x\n1,a,2025-01-01,2,y\n")
            .with("b.csv", "id,who,when,m,p\n1,a,2025-01-01,2,y\n1,a,2025-01-01,1,x\n")
            .mapped(
                """
                name: Shop
                tables:
                  - files: a.csv
                    customer: who
                    time: when
                    orders: {id: id, lines: true, amount: m, product: p}
                  - files: b.csv
                    customer: who
                    time: when
                    orders: {id: id, lines: true, amount: m, product: p}
                """)
            .read();

    assertThat(dataset.summary().duplicates()).isEqualTo(1);
    assertThat(dataset.summary().events().orders()).isEqualTo(1);
  }

  @Test
  void anEventSentAgainLaterIsKnownSinceItWasFirstSent() {
    Instant known = Instant.parse("2025-01-02T00:00:00Z");
    String row = "1,a,2025-01-01,2025-01-0%d\n";
    for (List<Integer> days : List.of(List.of(2, 5), List.of(5, 2))) {
      Dataset dataset =
          new Shop(folder)
              .with(
                  "visits.csv",
                  "id,who,when,known\n"
                      + row.formatted(days.getFirst())
                      + row.formatted(days.getLast()))
              .mapped(VISITS)
              .read();

      assertThat(events(dataset))
          .containsExactly(new LateEvent(new Visit("visit:1", DAY, "", 0), known));
      assertThat(dataset.summary().duplicates()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void rowsRepeatedAndShuffledGiveTheSameCustomers(int seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(
          "%d,c%d,2025-01-%02d,2025-02-%02d"
              .formatted(i, i % 17, 1 + random.nextInt(28), 1 + random.nextInt(28)));
    }
    Dataset once = visits(rows);
    List<String> repeated = new ArrayList<>(rows);
    for (int i = 0; i < 200; i++) {
      repeated.add(rows.get(random.nextInt(rows.size())));
    }
    Collections.shuffle(repeated, random);
    Dataset again = visits(repeated);

    assertThat(again.customers()).isEqualTo(once.customers());
    assertThat(again.summary().events()).isEqualTo(once.summary().events());
    assertThat(once.summary().duplicates()).isZero();
    assertThat(again.summary().duplicates()).isEqualTo(200);
  }

  private Dataset visits(List<String> rows) {
    return new Shop(folder)
        .with("visits.csv", "id,who,when,known\n" + String.join("\n", rows) + "\n")
        .mapped(VISITS)
        .read();
  }

  private static List<Event> events(Dataset dataset) {
    return dataset.customers().getFirst().history().events();
  }
}
