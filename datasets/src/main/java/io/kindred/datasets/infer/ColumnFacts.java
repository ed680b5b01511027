package io.kindred.datasets.infer;

import io.kindred.datasets.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One column as its cells show it.
///
/// @param spoken the name as {@link SpokenName} says it
/// @param cells every cell, in the file's order
/// @param counts how often each text stands in it; blank cells and words for "unknown" left out
/// @param known cells that are counted so
/// @param unknown words that stand for "not known"
record ColumnFacts(
    String name,
    String spoken,
    List<String> cells,
    Map<String, Integer> counts,
    int known,
    Set<String> unknown,
    Kind kind) {
  /// Words for "not known" that mean nothing else.
  private static final Set<String> SURELY_UNKNOWN =
      Set.of("na", "n/a", "#n/a", "null", "nan", "?", "\\n", "#null!", "<na>");

  /// Words for it that could mean something where the others are words, but not among numbers.
  private static final Set<String> PERHAPS_UNKNOWN =
      Set.of(
          "-",
          "--",
          ".",
          "none",
          "nil",
          "missing",
          "unknown",
          "undefined",
          "not available",
          "saknas",
          "okand",
          "okänd",
          "uppgift saknas",
          "unbekannt",
          "keine angabe",
          "k.a.",
          "inconnu",
          "non renseigne",
          "non renseigné",
          "desconocido",
          "sin datos");

  /// Codes that are written like numbers and are none.
  private static final Set<String> POSTAL_CODES =
      Set.of(
          "zip",
          "zip code",
          "zipcode",
          "postcode",
          "postal code",
          "postnummer",
          "plz",
          "postleitzahl",
          "code postal",
          "codigo postal");

  /// What the cells are.
  sealed interface Kind {}

  /// Numbers, all of them.
  ///
  /// @param comma whether a comma parts the decimals
  /// @param whole whether none has decimals
  /// @param negative cells below zero
  record Numbers(boolean comma, boolean whole, double lowest, double highest, int negative)
      implements Kind {}

  /// Dates or times, all of them.
  record Times(TimeFormats.Found found) implements Kind {}

  /// Anything else.
  record Texts() implements Kind {}

  static ColumnFacts of(String name, List<String> cells) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String cell : cells) {
      counts.merge(cell, 1, Integer::sum);
    }
    counts.remove("");
    Set<String> unknown = new TreeSet<>();
    Set<String> perhaps = new TreeSet<>();
    for (String text : counts.keySet()) {
      String word = text.toLowerCase(Locale.ROOT);
      if (SURELY_UNKNOWN.contains(word)) {
        unknown.add(text);
      } else if (PERHAPS_UNKNOWN.contains(word)) {
        perhaps.add(text);
      }
    }
    String spoken = SpokenName.of(name);
    Map<String, Integer> sure = without(counts, unknown);
    Map<String, Integer> rest = without(sure, perhaps);
    Kind kind = kind(spoken, rest);
    boolean words = kind instanceof Texts;
    if (!words) {
      unknown.addAll(perhaps);
    }
    Map<String, Integer> kept = words ? sure : rest;
    return new ColumnFacts(
        name,
        spoken,
        cells,
        kept,
        kept.values().stream().mapToInt(Integer::intValue).sum(),
        unknown,
        kind);
  }

  int rows() {
    return cells.size();
  }

  int blank() {
    return rows() - known;
  }

  int distinct() {
    return counts.size();
  }

  /// A different text in every known cell.
  boolean isUnique() {
    return known > 0 && distinct() == known;
  }

  Optional<Numbers> numbers() {
    return kind instanceof Numbers numbers ? Optional.of(numbers) : Optional.empty();
  }

  Optional<TimeFormats.Found> times() {
    return kind instanceof Times(TimeFormats.Found found) ? Optional.of(found) : Optional.empty();
  }

  boolean isText() {
    return kind instanceof Texts;
  }

  boolean isWholeNumbers() {
    return kind instanceof Numbers numbers && numbers.whole();
  }

  /// Whether its cells could be ids: no decimals, no dates, and more than one.
  boolean couldBeIds() {
    return distinct() > 1 && (isText() || isWholeNumbers()) && blank() <= rows() / 2;
  }

  /// A cell; blank where it says "unknown".
  String cell(int row) {
    String cell = cells.get(row);
    return unknown.contains(cell) ? "" : cell;
  }

  /// A cell's number; NaN where there is none.
  double number(int row) {
    return NumberText.number(cell(row), numbers().map(Numbers::comma).orElse(false) ? "," : ".")
        .map(BigDecimal::doubleValue)
        .orElse(Double.NaN);
  }

  private static Kind kind(String spoken, Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return new Texts();
    }
    Collection<String> values = counts.keySet();
    boolean timeByName = Role.TIME.isIn(spoken) || Role.KNOWN_SINCE.isIn(spoken);
    boolean eightDigits = values.iterator().next().matches("\\d{8}");
    if (SpokenName.has(spoken, POSTAL_CODES)) {
      return new Texts();
    }
    Optional<TimeFormats.Found> found = TimeFormats.of(values, timeByName);
    // Eight digits that happen to be dates without exception are ids only where they say so.
    if (found.isPresent() && !(eightDigits && CustomerNames.score(spoken) > 0)) {
      return new Times(found.get());
    }
    return numbers(counts, ".")
        .or(() -> numbers(counts, ","))
        .<Kind>map(kind -> kind)
        .orElse(new Texts());
  }

  private static Optional<Numbers> numbers(Map<String, Integer> counts, String decimal) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    int negative = 0;
    boolean whole = true;
    for (Map.Entry<String, Integer> text : counts.entrySet()) {
      Optional<BigDecimal> number = NumberText.number(text.getKey(), decimal);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      double value = number.get().doubleValue();
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
      negative += value < 0 ? text.getValue() : 0;
      whole &= number.get().stripTrailingZeros().scale() <= 0;
    }
    return Optional.of(new Numbers(decimal.equals(","), whole, lowest, highest, negative));
  }

  private static Map<String, Integer> without(Map<String, Integer> counts, Set<String> words) {
    if (words.isEmpty()) {
      return counts;
    }
    Map<String, Integer> rest = new LinkedHashMap<>(counts);
    new ArrayList<>(words).forEach(rest::remove);
    return rest;
  }
}
