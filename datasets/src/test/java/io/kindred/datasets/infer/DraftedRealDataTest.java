package io.kindred.datasets.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetMapping;
import io.kindred.datasets.DatasetReader;
import io.kindred.datasets.DatasetSummary;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Drafts for files that nobody described, read and held against the mappings written by hand.
class DraftedRealDataTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void onlineRetailsLinesAreOrdersAndReturns() throws IOException {
    Draft draft = draft("online_retail_lines.csv.gz");

    assertThat(draft.yaml().replaceAll(" *#.*", ""))
        .contains(
            """
              - files: online_retail_lines.csv.gz
                customer: CustomerID
                time: InvoiceDate
                orders:
                  where:

                    - {column: Quantity, above: 0}
                  id: InvoiceNo
                  lines: true
                  amount: {product: [Quantity, UnitPrice]}
                  items: Quantity
                  product: StockCode
                returns:
                  where:
                    - {column: Quantity, below: 0}
                  id: InvoiceNo
                  lines: true
                  amount: {product: [Quantity, UnitPrice], negate: true}
                  items: {column: Quantity, negate: true}
                  product: StockCode
                attributes:
                  - {column: Country, basis: geographic, type: category}
            """);
    assertThat(draft.yaml())
        .contains("# 8905 rows are below 0: returns; just these have InvoiceNo beginning with C");
    Dataset dataset = read(draft, "online_retail_lines.csv.gz");
    assertThat(dataset.summary())
        .isEqualTo(byHand("online-retail", "online_retail_lines.csv.gz").summary());
    assertThat(sum(dataset, Order.class)).isCloseTo(8_911_407.904, within(1e-6));
    assertThat(sum(dataset, Return.class)).isCloseTo(611_342.09, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "online_retail_lines.csv.gz, online-retail",
    "online_retail_tx.csv.gz, online-retail-days",
    "CDNOW_sample.txt.gz, cdnow",
    "telco_churn.csv.gz, telco",
    "online_shoppers.csv.gz, online-shoppers",
    "young_people_survey.csv.gz, young-people",
    "mcdonalds.csv, mcdonalds",
    "hillstrom.csv.gz, hillstrom",
    "synth_gauss_micro.csv.gz, synth-gauss-micro",
    "synth_mixed.csv.gz, synth-mixed",
  })
  void aDraftReadsAsManyCustomersAndEventsAsTheMappingWrittenByHand(String file, String mapping)
      throws IOException {
    DatasetSummary drafted = read(draft(file), file).summary();
    DatasetSummary written = byHand(mapping, file).summary();

    assertThat(drafted.rows()).isEqualTo(written.rows());
    assertThat(drafted.customers()).isEqualTo(written.customers());
    assertThat(drafted.events()).isEqualTo(written.events());
  }

  @ParameterizedTest
  @CsvSource({
    "online_retail_lines.csv.gz, CustomerID, customer",
    "online_retail_lines.csv.gz, InvoiceDate, time",
    "online_retail_lines.csv.gz, UnitPrice, orders.amount",
    "online_retail_lines.csv.gz, InvoiceNo, orders.id",
    "online_retail_lines.csv.gz, StockCode, orders.product",
    "online_retail_lines.csv.gz, Country, attribute",
    "online_retail_tx.csv.gz, customer_id, customer",
    "online_retail_tx.csv.gz, date, time",
    "online_retail_tx.csv.gz, amount, orders.amount",
    "online_retail_tx.csv.gz, invoices, left out",
    "CDNOW_sample.txt.gz, customer, customer",
    "CDNOW_sample.txt.gz, time, time",
    "CDNOW_sample.txt.gz, amount, orders.amount",
    "CDNOW_sample.txt.gz, items, orders.items",
    "CDNOW_sample.txt.gz, column2, left out",
    "telco_churn.csv.gz, customerID, customer",
    "telco_churn.csv.gz, Churn, left out",
    "online_shoppers.csv.gz, Revenue, left out",
    "hillstrom.csv.gz, conversion, left out",
  })
  void columnsAreTakenForWhatTheyAre(String file, String column, String role) {
    assertThat(draft(file).guesses())
        .filteredOn(guess -> guess.column().equals(column))
        .extracting(Guess::role)
        .contains(role);
  }

  @Test
  void cdnowsColumnsGetNames() {
    assertThat(draft("CDNOW_sample.txt.gz").yaml())
        .contains("columns: [customer, column2, time, items, amount]}\n")
        .contains("    timeFormat: yyyyMMdd\n");
  }

  @Test
  void whatToCheckOfCdnowsCustomerIsAskedByTheNameInTheDraft() {
    Draft draft = draft("CDNOW_sample.txt.gz");
    String check = "the file names no columns: is the one called customer here the customer's id?";

    assertThat(draft.yaml())
        .contains("    # check: " + check + "\n    customer: customer\n")
        .doesNotContain("column1");
    assertThat(draft.guesses())
        .filteredOn(guess -> guess.role().equals("customer"))
        .singleElement()
        .satisfies(guess -> {
          assertThat(guess.column()).isEqualTo("customer");
          assertThat(guess.check()).contains(check);
        });
  }

  @Test
  void theDocumentationShowsTheDraft() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "data-check.md")))
        .contains("```yaml\n" + draft("online_retail_lines.csv.gz").yaml() + "```\n");
  }

  @Test
  void answersFromOneToFiveAreScalesOfAttitudes() {
    List<AttributeDefinition> attributes =
        readSurvey().attributes().stream()
            .filter(attribute -> attribute.type() == AttributeDefinition.Type.SCALE)
            .toList();

    assertThat(attributes)
        .hasSize(135)
        .allMatch(attribute -> attribute.lowest() == 1 && attribute.highest() == 5);
  }

  @Test
  void aScaleWithWordsAtItsEndsIsRead() throws IOException {
    assertThat(read(draft("mcdonalds.csv"), "mcdonalds.csv").attributes())
        .filteredOn(attribute -> attribute.type() == AttributeDefinition.Type.SCALE)
        .singleElement()
        .satisfies(like -> {
          assertThat(like.name()).isEqualTo("Like");
          assertThat(like.lowest()).isEqualTo(-5);
          assertThat(like.highest()).isEqualTo(5);
        });
  }

  private Dataset readSurvey() {
    try {
      return read(draft("young_people_survey.csv.gz"), "young_people_survey.csv.gz");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Draft draft(String file) {
    return Inference.draft(RealData.file(file));
  }

  private Dataset read(Draft draft, String file) throws IOException {
    Path yaml = Files.writeString(folder.resolve("dataset.yaml"), draft.yaml());
    return DatasetReader.read(
        DatasetMapping.read(yaml), RealData.file(file).resolveSibling(""), NOW);
  }

  private static Dataset byHand(String mapping, String file) {
    return DatasetReader.read(
        DatasetMapping.read(Path.of("mappings", mapping + ".yaml")),
        RealData.file(file).resolveSibling(""),
        NOW);
  }

  private static double sum(Dataset dataset, Class<?> kind) {
    return dataset.customers().stream()
        .flatMap(customer -> customer.history().events().stream())
        .filter(kind::isInstance)
        .mapToDouble(
            event -> event instanceof Order order ? order.amount() : ((Return) event).amount())
        .sum();
  }
}
