package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be wrong with a mapping, and the whole of what is said about it.
class BadMappingTest {
  private static final String PLAIN =
      """
      name: Shop
      tables:
        - files: orders.csv
          customer: who
          time: when
          orders: {amount: amount}
      """;

  @TempDir private Path folder;

  @Test
  void aMissingMapping() {
    Path yaml = folder.resolve("dataset.yaml");

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> DatasetMapping.read(yaml))
        .withMessage(
            "%s: no such file (expected a mapping; docs/mapping.md shows one)".formatted(yaml));
  }

  @Test
  void anEmptyMapping() {
    refused(
        " \n", "dataset.yaml: the file is empty (expected a mapping; docs/mapping.md shows one)");
  }

  @Test
  void anUnknownKey() {
    refused(
        PLAIN.replace("customer:", "custmer:"),
        "dataset.yaml:4:5: unknown key \"custmer\" in tables[0] (known: account, attributes,"
            + " blankCustomers, carts, custom, customer, duckdb, files, format, jdbc, knownSince, messages,"
            + " orders, returns, subscriptions, support, time, timeFormat, visits, where; did you mean \"customer\"?)");
    refused(
        PLAIN.replace("{amount:", "{amuont:"),
        "dataset.yaml:6:14: unknown key \"amuont\" in tables[0].orders (known: amount, category,"
            + " channel, currency, discount, id, items, knownSince, lines, product, store, time, where; did you mean \"amount\"?)");
  }

  @Test
  void aKeyWrittenTwice() {
    refused(
        PLAIN + "name: Other\n",
        "dataset.yaml:7:5: not readable as YAML: Duplicate Object property \"name\"");
  }

  @Test
  void noYaml() {
    refused(
        "name: Shop\n  zone: UTC\n",
        "dataset.yaml:2:7: not readable as YAML: mapping values are not allowed here");
  }

  @Test
  void aListWhereATextBelongs() {
    refused("name: [Shop]\n", "dataset.yaml:1:7: name: expected a text");
  }

  @Test
  void keysThatAreMissing() {
    refused(
        PLAIN.replace("name: Shop\n", ""),
        "dataset.yaml:1:1: name is missing (expected what to call the data set)");
  }

  @Test
  void anUnknownZone() {
    refused(
        PLAIN + "zone: Europe/Lodnon\n",
        "dataset.yaml:7:7: zone is \"Europe/Lodnon\" (expected a time zone such as Europe/London)");
  }

  @Test
  void anUnknownWord() {
    refused(
        PLAIN + "    blankCustomers: ignore\n",
        "dataset.yaml:7:21: tables[0].blankCustomers is \"ignore\" (expected one of refuse,"
            + " leave_out)");
  }

  @Test
  void aFilterThatTestsNothing() {
    refused(
        PLAIN + "    where: [{column: id}]\n",
        "dataset.yaml:7:13: tables[0].where[0]: 0 tests of column id (expected exactly one of is,"
            + " isNot, startsWith, doesNotStartWith, above, atLeast, below, atMost, blank; several"
            + " filters in the list must all pass)");
  }

  @Test
  void aTimeFormatThatIsNone() {
    refused(
        PLAIN + "    timeFormat: day/month\n",
        "dataset.yaml:3:5: tables[0]: timeFormat is \"day/month\" (expected a pattern such as yyyyMMdd"
            + " or dd.MM.yyyy HH:mm, epoch_seconds or epoch_millis)");
  }

  @Test
  void aTableThatSaysNothing() {
    refused(
        PLAIN.replace("    orders: {amount: amount}\n", ""),
        "dataset.yaml:3:5: tables[0]: the table says nothing about customers (expected at least one of"
            + " orders, returns, visits, carts, messages, subscriptions, support, custom, attributes,"
            + " account)");
  }

  @Test
  void anEventWithoutATime() {
    refused(
        PLAIN.replace("    time: when\n", ""),
        "dataset.yaml:3:5: tables[0]: time is missing (expected the column that says when each order"
            + " happened)");
  }

  @Test
  void linesWithoutAnId() {
    refused(
        PLAIN.replace("{amount:", "{lines: true, amount:"),
        "dataset.yaml:6:13: tables[0].orders: lines: true without id (expected the column that says"
            + " which rows belong together)");
  }

  @Test
  void anAmountThatIsTwoThings() {
    refused(
        PLAIN.replace("amount: amount", "amount: {column: a, product: [b, c]}"),
        "dataset.yaml:6:22: tables[0].orders.amount: expected either a column or a product of"
            + " columns");
  }

  @Test
  void anAmountThatIsAList() {
    refused(
        PLAIN.replace("amount: amount", "amount: [a, b]"),
        "dataset.yaml:6:22: tables[0].orders.amount: expected the name of a column, or keys and values"
            + " in {}");
  }

  @Test
  void aScaleWithoutEnds() {
    refused(
        PLAIN + "    attributes: [{column: mood, basis: psychographic, type: scale}]\n",
        "dataset.yaml:7:18: tables[0].attributes[0]: a scale needs lowest and highest, such as 1 and"
            + " 5");
  }

  private void refused(String yaml, String message) {
    Shop shop = new Shop(folder).mapped(yaml);
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(shop::mapping)
        .withMessage(message);
  }
}
