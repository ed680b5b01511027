package io.kindred.training.panel;

import static io.kindred.training.panel.RandomCustomers.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelTest {
  private static final int HORIZON = 60;
  private static final Instant EARLY = AsOf.endOf(LocalDate.of(2025, 4, 30), ZONE);
  private static final Instant LATE = AsOf.endOf(LocalDate.of(2025, 6, 30), ZONE);

  private final Featurizer featurizer = RandomCustomers.featurizer();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noEventAfterTheHorizonChangesAnything(long seed) {
    List<Customer> customers = RandomCustomers.draw(200, seed);
    List<Customer> cut = RandomCustomers.cutAt(customers, AsOf.plusDays(LATE, HORIZON, ZONE));

    Panel panel = Panel.of(featurizer, customers, List.of(LATE, EARLY), HORIZON);
    Panel ofCut = Panel.of(featurizer, cut, List.of(LATE, EARLY), HORIZON);

    assertSame(panel, ofCut);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noEventAfterTheMomentChangesItsFeatures(long seed) {
    List<Customer> customers = RandomCustomers.draw(200, seed);

    Panel panel = Panel.of(featurizer, customers, List.of(EARLY), HORIZON);
    Panel ofCut =
        Panel.of(featurizer, RandomCustomers.cutAt(customers, EARLY), List.of(EARLY), HORIZON);

    assertThat(rows(panel.table())).isEqualTo(rows(ofCut.table()));
    assertThat(panel.purchases()).contains(1);
    assertThat(ofCut.purchases()).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aCustomerSeenOnlyLaterHasNoEarlierRow(long seed) {
    List<Customer> customers = RandomCustomers.draw(200, seed);

    Panel panel = Panel.of(featurizer, customers, List.of(LATE, EARLY), HORIZON);

    Set<CustomerId> early = new HashSet<>();
    Panel atEarly = panel.at(EARLY);
    for (int row = 0; row < atEarly.size(); row++) {
      early.add(atEarly.table().customer(row));
    }
    for (Customer customer : customers) {
      assertThat(early.contains(customer.id()))
          .isEqualTo(!customer.history().asOf(EARLY).isEmpty());
    }
    assertThat(early).hasSizeLessThan(panel.at(LATE).size());
    assertThat(atEarly.size() + panel.at(LATE).size()).isEqualTo(panel.size());
  }

  @Test
  void theOutcomeBeginsAfterTheMomentAndEndsWithTheHorizon() {
    Instant end = AsOf.plusDays(EARLY, HORIZON, ZONE);
    assertThat(end).isEqualTo(AsOf.endOf(LocalDate.of(2025, 6, 29), ZONE));

    assertThat(outcome(order("a", EARLY, 10))).isEqualTo(new Outcome(0, 0));
    assertThat(outcome(order("a", EARLY.plusNanos(1), 10))).isEqualTo(new Outcome(1, 10));
    assertThat(outcome(order("a", end, 10))).isEqualTo(new Outcome(1, 10));
    assertThat(outcome(order("a", end.plusNanos(1), 10))).isEqualTo(new Outcome(0, 0));
  }

  @Test
  void returnsAreTakenOffTheirDayOnly() {
    Instant first = Instant.parse("2025-05-10T08:00:00Z");
    Instant second = Instant.parse("2025-05-20T08:00:00Z");
    assertThat(
            outcome(
                order("a", first, 100),
                order("b", first.plusSeconds(60), 20),
                new Return("c", first.plusSeconds(120), 30, 1),
                order("d", second, 50),
                new Return("e", second.plusSeconds(60), 50, 1),
                new Return("f", second.plusSeconds(86_400), 500, 1)))
        .isEqualTo(new Outcome(1, 90));
  }

  @Test
  void aVisitIsNoPurchaseAndAGiftIsOne() {
    Instant during = Instant.parse("2025-05-10T08:00:00Z");
    assertThat(outcome(new Visit("a", during, "web", 2)).purchased()).isFalse();
    assertThat(outcome(order("a", during, 0))).isEqualTo(new Outcome(1, 0));
  }

  @Test
  void selectionKeepsRowsAndOutcomesTogether() {
    Panel panel = Panel.of(featurizer, RandomCustomers.draw(50, 9), List.of(LATE), HORIZON);
    int[] rows = {7, 3, 20};

    Panel selected = panel.select(rows);

    assertThat(selected.size()).isEqualTo(3);
    for (int i = 0; i < rows.length; i++) {
      assertThat(selected.outcome(i)).isEqualTo(panel.outcome(rows[i]));
      assertThat(selected.table().customer(i)).isEqualTo(panel.table().customer(rows[i]));
      assertThat(selected.spend()[i]).isEqualTo(panel.outcome(rows[i]).spend());
      assertThat(selected.purchases()[i] == 1).isEqualTo(panel.outcome(rows[i]).purchased());
    }
  }

  @Test
  void aPanelWithoutMomentsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Panel.of(featurizer, List.of(), List.of(), HORIZON))
        .withMessage("the panel has no as-of moment (expected at least one)");
  }

  private Outcome outcome(Event... events) {
    Customer customer =
        new Customer(
            new CustomerId("c"),
            History.of(List.of(events), List.of())
                .plus(new Visit("first", Instant.parse("2025-01-01T00:00:00Z"), "web", 1)));
    return Panel.of(featurizer, List.of(customer), List.of(EARLY), HORIZON).outcome(0);
  }

  private static Order order(String id, Instant time, double amount) {
    return new Order(id, time, amount, 1, "home", "web", "");
  }

  private static void assertSame(Panel panel, Panel other) {
    assertThat(rows(panel.table())).isEqualTo(rows(other.table()));
    assertThat(panel.size()).isEqualTo(other.size());
    for (int row = 0; row < panel.size(); row++) {
      assertThat(panel.outcome(row)).isEqualTo(other.outcome(row));
      assertThat(panel.table().customer(row)).isEqualTo(other.table().customer(row));
      assertThat(panel.table().asOf(row)).isEqualTo(other.table().asOf(row));
    }
  }

  private static List<List<Float>> rows(FeatureTable table) {
    return IntStream.range(0, table.size()).mapToObj(row -> values(table, row)).toList();
  }

  /// Boxed, so that NaN equals NaN.
  private static List<Float> values(FeatureTable table, int row) {
    List<Float> values = new ArrayList<>();
    for (float value : table.row(row)) {
      values.add(value);
    }
    return values;
  }
}
