package io.kindred.datasets.infer;

import io.kindred.features.EventKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys of a table for events that are no trade: visits, carts, messages, subscriptions and
/// support.
final class StepSections {
  private final TableLines lines;
  private final YamlLines yaml;
  private final SampledTable table;

  StepSections(TableLines lines) {
    this.lines = lines;
    this.yaml = lines.yaml();
    this.table = lines.table();
  }

  /// Writes a section for each kind that is there.
  void write(RowMeaning events) {
    if (events.kinds().contains(EventKind.VISIT)) {
      visits(events);
    }
    if (events.hasAny(RowMeaning.CARTS)) {
      carts(events);
    }
    if (events.hasAny(RowMeaning.MESSAGES)) {
      messages(events);
    }
    if (events.hasAny(RowMeaning.SUBSCRIPTIONS)) {
      subscriptions(events);
    }
    if (events.kinds().contains(EventKind.SUPPORT_CONTACT)) {
      support();
    }
    unknownWords(events);
  }

  private void visits(RowMeaning events) {
    yaml.add(TableLines.KEY, "visits:");
    onlyWords(events, EnumSet.of(EventKind.VISIT));
    lines.uniqueId("visits.id", Optional.empty(), Set.of());
    lines.word(Role.CHANNEL, "channel", TableLines.MOST_CHANNELS);
    table.columns().stream()
        .filter(column -> !lines.isUsed(column) && Role.PAGES.isIn(column.spoken()))
        .filter(column -> column.numbers().filter(numbers -> numbers.lowest() >= 0).isPresent())
        .findFirst()
        .ifPresent(column -> lines.number("pages", column));
    lines.word(Role.DEVICE, "device", TableLines.MOST_CHANNELS);
    lines.word(Role.REFERRER, "referrer", TableLines.MOST_CATEGORIES);
    yaml.braceIfEmpty(TableLines.KEY, "visits:");
  }

  private void carts(RowMeaning events) {
    yaml.add(TableLines.KEY, "carts:");
    Set<EventKind> kinds = RowMeaning.CARTS;
    onlyWords(events, kinds);
    lines.uniqueId("carts.id", events.step(), Set.copyOf(events.words(kinds)));
    step(events, kinds);
    table.columns().stream()
        .filter(column -> !lines.isUsed(column))
        .filter(column ->
            SpokenName.has(column.spoken(), List.of("worth", "cart value", "basket value"))
                || Role.AMOUNT.isIn(column.spoken()))
        .filter(column -> column.numbers().filter(numbers -> numbers.lowest() >= 0).isPresent())
        .findFirst()
        .ifPresent(column -> lines.number("value", column));
  }

  private void messages(RowMeaning events) {
    yaml.add(TableLines.KEY, "messages:");
    Set<EventKind> kinds = RowMeaning.MESSAGES;
    onlyWords(events, kinds);
    lines.uniqueId("messages.id", events.step(), Set.copyOf(events.words(kinds)));
    step(events, kinds);
    lines.word(Role.CHANNEL, "channel", TableLines.MOST_CHANNELS);
    lines.word(Role.CAMPAIGN, "campaign", TableLines.MOST_CATEGORIES);
  }

  private void subscriptions(RowMeaning events) {
    yaml.add(TableLines.KEY, "subscriptions:");
    onlyWords(events, RowMeaning.SUBSCRIPTIONS);
    lines.uniqueId(
        "subscriptions.id", events.step(), Set.copyOf(events.words(RowMeaning.SUBSCRIPTIONS)));
    step(events, RowMeaning.SUBSCRIPTIONS);
    lines.word(Role.PLAN, "plan", TableLines.MOST_CATEGORIES);
    table.columns().stream()
        .filter(column -> !lines.isUsed(column))
        .filter(column -> Role.AMOUNT.isIn(column.spoken()) || Role.PRICE.isIn(column.spoken()))
        .filter(column -> column.numbers().filter(numbers -> numbers.lowest() >= 0).isPresent())
        .findFirst()
        .ifPresent(column -> lines.number("amount", column));
  }

  private void support() {
    yaml.add(TableLines.KEY, "support:", "the file's name");
    lines.uniqueId("support.id", Optional.empty(), Set.of());
    lines.word(Role.CHANNEL, "channel", TableLines.MOST_CHANNELS);
    lines.word(Role.TOPIC, "topic", TableLines.MOST_CATEGORIES);
    yaml.braceIfEmpty(TableLines.KEY, "support:");
  }

  /// A filter for rows of these kinds, where the table has rows of others.
  private void onlyWords(RowMeaning events, Set<EventKind> kinds) {
    events
        .step()
        .filter(column -> events.words(kinds).size() < column.distinct())
        .ifPresent(column ->
            yaml.add(
                TableLines.WITHIN,
                "where: {column: %s, is: %s}"
                    .formatted(lines.name(column), YamlLines.texts(events.words(kinds)))));
  }

  private void step(RowMeaning events, Set<EventKind> kinds) {
    ColumnFacts column = events.step().orElseThrow();
    lines.guess(column, "step", "its words", Optional.empty());
    List<String> words = events.words(kinds);
    boolean ours =
        words.stream()
            .allMatch(word ->
                word.equalsIgnoreCase(step(Objects.requireNonNull(events.meanings().get(word)))));
    yaml.add(
        TableLines.WITHIN,
        ours
            ? "step: " + lines.name(column)
            : "step: {column: %s, words: {%s}}"
                .formatted(
                    lines.name(column),
                    words.stream()
                        .map(word ->
                            YamlLines.text(word)
                                + ": "
                                + step(Objects.requireNonNull(events.meanings().get(word))))
                        .collect(Collectors.joining(", "))),
        "its words");
  }

  private static String step(EventKind kind) {
    return kind.word().replaceFirst("^.*_", "");
  }

  private void unknownWords(RowMeaning events) {
    events
        .step()
        .filter(_ -> events.kinds().size() > 1)
        .ifPresent(column -> {
          int unknown = column.distinct() - events.meanings().size();
          if (unknown > 0) {
            yaml.comment(
                TableLines.KEY,
                "check: %d other words in %s are left out".formatted(unknown, column.name()));
          }
        });
  }
}
