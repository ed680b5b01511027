package io.kindred.datasets.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetException;
import io.kindred.datasets.DatasetMapping;
import io.kindred.datasets.DatasetReader;
import io.kindred.features.AsOf;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.Event;
import io.kindred.features.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theFolderReadBackGivesTheGeneratedHistories(long seed) {
    GeneratedCustomers generated = generate(150, seed).writeTo(folder.resolve("shop"));

    Dataset dataset = read(folder.resolve("shop"));

    assertThat(dataset.name()).isEqualTo("Synthetic shop");
    assertThat(dataset.zone().getId()).isEqualTo("Europe/Stockholm");
    assertThat(dataset.currency()).isEqualTo("SEK");
    assertThat(dataset.attributes()).isEqualTo(Generator.attributes(generated.options()));
    assertThat(dataset.customers())
        .isEqualTo(
            generated.customers().stream()
                .map(customer -> new Customer(customer.id(), customer.known()))
                .toList());
  }

  @Test
  void theTruthReadBackIsTheTruth() {
    GeneratedCustomers generated = generate(50, 4).writeTo(folder.resolve("shop"));

    assertThat(Truth.read(folder.resolve("shop").resolve(GeneratedCustomers.TRUTH_FILE)))
        .isEqualTo(generated.customers().stream().map(GeneratedCustomer::truth).toList());
  }

  @Test
  void oneCustomerIsEnough() {
    generate(1, 5).writeTo(folder.resolve("shop"));

    assertThat(read(folder.resolve("shop")).customers()).hasSize(1);
  }

  @Test
  void equalSeedsGiveEqualCustomersHoweverManyThereAre() {
    List<GeneratedCustomer> few = generate(20, 7).customers();

    assertThat(generate(200, 7).customers().subList(0, 20)).isEqualTo(few);
    assertThat(generate(20, 8).customers()).isNotEqualTo(few);
  }

  @Test
  void knownEventsEndWithTheLastDayAndFutureOnesBeginAfterIt() {
    GeneratedCustomers generated = generate(500, 9);

    Instant asOf = AsOf.endOf(LAST_DAY, generated.options().zone());
    Instant first =
        generated.options().firstDay().atStartOfDay(generated.options().zone()).toInstant();
    Instant horizonEnd = AsOf.plusDays(asOf, 90, generated.options().zone());
    assertThat(generated.customers())
        .allSatisfy(customer -> {
          assertThat(customer.known().asOf(asOf)).isEqualTo(customer.known());
          assertThat(customer.known().asOf(first.minusNanos(1)).isEmpty()).isTrue();
          assertThat(customer.future().asOf(asOf).isEmpty()).isTrue();
          assertThat(customer.future().asOf(horizonEnd)).isEqualTo(customer.future());
        });
  }

  @Test
  void whatHappensAgreesWithTheTruth() {
    List<GeneratedCustomer> customers = generate(15_000, 11).customers();

    double expectedBuyers =
        customers.stream().mapToDouble(c -> c.truth().purchaseProbability()).sum();
    double variance =
        customers.stream()
            .mapToDouble(
                c -> c.truth().purchaseProbability() * (1 - c.truth().purchaseProbability()))
            .sum();
    long buyers = customers.stream().filter(c -> futureOrders(c).findAny().isPresent()).count();
    assertThat((buyers - expectedBuyers) / Math.sqrt(variance)).isBetween(-3.0, 3.0);
    double expectedSpend = customers.stream().mapToDouble(c -> c.truth().expectedSpend()).sum();
    double spend =
        customers.stream().flatMap(GeneratorTest::futureOrders).mapToDouble(Order::amount).sum();
    assertThat(spend / expectedSpend).isCloseTo(1, within(.03));
    assertThat(customers)
        .filteredOn(c -> !c.truth().alive())
        .allSatisfy(c -> assertThat(futureOrders(c)).isEmpty());
  }

  @Test
  void purchaseProbabilitiesAreRightInEveryMacroSegment() {
    Map<String, List<GeneratedCustomer>> byMacro =
        generate(15_000, 12).customers().stream()
            .collect(Collectors.groupingBy(customer -> customer.truth().macroSegment()));

    assertThat(byMacro.keySet()).containsExactlyInAnyOrder("loyal", "bargain", "browsing");
    assertThat(byMacro.values())
        .allSatisfy(customers -> {
          double expected =
              customers.stream().mapToDouble(c -> c.truth().purchaseProbability()).sum();
          long buyers =
              customers.stream().filter(c -> futureOrders(c).findAny().isPresent()).count();
          assertThat(buyers / expected).isCloseTo(1, within(.05));
        });
  }

  @Test
  void everySegmentHasCustomersAndSomeAnswersAreMissing() {
    GeneratedCustomers generated = generate(1_000, 13);

    Set<String> names =
        generated.customers().stream()
            .map(customer -> customer.truth().microSegment())
            .collect(Collectors.toSet());
    assertThat(names)
        .containsExactlyInAnyOrder(
            "busy high spenders",
            "steady regulars",
            "gift buyers",
            "lapsed discount hunters",
            "newsletter savers",
            "browsers who seldom buy",
            "new and curious",
            "store visitors");
    long answers =
        generated.customers().stream()
            .flatMap(customer -> customer.known().attributes().stream())
            .filter(attribute -> attribute.value() instanceof AttributeValue.ScalePoint)
            .count();
    assertThat(answers / 6_000.0).isCloseTo(.65 * .92, within(.05));
  }

  @Test
  void futureOrdersLieBesideTheData() throws IOException {
    GeneratedCustomers generated = generate(100, 14).writeTo(folder.resolve("shop"));

    List<String> lines =
        Files.readAllLines(folder.resolve("shop").resolve(GeneratedCustomers.FUTURE_ORDERS_FILE));
    assertThat(lines.getFirst()).isEqualTo("order_id,customer,time,amount");
    assertThat(lines)
        .hasSize(
            1 + (int) generated.customers().stream().flatMap(GeneratorTest::futureOrders).count());
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Path shop = Files.createDirectories(folder.resolve("shop"));
    Files.writeString(shop.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> generate(5, 1).writeTo(shop))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "%s: the folder is not empty (expected a new or empty folder; name another or empty it)"
                .formatted(shop));

    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).containsExactlyInAnyOrder(folder, shop, shop.resolve("mine.txt"));
    }
  }

  @Test
  void impossibleOptionsAreRefused() {
    assertThatThrownBy(() -> generate(0, 1)).hasMessage("customers is 0 (expected 1 to 10000000)");
    assertThatThrownBy(() ->
            new GeneratorOptions(
                Scenario.SHOP, 1, 1, LAST_DAY.minusDays(3), LAST_DAY, 90, Twists.NONE))
        .hasMessage(
            "the time from 2025-06-27 to 2025-06-30 is too short (expected at least 120 days)");
  }

  private static GeneratedCustomers generate(int customers, long seed) {
    return Generator.generate(GeneratorOptions.eighteenMonths(customers, seed, LAST_DAY));
  }

  private static Dataset read(Path shop) {
    return DatasetReader.read(DatasetMapping.read(shop.resolve("dataset.yaml")), shop, NOW);
  }

  private static Stream<Order> futureOrders(GeneratedCustomer customer) {
    return customer.future().events().stream()
        .filter(Order.class::isInstance)
        .map((Event event) -> (Order) event);
  }
}
