package io.kindred.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often each word occurs among customers, from which one sees which words are common enough to
/// have a column.
public final class WordCounts {
  private final List<AttributeDefinition> definitions;
  private final Map<WordFamily, Count> byFamily = new EnumMap<>(WordFamily.class);
  private final Map<Integer, Count> byAttribute = new TreeMap<>();
  private int customers;

  private static final class Count {
    /// By the word's number in the vocabulary; the words themselves at the end.
    private long[] byCode = new long[16];

    private long all;

    void add(int code) {
      all++;
      if (code >= byCode.length) {
        byCode = Arrays.copyOf(byCode, Math.max(code + 1, 2 * byCode.length));
      }
      byCode[code]++;
    }
  }

  private final Vocabulary vocabulary = new Vocabulary();
  private final List<Map<WordFamily, Count>> byKind = new ArrayList<>();

  /// @param definitions of the attributes whose words count
  public WordCounts(List<AttributeDefinition> definitions) {
    this.definitions = List.copyOf(definitions);
    for (WordFamily family : WordFamily.values()) {
      byFamily.put(family, new Count());
    }
    for (int kind = 0; kind <= EventColumns.LINE; kind++) {
      Map<WordFamily, Count> ofKind = new EnumMap<>(WordFamily.class);
      for (Map.Entry<WordFamily, Count> family : byFamily.entrySet()) {
        if (family.getKey().takes(kind)) {
          ofKind.put(family.getKey(), family.getValue());
        }
      }
      byKind.add(ofKind);
    }
  }

  /// Counts what was known of the featurizer's customer, and of the account, at a moment.
  public void add(BatchFeaturizer featurizer, Instant asOf) {
    long moment = LocalDays.nanos(asOf);
    if (add(featurizer.columns(), moment)) {
      customers++;
    }
    if (featurizer.hasAccounts()) {
      add(featurizer.accountColumns(), moment);
    }
  }

  private boolean add(EventColumns columns, long moment) {
    columns.finish();
    boolean any = false;
    for (int row = 0; row < columns.size && columns.time[row] <= moment; row++) {
      if (columns.known[row] > moment) {
        continue;
      }
      any = true;
      for (Map.Entry<WordFamily, Count> family : byKind.get(columns.kind[row]).entrySet()) {
        if (!family.getKey().isHeading(columns, row)) {
          family.getValue().add(code(columns, columns.word(row, family.getKey().field().slot())));
        }
      }
    }
    for (int row = 0; row < columns.attributes; row++) {
      if (columns.attributeKnown[row] <= moment) {
        any = true;
        addAttribute(columns, row);
      }
    }
    return any;
  }

  /// The customers of whom anything was known.
  public int customers() {
    return customers;
  }

  /// The words of a family in at least a share of its events, most common first.
  public List<String> mostCommon(WordFamily family, double leastShare, int most) {
    Count count = byFamily.get(family);
    return count == null ? List.of() : mostCommon(count, leastShare * count.all, most);
  }

  /// The words of an attribute of at least a share of the customers, most common first.
  public List<String> mostCommon(AttributeDefinition attribute, double leastShare, int most) {
    Count count = byAttribute.get(definitions.indexOf(attribute));
    return count == null ? List.of() : mostCommon(count, leastShare * customers, most);
  }

  private void addAttribute(EventColumns columns, int row) {
    int index = columns.attribute[row];
    switch (definitions.get(index).type()) {
      case CATEGORY ->
          byAttribute
              .computeIfAbsent(index, _ -> new Count())
              .add(code(columns, columns.attributeWord[row]));
      case MULTI_VALUE -> {
        Count count = byAttribute.computeIfAbsent(index, _ -> new Count());
        AttributeValue.Words.ofJoined(columns.vocabulary().word(columns.attributeWord[row]))
            .values()
            .forEach(word -> count.add(vocabulary.code(word)));
      }
      case NUMBER, SCALE, YES_NO, DATE -> {}
    }
  }

  /// A word's number here; its number in the columns changes from customer to customer.
  private int code(EventColumns columns, int word) {
    return vocabulary.code(columns.vocabulary().word(word));
  }

  private List<String> mostCommon(Count count, double least, int most) {
    Map<String, Long> byWord = new TreeMap<>();
    for (int code = 1; code < Math.min(count.byCode.length, vocabulary.size()); code++) {
      if (count.byCode[code] > 0 && count.byCode[code] >= least) {
        byWord.put(vocabulary.word(code), count.byCode[code]);
      }
    }
    return byWord.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
