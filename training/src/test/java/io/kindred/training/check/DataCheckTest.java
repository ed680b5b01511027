package io.kindred.training.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.datasets.Dataset;
import io.kindred.datasets.RawTable;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.EventKind;
import io.kindred.features.Order;
import io.kindred.training.TrainingOptions;
import io.kindred.training.macro.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataCheckTest {
  private static final Instant EARLY = Instant.parse("2023-07-01T00:00:00Z");

  @Test
  void enoughCustomersOfBothKindsAreReady() {
    CheckReport report = CheckedShop.check(CheckedShop.of(600));

    assertThat(report.ready()).isTrue();
    assertThat(report.findings()).isEmpty();
    assertThat(CheckText.render(report)).endsWith("\nReady to train.\n");
    assertThat(report.reading().orElseThrow().customers()).isEqualTo(600);
    assertThat(report.events())
        .extracting(CheckReport.EventFacts::kind)
        .containsExactly("order", "visit");
    assertThat(report.labels().orElseThrow().dates())
        .hasSize(3)
        .allSatisfy(date -> {
          assertThat(date.customers()).isEqualTo(600);
          assertThat(date.with() + date.without()).isEqualTo(600);
          assertThat(date.with()).isBetween(150, 200);
          assertThat(date.suffices()).isTrue();
        });
  }

  @Test
  void tooFewBuyersAreNotEnoughAndTheReportSaysHowManyAre() {
    CheckReport report = CheckedShop.check(CheckedShop.of(250));

    CheckReport.Labels.AtDate newest = report.labels().orElseThrow().dates().getFirst();
    assertThat(newest.suffices()).isEqualTo(newest.with() >= 100);
    CheckReport few = CheckedShop.check(CheckedShop.of(210));
    assertThat(few.ready()).isFalse();
    CheckReport.Labels.AtDate date = few.labels().orElseThrow().dates().getFirst();
    assertThat(CheckedShop.blocking(few))
        .containsExactly(
            new CheckReport.Finding(
                true,
                "labels",
                "of 210 customers seen by 2025-04-01, %d bought within 90 days and %d did not; 100 of each are needed"
                    .formatted(date.with(), date.without()),
                "bring more customers or older events, or choose a longer horizonDays"));
    assertThat(CheckText.render(few)).contains("\nNot ready, because:\n  - of 210 customers seen");
  }

  @Test
  void aRuleThatCannotBeAppliedIsSaid() {
    TrainingOptions usual = CheckedShop.OPTIONS;
    CheckReport report =
        DataCheck.of(
            CheckedShop.of(600),
            List.of(),
            0,
            usual.withMacro(Rules.of(Rules.rule("Lapsed", Rules.is("journey_stag", "lapsed")))));

    assertThat(CheckedShop.blocking(report))
        .containsExactly(
            new CheckReport.Finding(
                true,
                "segments",
                "macro-segment Lapsed asks for journey_stag, which is neither an attribute nor a feature of these"
                    + " data (expected an attribute of the mapping or a feature of docs/features.md; did you"
                    + " mean journey_stage?)",
                "correct macro under segments"));
    assertThat(report.labels()).isPresent();
    assertThat(
            DataCheck.of(
                    CheckedShop.of(600),
                    List.of(),
                    0,
                    usual.withMacro(
                        Rules.of(Rules.rule("Lapsed", Rules.is("journey_stage", "lapsed")))))
                .ready())
        .isTrue();
  }

  @Test
  void fewerCustomersThanATrainingNeedsAreSaidSo() {
    assertThat(CheckedShop.blocking(CheckedShop.check(CheckedShop.of(120))))
        .contains(
            new CheckReport.Finding(
                true,
                "customers",
                "120 customers are known by 2025-06-30, and a training needs 200",
                "bring more customers, or train a later date"));
  }

  @Test
  void dataThatReachBackTooShortlySayHowFarTheyMust() {
    CheckReport report =
        CheckedShop.check(
            CheckedShop.only(
                CheckedShop.of(300),
                event -> event.time().isAfter(Instant.parse("2025-04-01T00:00:00Z"))));

    assertThat(CheckedShop.blocking(report))
        .contains(
            new CheckReport.Finding(
                true,
                "time",
                "the data cover 91 days up to 2025-06-30, too few to learn what happens within 90 days"
                    + " (expected at least 136 days)",
                "choose a shorter horizonDays or bring older events"));
    assertThat(report.labels()).isEmpty();
    assertThat(report.correlations()).isNotEmpty();
  }

  @Test
  void withoutOrdersNothingSaysWhoBuys() {
    CheckReport report =
        CheckedShop.check(
            CheckedShop.only(CheckedShop.of(300), event -> event.kind() == EventKind.VISIT));

    assertThat(CheckedShop.blocking(report))
        .containsExactly(
            new CheckReport.Finding(
                true,
                "events",
                "there are no orders, so nothing says who buys and for how much",
                "map a table with orders (docs/mapping.md), beside what is here"));
  }

  @Test
  void aHoleInTimeAndASuddenEndAreSeen() {
    Instant from = Instant.parse("2024-09-01T00:00:00Z");
    Instant to = Instant.parse("2024-10-21T00:00:00Z");
    CheckReport hole =
        CheckedShop.check(
            CheckedShop.only(
                CheckedShop.of(600),
                event -> event.time().isBefore(from) || event.time().isAfter(to)));
    assertThat(hole.period().orElseThrow().longestGapDays()).isEqualTo(50);
    assertThat(hole.period().orElseThrow().longestGapFrom()).contains(LocalDate.of(2024, 9, 1));
    assertThat(hole.period().orElseThrow().weeksWithoutEvents()).isBetween(6L, 7L);
    assertThat(hole.findings())
        .extracting(CheckReport.Finding::what)
        .containsExactly("no event at all for 50 days from 2024-09-01 on");

    Instant end = Instant.parse("2025-06-20T00:00:00Z");
    Instant last = Instant.parse("2025-06-30T00:00:00Z");
    CheckReport cut =
        CheckedShop.check(
            CheckedShop.only(
                CheckedShop.of(600),
                event ->
                    event.time().isBefore(end)
                        || (event.time().isAfter(last) && event.id().hashCode() % 4 == 0)));
    assertThat(cut.findings())
        .extracting(CheckReport.Finding::what)
        .singleElement()
        .satisfies(what ->
            assertThat(what)
                .matches("the last week up to 2025-06-30 has \\d+ events, a usual one \\d+"));
  }

  @Test
  void amountsFarFromAllOthersAreCountedAndNotShown() {
    List<Customer> customers = new ArrayList<>(CheckedShop.customers(600, 1));
    for (int i = 0; i < 3; i++) {
      Customer customer = customers.get(i);
      customers.set(
          i,
          new Customer(
              customer.id(),
              customer
                  .history()
                  .plus(
                      new Order(
                          "huge" + i, CheckedShop.START, 77_345_678.9, 1, "home", "web", ""))));
    }

    CheckReport report = CheckedShop.check(CheckedShop.dataset(customers, List.of()));

    CheckReport.AmountFacts amounts = report.amounts().getFirst();
    assertThat(amounts.what()).isEqualTo("amounts of orders");
    assertThat(amounts.outliers()).isEqualTo(3);
    assertThat(amounts.largestMagnitude()).isEqualTo(7);
    assertThat(amounts.median()).isBetween(90.0, 110.0);
    assertThat(amounts.shareOfTopHundredth()).isGreaterThan(0.9);
    assertThat(CheckText.render(report)).doesNotContain("77,345").doesNotContain("77345");
  }

  @Test
  void whatGoesTogetherIsFoundWithItsSignAndNumberOfCustomers() {
    CheckReport report =
        CheckedShop.check(
            CheckedShop.with(
                600,
                CheckedShop.attribute("patience", AttributeDefinition.Type.NUMBER),
                customer ->
                    customer.id().value().endsWith("3")
                        ? Optional.empty()
                        : Optional.of(
                            new Attribute(
                                "patience",
                                new AttributeValue.Quantity(-customer.history().events().size()),
                                customer.history().events().getFirst().time()))));

    assertThat(report.correlations())
        .extracting(CheckReport.Correlation::inWords)
        .contains("the more orders, the more visits", "the more visits, the lower \"patience\"");
    CheckReport.Correlation patience =
        report.correlations().stream()
            .filter(found -> found.other().equals("patience") && found.one().equals("visits"))
            .findFirst()
            .orElseThrow();
    assertThat(patience.customers()).isEqualTo(540);
    assertThat(patience.rho()).isCloseTo(-0.99, within(0.02));
  }

  @Test
  void noiseGoesTogetherWithNothing() {
    Dataset noise =
        CheckedShop.with(
            600,
            CheckedShop.attribute("noise", AttributeDefinition.Type.NUMBER),
            customer ->
                Optional.of(
                    new Attribute(
                        "noise",
                        new AttributeValue.Quantity(
                            new Random(customer.id().value().hashCode()).nextDouble()),
                        EARLY)));

    assertThat(CheckedShop.check(noise).correlations())
        .noneMatch(found -> found.one().equals("noise") || found.other().equals("noise"));
  }

  @Test
  void rowsThatSayTheSameAreCounted() {
    RawTable table =
        new RawTable(
            "orders.csv",
            List.of(
                column("id", 40, i -> "order-" + i % 38),
                column("amount", 40, i -> i % 38 < 5 ? "" : "10"),
                column("shop", 40, _ -> "one")),
            40,
            true,
            Optional.empty());

    CheckReport report = DataCheck.of(CheckedShop.of(600), List.of(table), 0, CheckedShop.OPTIONS);

    assertThat(report.files())
        .containsExactly(
            new CheckReport.FileFacts(
                "orders.csv",
                40,
                true,
                2,
                List.of(
                    new CheckReport.ColumnFacts("id", 0, 38, ""),
                    new CheckReport.ColumnFacts("amount", 7 / 40.0, 1, ""),
                    new CheckReport.ColumnFacts("shop", 0, 1, "the same in every row"))));
    assertThat(report.findings())
        .containsExactly(
            new CheckReport.Finding(
                false,
                "duplicates",
                "orders.csv: 2 rows say exactly what an earlier one says",
                "lines of orders count each time: remove them from the file where they are repetitions"));
  }

  @Test
  void aReportNamesNobodyAndFitsATerminal() {
    for (Dataset dataset :
        List.of(
            CheckedShop.of(600),
            CheckedShop.of(50),
            CheckedShop.only(CheckedShop.of(300), _ -> false))) {
      CheckReport report = CheckedShop.check(dataset);
      String text = CheckText.render(report);
      assertThat(text).doesNotContain("secret");
      assertThat(report.toString()).doesNotContain("secret");
      assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }
  }

  @Test
  void aHundredAttributesAreShortenedToThoseWorthALook() {
    List<AttributeDefinition> attributes =
        IntStream.range(0, 100)
            .mapToObj(i ->
                CheckedShop.attribute(
                    String.format(Locale.ROOT, "answer%02d", i), AttributeDefinition.Type.NUMBER))
            .toList();

    String text =
        CheckText.render(
            CheckedShop.check(CheckedShop.dataset(CheckedShop.customers(600, 1), attributes)));

    assertThat(text)
        .contains("  answer00  behavioural  number    100 %          0  known of nobody\n")
        .contains("  ... and 88 more attributes");
  }

  @Test
  void dataThatCannotBeReadAreNotReady() {
    CheckReport report = DataCheck.unreadable("Shop", "orders.csv:3: amount is \"x\"");

    assertThat(CheckText.render(report))
        .isEqualTo(
            """
            Shop

            Not ready, because:
              - orders.csv:3: amount is "x".
                -> mend this, then check again
            """);
  }

  private static RawTable.RawColumn column(String name, int rows, IntFunction<String> cell) {
    return new RawTable.RawColumn(name, IntStream.range(0, rows).mapToObj(cell).toList());
  }
}
