package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.Event;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import io.kindred.features.testing.RealData;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every example mapping, against figures counted from the files by another program.
class RealDatasetsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void onlineRetailGivesOrdersAndReturnsFromTheSameLines() {
    Dataset dataset = read("online-retail", "online_retail_lines.csv.gz");

    assertThat(dataset.name()).isEqualTo("Online Retail");
    assertThat(dataset.zone().getId()).isEqualTo("Europe/London");
    assertThat(dataset.currency()).isEqualTo("GBP");
    assertThat(dataset.summary())
        .isEqualTo(
            new DatasetSummary(
                1,
                406_829,
                0,
                0,
                0,
                4_372,
                DatasetSummary.AccountCounts.NONE,
                new DatasetSummary.EventCounts(18_536, 3_654, 0, 0, 0, 0, 0, 0),
                Optional.of(LocalDate.of(2010, 12, 1)),
                Optional.of(LocalDate.of(2011, 12, 9))));
    assertThat(events(dataset, Order.class).mapToDouble(Order::amount).sum())
        .isCloseTo(8_911_407.904, within(1e-6));
    assertThat(events(dataset, Order.class).mapToDouble(Order::items).sum()).isEqualTo(5_181_696);
    assertThat(events(dataset, Return.class).mapToDouble(Return::amount).sum())
        .isCloseTo(611_342.09, within(1e-6));
    assertThat(events(dataset, Return.class).mapToDouble(Return::items).sum()).isEqualTo(274_808);
    List<OrderLine> lines =
        events(dataset, Order.class).flatMap(order -> order.lines().stream()).toList();
    assertThat(lines).hasSize(397_924);
    assertThat(lines.stream().map(OrderLine::product).distinct()).hasSize(3_665);
    assertThat(lines.stream().mapToDouble(OrderLine::amount).sum())
        .isCloseTo(8_911_407.904, within(1e-6));
  }

  @Test
  void anOnlineRetailCustomersCountryIsKnownFromTheirFirstLine() {
    Dataset dataset = read("online-retail", "online_retail_lines.csv.gz");

    Customer customer =
        dataset.customers().stream()
            .filter(candidate -> candidate.id().value().equals("17850"))
            .findFirst()
            .orElseThrow();
    assertThat(customer.history().attributes())
        .containsExactly(
            new Attribute(
                "country",
                new AttributeValue.Category("United Kingdom"),
                Instant.parse("2010-12-01T08:26:00Z")));
    assertThat(customer.history().events().getFirst())
        .isEqualTo(
            new Order(
                "order:536365",
                Instant.parse("2010-12-01T08:26:00Z"),
                139.12,
                40,
                "",
                "",
                "",
                "21730",
                "",
                List.of(
                    new OrderLine("21730", "", 25.5, 6),
                    new OrderLine("22752", "", 15.3, 2),
                    new OrderLine("71053", "", 20.34, 6),
                    new OrderLine("84029E", "", 20.34, 6),
                    new OrderLine("84029G", "", 20.34, 6),
                    new OrderLine("84406B", "", 22, 8),
                    new OrderLine("85123A", "", 15.3, 6))));
    assertThat(
            dataset.customers().stream()
                .filter(candidate -> candidate.history().attributes().size() > 1))
        .as("customers whose country changes")
        .hasSize(8);
  }

  @Test
  void cdnowHasNoHeaderNoIdsAndSeveralPurchasesADay() {
    Dataset dataset = read("cdnow", "CDNOW_sample.txt.gz");

    assertThat(dataset.summary())
        .isEqualTo(
            new DatasetSummary(
                1,
                6_919,
                0,
                0,
                0,
                2_357,
                DatasetSummary.AccountCounts.NONE,
                new DatasetSummary.EventCounts(6_919, 0, 0, 0, 0, 0, 0, 0),
                Optional.of(LocalDate.of(1997, 1, 1)),
                Optional.of(LocalDate.of(1998, 6, 30))));
    assertThat(events(dataset, Order.class).mapToDouble(Order::amount).sum())
        .isCloseTo(244_091.94, within(1e-6));
    assertThat(events(dataset, Order.class).mapToDouble(Order::items).sum()).isEqualTo(16_479);
    assertThat(dataset.customers().getFirst().history().events().getFirst())
        .isEqualTo(
            new Order(
                "order:CDNOW_sample.txt.gz#1",
                Instant.parse("1997-01-01T05:00:00Z"),
                29.33,
                2,
                "",
                "",
                ""));
  }

  @Test
  void onlineRetailDaysAreOneOrderARow() {
    Dataset dataset = read("online-retail-days", "online_retail_tx.csv.gz");

    assertThat(dataset.summary().customers()).isEqualTo(4_334);
    assertThat(dataset.summary().events().orders()).isEqualTo(16_612);
    assertThat(events(dataset, Order.class).mapToDouble(Order::amount).sum())
        .isCloseTo(8_462_484.80, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "telco, telco_churn.csv.gz, 7043, 18, MonthlyCharges, 456116.60",
    "online-shoppers, online_shoppers.csv.gz, 12330, 16, ProductRelated, 391249",
    "hillstrom, hillstrom.csv.gz, 64000, 7, dollars_last_year, 15493481.97",
    "young-people, young_people_survey.csv.gz, 1010, 150, Public speaking, 3550",
    "mcdonalds, mcdonalds.csv, 1453, 15, age, 64811",
    "mcdonalds, mcdonalds.csv, 1453, 15, like, 1129",
    "synth-gauss-micro, synth_gauss_micro.csv.gz, 3000, 10, f0, -2077.59769",
    "synth-lca-binary, synth_lca_binary.csv.gz, 2000, 20, item0, 873",
    "synth-mixed, synth_mixed.csv.gz, 2500, 10, spend0, 72630.89",
    "synth-null, synth_null.csv.gz, 1500, 8, f0, -82.37344",
  })
  void aTableOfAttributesHasOneCustomerARow(
      String mapping, String file, int customers, int attributes, String summed, double sum) {
    Dataset dataset = read(mapping, file);

    assertThat(dataset.summary().rows()).isEqualTo(customers);
    assertThat(dataset.summary().customers()).isEqualTo(customers);
    assertThat(dataset.summary().events().all()).isZero();
    assertThat(dataset.summary().firstDay()).isEmpty();
    assertThat(dataset.attributes()).hasSize(attributes);
    assertThat(numbers(dataset, summed).sum()).isCloseTo(sum, within(1e-4));
  }

  @Test
  void blankAnswersAreLeftOut() {
    Dataset dataset = read("young-people", "young_people_survey.csv.gz");

    assertThat(
            dataset.customers().stream()
                .mapToInt(customer -> customer.history().attributes().size())
                .sum())
        .isEqualTo(1_010 * 150 - 608);
  }

  private static Dataset read(String mapping, String file) {
    Path data = RealData.file(file);
    return DatasetReader.read(
        DatasetMapping.read(Path.of("mappings", mapping + ".yaml")), data.resolveSibling(""), NOW);
  }

  private static <E extends Event> Stream<E> events(Dataset dataset, Class<E> kind) {
    return dataset.customers().stream()
        .flatMap(customer -> customer.history().events().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static DoubleStream numbers(Dataset dataset, String attribute) {
    List<Attribute> all =
        dataset.customers().stream()
            .flatMap(customer -> customer.history().attributes().stream())
            .filter(candidate -> candidate.name().equals(attribute))
            .toList();
    return all.stream()
        .mapToDouble(one ->
            switch (one.value()) {
              case AttributeValue.Quantity quantity -> quantity.value();
              case AttributeValue.ScalePoint point -> point.value();
              case AttributeValue.YesNo yes -> yes.value() ? 1 : 0;
              case AttributeValue.Category _, AttributeValue.Words _, AttributeValue.Day _ ->
                  Double.NaN;
            });
  }
}
