package io.kindred.datasets.infer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The column that says whose row it is; none where every row is a customer of its own.
record CustomerChoice(Optional<ColumnFacts> column, String why, Optional<String> check) {
  /// Why a column of a file without names is to be checked. The draft alone knows what it calls the
  /// column, and asks.
  static final String NO_NAMES = "the file names no columns";

  private static final double LEAST_SCORE = 1.5;
  private static final double LEAST_OVERLAP = 0.5;
  private static final int LEAST_SHARED = 20;
  private static final double LEAST_SHARE_OF_IDS = 0.1;

  /// A choice for every table: by name, by values that other tables' customers have, by being
  /// different in every row.
  static Map<SampledTable, CustomerChoice> of(List<SampledTable> tables) {
    Map<SampledTable, CustomerChoice> choices = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (SampledTable table : tables) {
      byName(table)
          .ifPresent(choice -> {
            choices.put(table, choice);
            choice.column().ifPresent(column -> ids.addAll(column.counts().keySet()));
          });
    }
    for (SampledTable table : tables) {
      choices.computeIfAbsent(
          table,
          unnamed ->
              byValues(unnamed, ids)
                  .or(() -> byUniqueness(unnamed))
                  .or(() -> byRepetition(unnamed))
                  .orElseGet(() -> eachRow(unnamed)));
    }
    return choices;
  }

  private static Optional<CustomerChoice> byName(SampledTable table) {
    List<ColumnFacts> candidates =
        table.columns().stream()
            .filter(ColumnFacts::couldBeIds)
            .filter(column -> CustomerNames.score(column.spoken()) >= LEAST_SCORE)
            .sorted(
                Comparator.<ColumnFacts>comparingDouble(
                        column -> -CustomerNames.score(column.spoken()))
                    .thenComparing(Comparator.comparingInt(ColumnFacts::distinct).reversed()))
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    ColumnFacts best = candidates.getFirst();
    List<String> others =
        candidates.stream()
            .skip(1)
            .filter(column -> column.distinct() >= LEAST_SHARE_OF_IDS * best.distinct())
            .limit(3)
            .map(ColumnFacts::name)
            .toList();
    boolean sure = CustomerNames.score(best.spoken()) >= 2 && others.isEmpty();
    return Optional.of(
        new CustomerChoice(
            Optional.of(best),
            "its name; %d different".formatted(best.distinct()),
            sure
                ? Optional.empty()
                : Optional.of(
                    others.isEmpty()
                        ? "is this the customer's id?"
                        : "or is it %s?".formatted(String.join(", ", others)))));
  }

  private static Optional<CustomerChoice> byValues(SampledTable table, Set<String> ids) {
    return table.columns().stream()
        .filter(ColumnFacts::couldBeIds)
        .filter(column -> shared(column, ids) >= LEAST_OVERLAP * column.distinct())
        .filter(column -> shared(column, ids) >= LEAST_SHARED)
        .max(Comparator.comparingLong(column -> shared(column, ids)))
        .map(column ->
            new CustomerChoice(
                Optional.of(column),
                "%d %% of its values are customers of other files"
                    .formatted(100 * shared(column, ids) / column.distinct()),
                Optional.empty()));
  }

  private static long shared(ColumnFacts column, Set<String> ids) {
    return column.counts().keySet().stream().filter(ids::contains).count();
  }

  private static Optional<CustomerChoice> byUniqueness(SampledTable table) {
    boolean hasTime = table.columns().stream().anyMatch(column -> column.times().isPresent());
    return table.columns().stream()
        .filter(column -> column.couldBeIds() && column.isUnique() && column.blank() == 0)
        .filter(
            column -> CustomerNames.score(column.spoken()) > 0 || column.spoken().endsWith(" id"))
        .filter(_ -> !hasTime)
        .findFirst()
        .map(column ->
            new CustomerChoice(
                Optional.of(column),
                "different in every row",
                Optional.of("is this the customer's id?")));
  }

  /// In a file without names: the first column of repeated ids beside a column of times.
  private static Optional<CustomerChoice> byRepetition(SampledTable table) {
    boolean named = table.shape().map(TextShape::header).orElse(true);
    if (named || table.columns().stream().noneMatch(column -> column.times().isPresent())) {
      return Optional.empty();
    }
    List<ColumnFacts> candidates = new ArrayList<>(table.columns());
    candidates.removeIf(column ->
        !column.couldBeIds() || column.isUnique() || column.distinct() * 100L < table.rows());
    return candidates.stream()
        .max(Comparator.comparingInt(ColumnFacts::distinct))
        .map(column ->
            new CustomerChoice(
                Optional.of(column),
                "%d different ids in %d rows".formatted(column.distinct(), table.rows()),
                Optional.of(NO_NAMES)));
  }

  private static CustomerChoice eachRow(SampledTable table) {
    return new CustomerChoice(
        Optional.empty(),
        "no column has ids of customers",
        Optional.of("is each of the %d rows a customer of its own?".formatted(table.rows())));
  }
}
