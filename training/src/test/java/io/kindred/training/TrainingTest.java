package io.kindred.training;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.datasets.Dataset;
import io.kindred.features.Customer;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.GoldenRow;
import io.kindred.models.Measure;
import io.kindred.models.Segment;
import io.kindred.models.format.BundleFormat;
import io.kindred.scoring.Score;
import io.kindred.scoring.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TrainingTest {
  @Test
  void neitherTheOrderOfCustomersNorWhatHappensAfterTheDayChangesAByte() throws BundleException {
    Dataset ignorant =
        SmallShop.with(customers -> SmallShop.shuffled(SmallShop.knownByTheDay(customers)));

    BundleContents again = Training.run(ignorant, SmallShop.options(), _ -> {});

    SortedMap<String, byte[]> files = BundleFormat.encode(SmallShop.TRAINED);
    BundleFormat.encode(again)
        .forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(files.get(name)));
    assertThat(id(again)).isEqualTo(id(SmallShop.TRAINED));
  }

  @Test
  void theStepsAreTold() {
    List<String> steps = new ArrayList<>();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Training.run(first(150), SmallShop.options(), steps::add));
    assertThat(steps).isEqualTo(List.of("Features as of each date"));
  }

  @Test
  void theBundleServes() throws BundleException {
    try (Scorer scorer = Scorer.open(BundleFormat.decode(BundleFormat.encode(SmallShop.TRAINED)))) {
      for (Customer customer : SmallShop.DATASET.customers()) {
        Score score = scorer.score(customer.history(), SmallShop.AS_OF);
        assertThat(score.outputs().isFinite()).isTrue();
      }
      assertThat(scorer.score(History.empty(), SmallShop.AS_OF).outputs().isFinite()).isTrue();
    }
  }

  @Test
  void goldenRowsAreNobodys() {
    Set<Event> real = new HashSet<>();
    Set<String> realIds = new HashSet<>();
    for (Customer customer : SmallShop.DATASET.customers()) {
      real.addAll(customer.history().events());
      customer.history().events().forEach(event -> realIds.add(event.id()));
    }

    List<GoldenRow> golden = SmallShop.TRAINED.goldenRows();

    assertThat(golden).hasSize(24);
    assertThat(golden.getFirst().history().isEmpty()).isTrue();
    assertThat(golden)
        .allSatisfy(row -> {
          assertThat(row.asOf()).isEqualTo(SmallShop.AS_OF);
          // Some became known only later, which a server must leave out as training does.
          assertThat(row.history().events()).noneMatch(event -> event.time().isAfter(row.asOf()));
          assertThat(row.history().events())
              .doesNotContainAnyElementsOf(real)
              .noneMatch(event -> realIds.contains(event.id()));
        });
  }

  @Test
  void noFileOfTheBundleNamesACustomer() {
    BundleFormat.encode(SmallShop.TRAINED)
        .forEach((file, bytes) -> {
          String text = new String(bytes, ISO_8859_1);
          for (Customer customer : SmallShop.DATASET.customers()) {
            assertThat(text.contains(customer.id().value())).as(file).isFalse();
          }
        });
  }

  @Test
  void everyFigureHasItsBaselineAndIsMeasuredOnTheHeldOut() {
    List<Measure> measures = SmallShop.TRAINED.evaluation().measures();

    assertThat(measures)
        .extracting(measure -> measure.subject() + ": " + measure.name())
        .contains(
            "purchase: AUC",
            "purchase: log-loss",
            "purchase: Brier score",
            "purchase: calibration error",
            "lifetime value: Spearman",
            "lifetime value: normalised Gini",
            "lifetime value: mean absolute error",
            "lifetime value: total error",
            "lifetime value: share within the range");
    Measure auc = measure("purchase", "AUC");
    assertThat(auc.value()).isGreaterThan(0.65);
    assertThat(auc.interval().orElseThrow().low()).isLessThan(auc.value());
    assertThat(auc.interval().orElseThrow().high()).isGreaterThan(auc.value());
    assertThat(auc.customers()).isBetween(60, 130);
    assertThat(auc.baselines())
        .extracting(Measure.Baseline::name)
        .isEqualTo(List.of("recency alone"));
    assertThat(measure("purchase", "log-loss").value())
        .isLessThan(measure("purchase", "log-loss").baselines().getFirst().value());
    assertThat(measure("lifetime value", "share within the range").value()).isBetween(0.65, 1.0);
  }

  @Test
  void theRemarksSayWhatWasDone() {
    List<String> remarks = SmallShop.TRAINED.evaluation().remarks();

    assertThat(remarks.get(0))
        .isEqualTo(
            "A fifth of the customers was held out: every figure of propensity and lifetime value"
                + " is theirs, from features of 2025-01-30 and what they did in the 60 days"
                + " after.");
    assertThat(remarks.get(1))
        .matches(
            "Candidates for the propensity to purchase, by log-loss on customers they were not"
                + " fitted to: logistic regression 0\\.\\d{4}, boosted trees 0\\.\\d{4}\\.");
    assertThat(remarks.getLast())
        .matches(
            "The exported graph differs from the fitted models by at most \\d\\.\\de-\\d\\d over"
                + " all customers\\.");
  }

  @Test
  void everyCustomerIsInOneSegment() {
    List<Segment> segments = SmallShop.TRAINED.segments().segments();

    assertThat(segments.stream().mapToInt(Segment::customers).sum())
        .isEqualTo(SmallShop.knownByTheDay(SmallShop.DATASET.customers()).size());
    assertThat(segments).allSatisfy(segment -> assertThat(segment.share()).isGreaterThan(0.01));
  }

  @Test
  void tooFewCustomersAreRefused() {
    Dataset few = first(150);
    int known = SmallShop.knownByTheDay(few.customers()).size();
    refused(
        few,
        SmallShop.options(),
        known
            + " customers are known by 2025-03-31 (expected at least 200; bring more customers or"
            + " train a later date)");
  }

  @Test
  void dataWithoutEventsAreRefused() {
    refused(
        with(customer ->
            new Customer(customer.id(), History.of(List.of(), customer.history().attributes()))),
        SmallShop.options(),
        "Synthetic shop has no events (expected orders; map a file with orders)");
  }

  @Test
  void aDayBeforeTheDataIsRefused() {
    refused(
        SmallShop.DATASET,
        SmallShop.options(Optional.of(LocalDate.of(2020, 1, 1)), 60),
        "no customer has an event by 2020-01-01 (expected events such as orders; train a later"
            + " date)");
  }

  @Test
  void aDayAfterTheDataIsRefused() {
    refused(
        SmallShop.DATASET,
        SmallShop.options(Optional.of(LocalDate.of(2025, 7, 1)), 60),
        "asOf is 2025-07-01, but the data of Synthetic shop end on 2025-06-30 (expected that day or"
            + " an earlier one; leave asOf out for the data's last day)");
  }

  @Test
  void aHorizonLongerThanTheDataIsRefused() {
    refused(
        SmallShop.DATASET,
        SmallShop.options(Optional.empty(), 400),
        "the data cover 547 days up to 2025-06-30, too few to learn what happens within 400 days"
            + " (expected at least 601 days; choose a shorter horizonDays or bring older events)");
  }

  private static Measure measure(String subject, String name) {
    return SmallShop.TRAINED.evaluation().measure(subject, name).orElseThrow();
  }

  private static Dataset first(int count) {
    return SmallShop.with(customers -> customers.subList(0, count));
  }

  private static Dataset with(UnaryOperator<Customer> change) {
    return SmallShop.with(customers -> customers.stream().map(change).toList());
  }

  private static void refused(Dataset dataset, TrainingOptions options, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Training.run(dataset, options, _ -> {}))
        .withMessage(message);
  }

  private static BundleId id(BundleContents contents) throws BundleException {
    return BundleFormat.id(BundleFormat.encode(contents));
  }
}
