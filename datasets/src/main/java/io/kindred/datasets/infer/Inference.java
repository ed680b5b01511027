package io.kindred.datasets.infer;

import io.kindred.datasets.DatasetException;
import io.kindred.datasets.RawTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Drafts a mapping from anyone's files.
///
/// Guesses go by names, in five languages, and by values: every value of a column where its file
/// has no more than some millions of cells, else those of its first rows. The draft says why it
/// guessed what it did, and marks with `check:` what a person should look at.
public final class Inference {
  /// Cells looked at, of all files together; half a gigabyte where each is different.
  private static final int MOST_CELLS = 8_000_000;

  private static final int LEAST_CELLS = 200_000;
  private static final LocalDate NO_DAY = LocalDate.of(2020, 1, 1);
  private static final Map<String, String> CURRENCIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("dollars", "USD"),
              Map.entry("usd", "USD"),
              Map.entry("eur", "EUR"),
              Map.entry("euro", "EUR"),
              Map.entry("euros", "EUR"),
              Map.entry("gbp", "GBP"),
              Map.entry("pounds", "GBP"),
              Map.entry("sek", "SEK"),
              Map.entry("kronor", "SEK"),
              Map.entry("nok", "NOK"),
              Map.entry("dkk", "DKK"),
              Map.entry("chf", "CHF")));

  private Inference() {}

  /// Drafts from a folder, or from the one file that is meant.
  ///
  /// @throws io.kindred.datasets.DatasetException where there are no files, or one of them cannot
  ///   be read at all
  public static Draft draft(Path folderOrFile) {
    Path folder =
        Files.isDirectory(folderOrFile)
            ? folderOrFile
            : Optional.ofNullable(folderOrFile.toAbsolutePath().getParent()).orElseThrow();
    List<Path> files = RawTable.filesIn(folderOrFile);
    List<SampledTable> tables =
        SampledTable.of(folder, files, Math.max(LEAST_CELLS, MOST_CELLS / files.size()));
    Map<SampledTable, CustomerChoice> customers = CustomerChoice.of(tables);
    YamlLines yaml = new YamlLines();
    List<Guess> guesses = new ArrayList<>();
    head(yaml, folderOrFile, tables);
    Optional<LocalDate> firstDay = firstDay(tables);
    Map<String, String> attributes = new HashMap<>();
    for (SampledTable table : tables) {
      new TableDraft(
              table,
              Objects.requireNonNull(customers.get(table)),
              firstDay.orElse(NO_DAY),
              firstDay.isPresent()
                  ? "a placeholder, the first day in the other files"
                  : "a placeholder, as no column says when",
              attributes,
              yaml,
              guesses)
          .write();
    }
    String text = yaml.toString().stripTrailing() + "\n";
    if (!text.contains("\n  - files: ")) {
      throw new DatasetException(
          "%s: no file has rows of customers (expected at least one with orders, other events, or one row"
                  .formatted(folderOrFile.getFileName())
              + " a customer; docs/mapping.md says how to write the mapping yourself)%n%s"
                  .formatted(
                      text.lines()
                          .filter(line -> line.startsWith("  #"))
                          .collect(Collectors.joining("\n"))));
    }
    return new Draft(text, tables.stream().map(Inference::found).toList(), guesses, checks(text));
  }

  private static void head(YamlLines yaml, Path folderOrFile, List<SampledTable> tables) {
    String file = folderOrFile.toAbsolutePath().normalize().getFileName().toString();
    yaml.comment(
        0,
        "Drafted from %s. Every guess says why; \"check:\" marks those that need your eye."
            .formatted(file));
    yaml.comment(0, "docs/mapping.md explains the keys. Files are looked for beside this one.");
    yaml.add(0, "name: " + YamlLines.text(title(file)));
    boolean zoneNeeded =
        tables.stream()
            .flatMap(table -> table.columns().stream())
            .flatMap(column -> column.times().stream())
            .anyMatch(found -> !found.withZone());
    if (zoneNeeded) {
      yaml.add(0, "zone: UTC", "check: no time here says its zone; whose clock is it?");
    }
    currency(tables)
        .ifPresentOrElse(
            currency -> yaml.add(0, "currency: " + currency, "as a column says"),
            () -> {
              if (tables.stream().anyMatch(Inference::hasMoney)) {
                yaml.add(0, "# currency: EUR", "check: of every amount? Nothing here names it");
              }
            });
    yaml.add(0, "tables:");
  }

  private static boolean hasMoney(SampledTable table) {
    return table.columns().stream()
        .filter(column -> column.numbers().isPresent())
        .anyMatch(column -> Role.AMOUNT.isIn(column.spoken()) || Role.PRICE.isIn(column.spoken()));
  }

  private static Optional<String> currency(List<SampledTable> tables) {
    for (SampledTable table : tables) {
      for (ColumnFacts column : table.columns()) {
        if (Role.CURRENCY.is(column.spoken())
            && column.distinct() == 1
            && column.counts().keySet().iterator().next().matches("[A-Z]{3}")) {
          return Optional.of(column.counts().keySet().iterator().next());
        }
      }
    }
    return tables.stream()
        .flatMap(table -> table.columns().stream())
        .filter(column -> column.numbers().isPresent())
        .flatMap(column -> List.of(column.spoken().split(" ")).stream())
        .filter(CURRENCIES::containsKey)
        .map(CURRENCIES::get)
        .findFirst();
  }

  /// The first day of any event.
  private static Optional<LocalDate> firstDay(List<SampledTable> tables) {
    return tables.stream()
        .filter(table -> table.rows() > 0)
        .flatMap(table -> TimeChoice.ofEvents(table).stream())
        .map(TimeChoice::first)
        .min(Comparator.naturalOrder());
  }

  private static String title(String file) {
    String spoken = SpokenName.of(file.replaceFirst("(?i)\\.(csv|tsv|txt|parquet)(\\.gz)?$", ""));
    return spoken.isEmpty()
        ? "Data"
        : spoken.substring(0, 1).toUpperCase(Locale.ROOT) + spoken.substring(1);
  }

  private static Draft.Found found(SampledTable table) {
    return new Draft.Found(
        table.files(),
        table.rows(),
        table.whole(),
        table.shape().map(TextShape::delimiter).orElse(""),
        table.encoding().name(),
        table.shape().map(TextShape::header).orElse(true),
        table.decimal(),
        table.columns().stream()
            .map(column ->
                new Draft.FoundColumn(
                    column.name(),
                    switch (column.kind()) {
                      case ColumnFacts.Numbers _ -> "number";
                      case ColumnFacts.Times _ -> "time";
                      case ColumnFacts.Texts _ -> "text";
                    },
                    column.distinct(),
                    column.rows() == 0 ? 0 : (double) column.blank() / column.rows()))
            .toList());
  }

  private static List<String> checks(String yaml) {
    return yaml.lines().filter(line -> line.contains("check: ")).map(line -> line.strip()).toList();
  }
}
