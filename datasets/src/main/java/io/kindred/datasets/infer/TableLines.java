package io.kindred.datasets.infer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the sections of one table's draft share: its lines, what its columns are called, and which
/// of them have a use by now.
final class TableLines {
  static final int MOST_CATEGORIES = 500;
  static final int MOST_CHANNELS = 50;

  /// How far a table's keys are indented, and the keys of its sections.
  static final int KEY = 4;

  static final int WITHIN = 6;

  private final SampledTable table;
  private final CustomerChoice customer;
  private final YamlLines yaml;
  private final List<Guess> guesses;
  private final Map<String, String> given = new LinkedHashMap<>();
  private final Set<ColumnFacts> used = new HashSet<>();
  private final Map<String, List<ColumnFacts>> leftOut = new LinkedHashMap<>();

  TableLines(SampledTable table, CustomerChoice customer, YamlLines yaml, List<Guess> guesses) {
    this.table = table;
    this.customer = customer;
    this.yaml = yaml;
    this.guesses = guesses;
    table.columns().forEach(column -> given.put(column.name(), column.name()));
    customer.column().ifPresent(used::add);
  }

  SampledTable table() {
    return table;
  }

  CustomerChoice customer() {
    return customer;
  }

  YamlLines yaml() {
    return yaml;
  }

  /// Takes a column; `false` where it was taken before.
  boolean use(ColumnFacts column) {
    return used.add(column);
  }

  boolean isUsed(ColumnFacts column) {
    return used.contains(column);
  }

  /// Gives a column without a name one.
  void call(ColumnFacts column, String name) {
    given.put(column.name(), name);
  }

  /// What the columns are called, in their order.
  List<String> names() {
    return List.copyOf(given.values());
  }

  /// What a column is called.
  String plainName(ColumnFacts column) {
    return Objects.requireNonNull(given.get(column.name()));
  }

  /// What a column is called, as YAML writes it.
  String name(ColumnFacts column) {
    return YamlLines.text(plainName(column));
  }

  void guess(ColumnFacts column, String role, String why, Optional<String> check) {
    guesses.add(new Guess(String.join(", ", table.files()), plainName(column), role, why, check));
  }

  static String check(Optional<String> check) {
    return check.map("check: %s"::formatted).orElse("");
  }

  void leaveOut(ColumnFacts column, String why) {
    leftOut.computeIfAbsent(why, _ -> new ArrayList<>()).add(column);
    guess(
        column,
        "left out",
        why.replaceFirst("^check: ", ""),
        why.startsWith("check: ")
            ? Optional.of(why.substring("check: ".length()))
            : Optional.empty());
  }

  void leftOut() {
    leftOut.forEach((why, columns) ->
        yaml.comment(
            KEY,
            "Left out: %s (%s)"
                .formatted(
                    columns.stream()
                        .map(column -> plainName(column))
                        .collect(Collectors.joining(", ")),
                    why)));
  }

  void word(Role role, String key, int most) {
    table.columns().stream()
        .filter(column -> !used.contains(column) && role.isIn(column.spoken()))
        .filter(column -> column.known() > 0)
        .findFirst()
        .ifPresent(column -> {
          if (!column.isText() || column.distinct() > most) {
            return;
          }
          used.add(column);
          String why = "its name; %d words".formatted(column.distinct());
          guess(column, key, why, Optional.empty());
          yaml.add(WITHIN, "%s: %s".formatted(key, name(column)), why);
        });
  }

  void number(String key, ColumnFacts column) {
    used.add(column);
    guess(column, key, "its name", Optional.empty());
    yaml.add(
        WITHIN,
        column.blank() > 0
            ? "%s: {column: %s, blank: 0}".formatted(key, name(column))
            : "%s: %s".formatted(key, name(column)),
        "its name");
  }

  /// A column of ids that come once each, or once with each step.
  void uniqueId(String role, Optional<ColumnFacts> step, Set<String> words) {
    table.columns().stream()
        .filter(column -> !used.contains(column) || role.equals("messages.id"))
        .filter(column -> customer.column().filter(column::equals).isEmpty())
        .filter(column -> Role.EVENT_ID.isIn(column.spoken()) && column.couldBeIds())
        .filter(column -> column.blank() == 0 && comesOnce(column, step, words))
        .findFirst()
        .ifPresent(column -> {
          used.add(column);
          String why = step.isPresent() ? "once with each step" : "different in every row";
          guess(column, role, why, Optional.empty());
          yaml.add(WITHIN, "id: " + name(column), why);
        });
  }

  private static boolean comesOnce(ColumnFacts id, Optional<ColumnFacts> step, Set<String> words) {
    Set<List<String>> seen = new HashSet<>();
    for (int row = 0; row < id.rows(); row++) {
      String word = step.isPresent() ? step.get().cell(row) : "";
      if ((step.isEmpty() || words.contains(word)) && !seen.add(List.of(id.cell(row), word))) {
        return false;
      }
    }
    return true;
  }
}
