package io.kindred.datasets.infer;

import io.kindred.features.EventKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the rows of a table are, where they are events.
///
/// @param kinds the kinds of event its words speak of; one where all rows are of it
/// @param step the column whose words say what happened
/// @param meanings of the words in it that are known
record RowMeaning(
    Set<EventKind> kinds,
    Optional<ColumnFacts> step,
    Map<String, EventKind> meanings,
    Optional<OrderColumns> orders) {
  static final Set<EventKind> CARTS = EnumSet.of(EventKind.CART_FILLED, EventKind.CART_ABANDONED);
  static final Set<EventKind> MESSAGES =
      EnumSet.of(EventKind.MESSAGE_SENT, EventKind.MESSAGE_OPENED, EventKind.MESSAGE_CLICKED);
  static final Set<EventKind> SUBSCRIPTIONS =
      EnumSet.of(
          EventKind.SUBSCRIPTION_STARTED,
          EventKind.SUBSCRIPTION_RENEWED,
          EventKind.SUBSCRIPTION_CANCELLED);
  private static final double ONE_ROW_EACH = 0.999;

  /// What a table's words, columns and name say; none where they say nothing of events.
  static Optional<RowMeaning> of(SampledTable table, ColumnFacts who, TimeChoice time) {
    Optional<ColumnFacts> step =
        table.columns().stream()
            .filter(column -> column.isText() && Role.STEP.isIn(column.spoken()))
            .filter(column -> column.counts().keySet().stream().anyMatch(RowMeaning::isStep))
            .findFirst();
    Map<String, EventKind> meanings = new LinkedHashMap<>();
    step.ifPresent(column ->
        column
            .counts()
            .keySet()
            .forEach(word ->
                StepWords.kind(word)
                    .filter(kind -> saysSubscriptions(table) || !SUBSCRIPTIONS.contains(kind))
                    .ifPresent(kind -> meanings.put(word, kind))));
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    kinds.addAll(meanings.values());
    Optional<OrderColumns> orders = OrderColumns.of(table, who, time);
    boolean onlyTrade = EnumSet.of(EventKind.ORDER, EventKind.RETURN).containsAll(kinds);
    String file = table.spokenFile();
    boolean severalRows = who.distinct() < ONE_ROW_EACH * who.known();
    if (!kinds.isEmpty() && !onlyTrade) {
      if (orders.isEmpty()) {
        kinds.removeAll(EnumSet.of(EventKind.ORDER, EventKind.RETURN));
      }
      return Optional.of(new RowMeaning(kinds, step, meanings, orders));
    }
    if (SpokenName.has(file, FileWords.SUPPORT)) {
      return Optional.of(
          new RowMeaning(
              EnumSet.of(EventKind.SUPPORT_CONTACT), Optional.empty(), Map.of(), Optional.empty()));
    }
    boolean saysVisits =
        SpokenName.has(file, FileWords.VISITS)
            || table.columns().stream().anyMatch(column -> Role.PAGES.is(column.spoken()));
    boolean saysTrade =
        SpokenName.has(file, FileWords.ORDERS) || SpokenName.has(file, FileWords.RETURNS);
    if (orders.isPresent()
        && (saysTrade || !saysVisits)
        && (severalRows || saysTrade || orders.get().id().isPresent())) {
      EventKind kind = SpokenName.has(file, FileWords.RETURNS) ? EventKind.RETURN : EventKind.ORDER;
      return Optional.of(
          new RowMeaning(
              EnumSet.of(kind),
              step.filter(_ -> kind == EventKind.ORDER && kinds.contains(EventKind.RETURN)),
              meanings,
              orders));
    }
    return saysVisits
        ? Optional.of(
            new RowMeaning(
                EnumSet.of(EventKind.VISIT), Optional.empty(), Map.of(), Optional.empty()))
        : Optional.empty();
  }

  /// Whether rows of any of these kinds are there.
  boolean hasAny(Set<EventKind> wanted) {
    return kinds.stream().anyMatch(wanted::contains);
  }

  /// The words that mean this kind.
  List<String> words(EventKind kind) {
    return words(EnumSet.of(kind));
  }

  /// The words that mean one of these kinds, in order.
  List<String> words(Set<EventKind> wanted) {
    return meanings.entrySet().stream()
        .filter(entry -> wanted.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static boolean saysSubscriptions(SampledTable table) {
    return SpokenName.has(table.spokenFile(), FileWords.SUBSCRIPTIONS)
        || table.columns().stream()
            .anyMatch(column -> SpokenName.has(column.spoken(), FileWords.SUBSCRIPTIONS));
  }

  private static boolean isStep(String word) {
    return StepWords.kind(word).isPresent();
  }
}
