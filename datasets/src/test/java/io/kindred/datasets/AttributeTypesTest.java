package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.AttributeValue.Day;
import io.kindred.features.AttributeValue.Words;
import io.kindred.features.Basis;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Attributes of several words and of a day.
class AttributeTypesTest {
  private static final String WORDS =
      "- {column: v, name: interests, basis: psychographic, type: multi_value%s}";
  private static final String DATE = "- {column: v, name: born, basis: demographic, type: date}";

  @TempDir private Path folder;

  @Test
  void aCellMayHaveSeveralWords() {
    assertThat(values(WORDS.formatted(""), "golf | chess||golf|", "", "|", "tea"))
        .containsExactly(words("chess", "golf"), words(), words("tea"));
    assertThat(values(WORDS.formatted(", separator: \";\""), "golf;chess|go"))
        .containsExactly(words("chess|go", "golf"));
    assertThat(values(WORDS.formatted(", separator: \",\""), "\"golf, chess\""))
        .containsExactly(words("chess", "golf"));
  }

  @Test
  void everyWordIsTranslated() {
    assertThat(
            values(
                WORDS.formatted(", words: {g: golf, none: \"\", n.a.: \"\"}"),
                "g|chess|n.a.",
                "none"))
        .as("an answer of no words is an answer")
        .containsExactly(words("chess", "golf"), words());
  }

  @Test
  void aDayIsWrittenAsTheTableWritesTimesOrAsInIso() {
    assertThat(values(DATE, "1980-02-29", "", "2030-12-31", "1980-02-29 23:59"))
        .containsExactly(day("1980-02-29"), day("2030-12-31"), day("1980-02-29"));
    assertThat(read("timeFormat: dd.MM.yyyy", DATE, "29.02.1980", "1980-02-29"))
        .containsExactly(day("1980-02-29"), day("1980-02-29"));
    assertThat(read("timeFormat: epoch_seconds", DATE, "86400", "1980-02-29"))
        .containsExactly(day("1970-01-02"), day("1980-02-29"));
  }

  @Test
  void theyAreDefinedSo() {
    assertThat(shop("", WORDS.formatted(""), "x").read().attributes())
        .containsExactly(
            new AttributeDefinition(
                "interests", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.MULTI_VALUE, 0, 0));
    assertThat(shop("", DATE, "2000-01-01").read().attributes())
        .containsExactly(
            new AttributeDefinition(
                "born", Basis.DEMOGRAPHIC, AttributeDefinition.Type.DATE, 0, 0));
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    for (String text : List.of("1980-02-30", "31.12.1980", "9999-12-31", "1699-12-31")) {
      refused(
          shop("", DATE, text),
          "rows.csv:2: column v is \"%s\" (expected a day from 1700 to 2199, as timeFormat says or as in"
                  .formatted(text)
              + " ISO 8601, such as 2010-12-01; say in the mapping what the file's words mean: words:"
              + " {...}, or which mean not known: format: {unknown: [...]})");
    }
  }

  @Test
  void aWordWithALineBreakIsRefused() {
    refused(
        shop("", WORDS.formatted(""), "\"golf\nchess\""),
        "rows.csv:2: column v has a word with a line break in it (expected words parted by |; name"
            + " another separator in the mapping, or correct the cell)");
  }

  @Test
  void aSeparatorThatCannotBeIsRefused() {
    refused(
        shop("", WORDS.formatted(", separator: /"), "x"),
        "dataset.yaml:7:9: tables[0].attributes[0]: separator is \"/\" (expected \"|\", \",\" or"
            + " \";\")");
    refused(
        shop("", DATE.replace("date", "date, separator: \"|\""), "2000-01-01"),
        "dataset.yaml:7:9: tables[0].attributes[0]: separator is for type: multi_value only");
  }

  private List<AttributeValue> values(String attribute, String... cells) {
    return read("", attribute, cells);
  }

  private List<AttributeValue> read(String key, String attribute, String... cells) {
    return shop(key, attribute, cells).read().customers().stream()
        .flatMap(customer -> customer.history().attributes().stream())
        .map(one -> one.value())
        .toList();
  }

  private Shop shop(String key, String attribute, String... cells) {
    StringBuilder rows = new StringBuilder("who,v\n");
    for (int i = 0; i < cells.length; i++) {
      rows.append("c%d,%s\n".formatted(i, cells[i]));
    }
    return new Shop(folder)
        .with("rows.csv", rows.toString())
        .mapped(
            """
            name: Shop
            tables:
              - files: rows.csv
                customer: who
                knownSince: 2025-01-01
                attributes:
                  %s
                %s
            """
                .formatted(attribute, key));
  }

  private static Words words(String... words) {
    return new Words(new TreeSet<>(List.of(words)));
  }

  private static Day day(String day) {
    return new Day(LocalDate.parse(day));
  }
}
