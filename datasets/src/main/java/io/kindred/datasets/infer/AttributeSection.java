package io.kindred.datasets.infer;

import io.kindred.features.AttributeDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The key `attributes` of a table.
final class AttributeSection {
  private static final double LEAST_CONSTANT = 0.95;
  private static final int LEAST_SIDE_BY_SIDE = 3;

  private final TableLines lines;
  private final YamlLines yaml;
  private final SampledTable table;
  private final Map<String, String> attributesSoFar;
  private final String timeFormat;

  /// @param attributesSoFar what the tables before declare, by the attribute's name
  /// @param timeFormat the table's, which its dates must be written in
  AttributeSection(TableLines lines, Map<String, String> attributesSoFar, String timeFormat) {
    this.lines = lines;
    this.yaml = lines.yaml();
    this.table = lines.table();
    this.attributesSoFar = attributesSoFar;
    this.timeFormat = timeFormat;
  }

  /// Columns of an event table that say the same of a customer in all of their rows.
  void ofRows() {
    ColumnFacts who = lines.customer().column().orElseThrow();
    List<ColumnFacts> lasting = new ArrayList<>();
    for (ColumnFacts column : table.columns()) {
      if (lines.isUsed(column)) {
        continue;
      }
      double constant = Repetition.share(who, column::cell, _ -> true);
      if (constant < LEAST_CONSTANT || column.times().isPresent()) {
        lines.leaveOut(column, "says different things in one customer's rows");
      } else if (column.distinct() > TableLines.MOST_CATEGORIES
          && column.distinct() == who.distinct()) {
        lines.leaveOut(column, "goes with the customer one to one: another id");
      } else {
        lasting.add(column);
      }
    }
    write(lasting, false);
  }

  /// Columns of a table with one row a customer, but for those that have another use.
  void ofCustomers() {
    write(table.columns().stream().filter(column -> !lines.isUsed(column)).toList(), true);
  }

  private void write(List<ColumnFacts> columns, boolean withOutcomes) {
    List<ColumnFacts> inputs = new ArrayList<>();
    for (ColumnFacts column : columns) {
      Optional<String> otherFormat =
          column
              .times()
              .flatMap(found -> found.format())
              .filter(format -> !format.equals(timeFormat));
      if (otherFormat.isPresent()) {
        lines.leaveOut(
            column,
            "check: its dates are written as %s, and a table has one timeFormat"
                .formatted(otherFormat.get()));
      } else if (withOutcomes && Role.OUTCOME.isIn(column.spoken())) {
        lines.leaveOut(column, "check: looks like an outcome or a label, which no input may know");
      } else {
        inputs.add(column);
      }
    }
    Map<String, AttributeGuess> found = AttributeGuess.of(inputs);
    if (withOutcomes) {
      inputs.stream()
          .filter(column -> Role.PERHAPS_OUTCOME.isIn(column.spoken()))
          .forEach(column ->
              found.computeIfPresent(
                  column.name(),
                  (_, guess) ->
                      guess.withCheck("is it known before what is to be predicted happens?")));
    }
    List<Run> runs = runs(inputs, found);
    if (runs.isEmpty()) {
      return;
    }
    yaml.add(TableLines.KEY, "attributes:");
    runs.forEach(this::writeRun);
  }

  /// Columns that are declared alike; side by side where there are three or more.
  ///
  /// @param whyOf each column's reason
  private record Run(
      List<ColumnFacts> columns,
      AttributeGuess guess,
      boolean sideBySide,
      Map<String, String> whyOf) {
    /// The reason that all have, or what words they have.
    String why() {
      Set<String> reasons = new HashSet<>(whyOf.values());
      if (reasons.size() == 1) {
        return reasons.iterator().next();
      }
      int fewest = columns.stream().mapToInt(ColumnFacts::distinct).min().orElseThrow();
      int most = columns.stream().mapToInt(ColumnFacts::distinct).max().orElseThrow();
      String byName =
          reasons.stream().allMatch(why -> why.startsWith("its name; ")) ? "their names; " : "";
      return byName
          + switch (guess.type()) {
            case CATEGORY -> "%d to %d words".formatted(fewest, most);
            case YES_NO -> "two words, yes and no";
            case NUMBER -> "numbers";
            case SCALE -> "points of a scale";
            case MULTI_VALUE -> "several words at once";
            case DATE -> "dates";
          };
    }
  }

  private List<Run> runs(List<ColumnFacts> inputs, Map<String, AttributeGuess> found) {
    List<Run> runs = new ArrayList<>();
    Map<String, List<ColumnFacts>> scattered = new LinkedHashMap<>();
    List<ColumnFacts> all = table.columns();
    for (int i = 0; i < all.size(); ) {
      ColumnFacts column = all.get(i);
      AttributeGuess guess = found.get(column.name());
      if (!inputs.contains(column)) {
        i++;
      } else if (guess == null) {
        lines.leaveOut(column, AttributeGuess.whyNone(column));
        i++;
      } else {
        int to = i + 1;
        while (to < all.size()
            && found.get(all.get(to).name()) != null
            && isPlain(all.get(to))
            && isPlain(column)
            && signature(Objects.requireNonNull(found.get(all.get(to).name())))
                .equals(signature(guess))) {
          to++;
        }
        List<ColumnFacts> alike = all.subList(i, to);
        if (alike.size() >= LEAST_SIDE_BY_SIDE) {
          runs.add(run(alike, found, true));
        } else if (guess.words().isEmpty()
            && guess.separator().isEmpty()
            && alike.stream().allMatch(this::isPlain)) {
          scattered.computeIfAbsent(signature(guess), _ -> new ArrayList<>()).addAll(alike);
        } else {
          runs.add(run(alike, found, false));
        }
        i = to;
      }
    }
    scattered.values().forEach(columns -> runs.add(run(columns, found, false)));
    return runs;
  }

  private static Run run(
      List<ColumnFacts> columns, Map<String, AttributeGuess> found, boolean sideBySide) {
    Map<String, String> whyOf = new LinkedHashMap<>();
    columns.forEach(
        column -> whyOf.put(column.name(), Objects.requireNonNull(found.get(column.name())).why()));
    return new Run(
        columns, Objects.requireNonNull(found.get(columns.getFirst().name())), sideBySide, whyOf);
  }

  /// Whether a column can be declared beside others, under its own name.
  private boolean isPlain(ColumnFacts column) {
    return !column.name().contains("=") && !attributesSoFar.containsKey(column.name());
  }

  private static String signature(AttributeGuess guess) {
    return "%s %s %d %d %s %s %s"
        .formatted(
            guess.basis(),
            guess.type(),
            guess.lowest(),
            guess.highest(),
            guess.words(),
            guess.separator(),
            guess.check().orElse(""));
  }

  private void writeRun(Run run) {
    AttributeGuess guess = run.guess();
    String what =
        ", basis: %s, type: %s%s%s%s}"
            .formatted(
                guess.basis().name().toLowerCase(Locale.ROOT),
                guess.type().name().toLowerCase(Locale.ROOT),
                guess.type() == AttributeDefinition.Type.SCALE
                    ? ", lowest: %d, highest: %d".formatted(guess.lowest(), guess.highest())
                    : "",
                guess.separator().isEmpty()
                    ? ""
                    : ", separator: \"%s\"".formatted(guess.separator()),
                guess.words().isEmpty()
                    ? ""
                    : ", words: "
                        + guess.words().entrySet().stream()
                            .map(entry -> YamlLines.text(entry.getKey()) + ": " + entry.getValue())
                            .collect(Collectors.joining(", ", "{", "}")));
    List<ColumnFacts> columns = run.columns();
    String first = attributeName(columns.getFirst());
    columns.forEach(column -> {
      lines.guess(
          column,
          "attribute",
          Objects.requireNonNull(run.whyOf().get(column.name())),
          guess.check());
      attributesSoFar.put(attributeName(column), signature(guess));
    });
    String check = TableLines.check(guess.check());
    if (run.sideBySide()) {
      yaml.add(
          TableLines.WITHIN,
          "- {from: %s, to: %s%s"
              .formatted(lines.name(columns.getFirst()), lines.name(columns.getLast()), what),
          run.why(),
          check);
    } else if (columns.size() > 1) {
      yaml.comment(TableLines.WITHIN, check.isEmpty() ? run.why() : run.why() + "; " + check);
      yaml.list(
          TableLines.WITHIN,
          "- {columns: ",
          columns.stream().map(column -> lines.plainName(column)).toList(),
          what);
    } else {
      ColumnFacts column = columns.getFirst();
      String named =
          first.equals(lines.plainName(column)) ? "" : ", name: " + YamlLines.text(first);
      yaml.add(
          TableLines.WITHIN,
          "- {column: %s%s%s".formatted(lines.name(column), named, what),
          run.why(),
          check);
    }
  }

  /// The column's name, unless another table has an attribute of it, or it cannot be one.
  private String attributeName(ColumnFacts column) {
    String name = lines.plainName(column).replace('=', '_');
    return attributesSoFar.containsKey(name)
        ? "%s_%s".formatted(table.spokenFile().replace(' ', '_'), name)
        : name;
  }
}
