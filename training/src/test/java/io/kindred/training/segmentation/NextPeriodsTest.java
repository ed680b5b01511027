package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.export.MadeSegments;
import io.kindred.training.panel.RandomCustomers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPeriodsTest {
  private static final int DAYS = 30;
  private static final Featurizer FEATURIZER = RandomCustomers.featurizer();
  private static final FeatureSchema SCHEMA = FEATURIZER.schema();
  private static final Instant UNTIL = Instant.parse("2025-10-31T23:00:00Z");
  private static final KnownBands BANDS = KnownBandsChoice.of(SCHEMA, new int[] {0});

  /// The second segment has more than so many orders.
  private static SegmentTree tree(double orders) {
    return MadeSegments.linear(
            SCHEMA.size(),
            List.of(MadeSegments.column(SCHEMA.indexOf("order_count"), "order_count", orders, 1)),
            new double[][] {{0}, {2}},
            0,
            1)
        .tree();
  }

  @Test
  void beginningsLieAPeriodApartWithAPeriodOfHistoryBeforeEach() {
    Instant first = Instant.parse("2025-07-01T12:00:00Z");

    // Summer time ends in between; the days are those of the place.
    assertThat(NextPeriods.beginnings(UNTIL, first, DAYS, FEATURIZER))
        .containsExactly(
            Instant.parse("2025-10-01T22:00:00Z"),
            Instant.parse("2025-09-01T22:00:00Z"),
            Instant.parse("2025-08-02T22:00:00Z"));
    assertThat(
            NextPeriods.beginnings(UNTIL, Instant.parse("2020-01-01T00:00:00Z"), DAYS, FEATURIZER))
        .hasSize(4);
    assertThat(NextPeriods.beginnings(UNTIL, first, 90, FEATURIZER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void examplesAreWhatWasKnownThenAndTheSegmentLater(long seed) {
    List<Customer> customers = RandomCustomers.draw(80, seed);
    SegmentTree tree = tree(2.5);
    List<Instant> beginnings =
        NextPeriods.beginnings(UNTIL, Instant.EPOCH, DAYS, FEATURIZER).subList(0, 2);

    ForecastExamples examples = examples(customers, _ -> tree, beginnings);

    ForecastExamples expected = ForecastExamples.none();
    int moved = 0;
    for (Instant begin : beginnings) {
      for (Customer customer : customers) {
        if (customer.history().asOf(begin).isEmpty()) {
          continue;
        }
        float[] row = FEATURIZER.row(customer.history(), begin);
        float[] later =
            FEATURIZER.row(customer.history(), AsOf.plusDays(begin, DAYS, SCHEMA.zone()));
        double[] outcome = new double[2];
        outcome[tree.segment(later)] = 1;
        expected.add(tree.posterior(row), BANDS.band(row), outcome, customer.id());
        moved += tree.segment(row) == tree.segment(later) ? 0 : 1;
      }
    }
    assertThat(examples.customers()).isEqualTo(expected.customers());
    assertThat(examples.bands()).isEqualTo(expected.bands());
    assertAlike(examples.posteriors(), expected.posteriors());
    assertAlike(examples.outcomes(), expected.outcomes());
    assertThat(moved).isBetween(1, examples.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void noLaterEventMatters(long seed) {
    List<Customer> customers = RandomCustomers.draw(80, seed);
    SegmentTree tree = tree(2.5);
    List<Instant> beginnings = NextPeriods.beginnings(UNTIL, Instant.EPOCH, DAYS, FEATURIZER);
    List<Customer> asOfTheEnd = new ArrayList<>();
    for (Customer customer : customers) {
      asOfTheEnd.add(new Customer(customer.id(), customer.history().asOf(UNTIL)));
    }
    assertThat(asOfTheEnd).isNotEqualTo(customers);

    ForecastExamples examples = examples(customers, _ -> tree, beginnings);
    ForecastExamples ignorant = examples(asOfTheEnd, _ -> tree, beginnings);

    assertThat(ignorant.customers()).isEqualTo(examples.customers());
    assertAlike(ignorant.posteriors(), examples.posteriors());
    assertAlike(ignorant.outcomes(), examples.outcomes());
    // What was known at the beginning does not change with what happened in the period.
    List<Instant> last = beginnings.subList(0, 1);
    List<Customer> asOfTheBeginning = new ArrayList<>();
    for (Customer customer : customers) {
      asOfTheBeginning.add(new Customer(customer.id(), customer.history().asOf(last.getFirst())));
    }
    assertAlike(
        examples(asOfTheBeginning, _ -> tree, last).posteriors(),
        examples(customers, _ -> tree, last).posteriors());
  }

  @Test
  void eachCustomerIsAskedOfATreeThatHasNotSeenThem() {
    List<Customer> customers = RandomCustomers.draw(40, 7);
    SegmentTree one = tree(2.5);
    SegmentTree other = tree(1.5);
    Function<CustomerId, SegmentTree> trees = id -> id.value().hashCode() % 2 == 0 ? one : other;
    List<Instant> beginnings =
        NextPeriods.beginnings(UNTIL, Instant.EPOCH, DAYS, FEATURIZER).subList(0, 1);

    ForecastExamples examples = examples(customers, trees, beginnings);
    ForecastExamples allOfOne = examples(customers, _ -> one, beginnings);
    ForecastExamples allOfOther = examples(customers, _ -> other, beginnings);

    for (int i = 0; i < examples.size(); i++) {
      ForecastExamples expected =
          trees.apply(examples.customers().get(i)).equals(one) ? allOfOne : allOfOther;
      assertThat(examples.posteriors().get(i)).isEqualTo(expected.posteriors().get(i));
      assertThat(examples.outcomes().get(i)).isEqualTo(expected.outcomes().get(i));
    }
  }

  private static ForecastExamples examples(
      List<Customer> customers, Function<CustomerId, SegmentTree> tree, List<Instant> beginnings) {
    return new NextPeriods(FEATURIZER, customers, tree, BANDS).examples(beginnings, DAYS);
  }

  private static void assertAlike(List<double[]> these, List<double[]> those) {
    assertThat(these.toArray(double[][]::new)).isDeepEqualTo(those.toArray(double[][]::new));
  }
}
