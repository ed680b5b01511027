package io.kindred.datasets.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetException;
import io.kindred.datasets.DatasetMapping;
import io.kindred.datasets.DatasetReader;
import io.kindred.datasets.DatasetSummary;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferenceTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "2024-03-%02d ! ! ISO",
        "%d/3/2024 ! d/M/yyyy ! by values",
        "3/%d/2024 ! M/d/yyyy ! by values",
        "%02d.03.24 ! d.M.yy ! by values",
        "202403%02d ! yyyyMMdd ! by values",
        "%d Mar 2024 ! d MMM yyyy ! by values",
        "March %d, 2024 ! MMMM d, yyyy ! by values",
        "2024/3/%d 14:05 ! yyyy/M/d H:mm ! by values",
        "3/%d/2024 2:05 PM ! M/d/yyyy h:mm a ! by values",
      })
  void theWayOfWritingDatesIsFound(String written, String format, String how) throws IOException {
    orders(i -> written.strip().formatted(1 + i % 28));

    Draft draft = Inference.draft(folder);

    if (format == null || format.isBlank()) {
      assertThat(draft.yaml()).doesNotContain("timeFormat");
    } else {
      assertThat(draft.yaml()).containsPattern("timeFormat: \"?\\Q" + format + "\\E\"?\n");
    }
    assertThat(draft.yaml()).doesNotContain("ambiguous");
    assertThat(read(draft).summary().firstDay().orElseThrow()).hasToString("2024-03-01");
  }

  @Test
  void daysThatCouldBeMonthsAreToldByTheOrderOfRows() throws IOException {
    // Twelve days of each month in turn: read the other way, they jump back and forth.
    orders(i -> "%d/%d/2024".formatted(1 + i / 12 % 12, 1 + i % 12));

    assertThat(Inference.draft(folder).yaml())
        .contains("timeFormat: M/d/yyyy\n")
        .contains("read as M/d/yyyy, because the rows are then in order");
  }

  @Test
  void daysThatNothingTellsAreSaidToBeAmbiguous() throws IOException {
    orders(i -> "%d/%d/2024".formatted(1 + i * 7 % 12, 1 + i * 5 % 12));

    assertThat(Inference.draft(folder).yaml())
        .contains("timeFormat: d/M/yyyy\n")
        .contains("# check: ambiguous, no day is above 12: M/d/yyyy would read every row too\n");
  }

  @Test
  void aForeignExportIsReadAsItIsWritten() throws IOException {
    String rows =
        IntStream.range(0, 120)
            .mapToObj(i ->
                "%d;K%03d;%02d.11.2024;Möbler;%d;%d,50;Åland"
                    .formatted(i / 2, i / 2 % 40, 1 + i / 2 % 28, i % 9 == 0 ? -1 : 2, 10 + i))
            .collect(Collectors.joining("\n"));
    write(
        "ordrar.csv",
        "Ordernr;Kundnr;Orderdatum;Varugrupp;Antal;Styckpris;Land\n" + rows + "\n",
        Charset.forName("windows-1252"));

    Draft draft = Inference.draft(folder);

    assertThat(draft.yaml())
        .contains("format: {delimiter: \";\", encoding: windows-1252, decimal: \",\"}")
        .contains("customer: Kundnr ")
        .contains("time: Orderdatum ")
        .contains("id: Ordernr ")
        .contains("amount: {product: [Antal, Styckpris]}")
        .contains("category: Varugrupp ");
    DatasetSummary summary = read(draft).summary();
    assertThat(summary.customers()).isEqualTo(40);
    assertThat(summary.events().returns()).isEqualTo(14);
  }

  @Test
  void aLogIsTakenApartByItsWords() throws IOException {
    List<String> words =
        List.of("page_view", "add_to_cart", "cart_abandoned", "mail_sent", "mail_open", "login");
    write(
        "log.tsv",
        "event_id\tuser_id\tts\tevent_type\n"
            + IntStream.range(0, 600)
                .mapToObj(i ->
                    "%d\tu%d\t%d\t%s\n"
                        .formatted(i, i % 50, 1_700_000_000L + i, words.get(i % words.size())))
                .collect(Collectors.joining()),
        StandardCharsets.UTF_8);

    Draft draft = Inference.draft(folder);

    assertThat(draft.yaml())
        .contains("timeFormat: epoch_seconds\n")
        .contains("where: {column: event_type, is: [page_view]}\n")
        .contains(
            "step: {column: event_type, words: {add_to_cart: filled, cart_abandoned: abandoned}}")
        .contains("# check: 1 other words in event_type are left out");
    DatasetSummary.EventCounts events = read(draft).summary().events();
    assertThat(events.visits()).isEqualTo(100);
    assertThat(events.carts()).isEqualTo(200);
    assertThat(events.messages()).isEqualTo(200);
  }

  @Test
  void oneRowACustomerGivesAttributesOfEveryType() throws IOException {
    write(
        "customers.csv",
        "id,signed_up,birth_date,gender,income,interests,newsletter,trust,service,quality\n"
            + IntStream.range(0, 200)
                .mapToObj(i ->
                    "c%d,2024-01-%02d,1980-05-%02d,%s,%s,%s,%s,%d,%d,%d\n"
                        .formatted(
                            i,
                            1 + i % 28,
                            1 + i % 30,
                            i % 3 == 0 ? "NA" : i % 2 == 0 ? "f" : "m",
                            i % 7 == 0 ? "NULL" : Integer.toString(20_000 + 137 * i),
                            List.of(
                                    "art|music",
                                    "sport",
                                    "art|sport",
                                    "music|sport|art",
                                    "travel|art",
                                    "art|music|travel")
                                .get(i % 6),
                            i % 2 == 0 ? "ja" : "nej",
                            1 + i % 5,
                            1 + i / 5 % 5,
                            1 + i / 25 % 5))
                .collect(Collectors.joining()),
        StandardCharsets.UTF_8);

    Dataset dataset = read(Inference.draft(folder));

    assertThat(dataset.attributes())
        .extracting(AttributeDefinition::name, AttributeDefinition::type)
        .containsExactlyInAnyOrder(
            tuple("birth_date", AttributeDefinition.Type.DATE),
            tuple("gender", AttributeDefinition.Type.CATEGORY),
            tuple("income", AttributeDefinition.Type.NUMBER),
            tuple("interests", AttributeDefinition.Type.MULTI_VALUE),
            tuple("newsletter", AttributeDefinition.Type.YES_NO),
            tuple("trust", AttributeDefinition.Type.SCALE),
            tuple("service", AttributeDefinition.Type.SCALE),
            tuple("quality", AttributeDefinition.Type.SCALE));
    assertThat(dataset.customers().getFirst().history().attributes())
        .contains(
            new Attribute(
                "interests",
                new AttributeValue.Words(new TreeSet<>(List.of("art", "music"))),
                Instant.parse("2024-01-01T00:00:00Z")))
        .noneMatch(attribute -> attribute.name().equals("income"));
  }

  @Test
  void theCustomersColumnIsFoundByWhatOtherFilesHold() throws IOException {
    orders(i -> "2024-03-%02d".formatted(1 + i % 28));
    write(
        "members.csv",
        "code,region\n"
            + IntStream.range(0, 48)
                .mapToObj(i -> "c%d,%s\n".formatted(i, i % 2 == 0 ? "north" : "south"))
                .collect(Collectors.joining()),
        StandardCharsets.UTF_8);

    Draft draft = Inference.draft(folder);

    assertThat(draft.yaml())
        .contains(
            "customer: code                            # 100 % of its values are customers of other files\n");
    assertThat(read(draft).summary().customers()).isEqualTo(48);
  }

  @Test
  void filesThatDifferInNumbersAreOneTable() throws IOException {
    for (int year = 2021; year <= 2024; year++) {
      int written = year;
      write(
          "orders-%d.csv".formatted(year),
          table(i -> "%d-03-%02d".formatted(written, 1 + i % 28), year * 1000),
          StandardCharsets.UTF_8);
    }

    Draft draft = Inference.draft(folder);

    assertThat(draft.yaml())
        .contains("# orders: 4 files, 1152 rows, 4 columns")
        .contains("- files: \"orders-*.csv\"\n");
    assertThat(read(draft).summary().events().orders()).isEqualTo(1152);
  }

  @Test
  void amountsThatAreNoProductOfTheTwoColumnsAreAskedAbout() throws IOException {
    write(
        "orders.csv",
        "order,customer,date,quantity,price,total\n"
            + IntStream.range(0, 100)
                .mapToObj(i ->
                    "%d,c%d,2024-01-%02d,%d,2.5,%d\n"
                        .formatted(i, i % 9, 1 + i % 28, 1 + i % 3, 100 + i))
                .collect(Collectors.joining()),
        StandardCharsets.UTF_8);

    assertThat(Inference.draft(folder).yaml())
        .contains("check: or is what was paid in total?")
        .contains("amount: {product: [quantity, price]}");
  }

  @Test
  void columnsNamedToDoHarmAreOnlyNames() throws IOException {
    write(
        "orders.csv",
        "customer,date,amount,\"\"\"; DROP TABLE x; --\",\"a: {b}, [c]\",\"x=y\"\n"
            + IntStream.range(0, 100)
                .mapToObj(i ->
                    "c%d,2024-01-%02d,%d.5,yes,%s,north\n"
                        .formatted(i % 9, 1 + i % 28, i, i % 9 < 4 ? "red" : "blue"))
                .collect(Collectors.joining()),
        StandardCharsets.UTF_8);

    Dataset dataset = read(Inference.draft(folder));

    assertThat(dataset.summary().events().orders()).isEqualTo(100);
    assertThat(dataset.attributes())
        .extracting(AttributeDefinition::name)
        .containsExactly("a: {b}, [c]");
  }

  @Test
  void aFolderWithoutDataSaysWhatIsExpected() {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> Inference.draft(folder))
        .withMessage(
            "%s: no data found (expected a folder with files ending in .csv, .csv.gz, .tsv, .tsv.gz, .txt, .txt.gz, .parquet, or one such file)"
                .formatted(folder));
  }

  @Test
  void filesWithNothingOfCustomersAreNamed() throws IOException {
    write("notes.txt", "just\nsome\nlines\n", StandardCharsets.UTF_8);

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> Inference.draft(folder))
        .withMessageContaining("no file has rows of customers (expected at least one with orders")
        .withMessageEndingWith("  # Left out: notes.txt, 2 rows (check: one column, so no table)");
  }

  private void orders(IntFunction<String> date) throws IOException {
    write("orders.csv", table(date, 0), StandardCharsets.UTF_8);
  }

  /// 288 orders of 48 customers.
  private static String table(IntFunction<String> date, int firstId) {
    List<String> rows = new ArrayList<>(List.of("order_id,customer,date,amount"));
    for (int i = 0; i < 288; i++) {
      rows.add("%d,c%d,\"%s\",%d.50".formatted(firstId + i, i % 48, date.apply(i), 5 + i % 90));
    }
    return String.join("\n", rows) + "\n";
  }

  private void write(String name, String text, Charset charset) throws IOException {
    Files.writeString(folder.resolve(name), text, charset);
  }

  private Dataset read(Draft draft) throws IOException {
    Path yaml = Files.writeString(folder.resolve("dataset.yaml"), draft.yaml());
    return DatasetReader.read(DatasetMapping.read(yaml), folder, NOW);
  }
}
