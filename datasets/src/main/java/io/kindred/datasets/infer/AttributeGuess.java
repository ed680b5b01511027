package io.kindred.datasets.infer;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a column says of a customer, as far as its name and cells tell.
///
/// @param words what some of its words mean
/// @param separator between the words of an attribute with several; empty for others
/// @param why of the type and the basis
record AttributeGuess(
    Basis basis,
    AttributeDefinition.Type type,
    int lowest,
    int highest,
    Map<String, String> words,
    String separator,
    String why,
    Optional<String> check) {
  private static final int MOST_CODES = 25;
  private static final int MOST_WORDS = 60;
  private static final int LEAST_IN_RUN = 3;
  private static final Set<String> YES_NO =
      Set.of("yes", "no", "y", "n", "true", "false", "t", "f", "1", "0");
  private static final Map<String, String> OTHER_YES_NO =
      Map.ofEntries(
          Map.entry("ja", "yes"),
          Map.entry("nej", "no"),
          Map.entry("nein", "no"),
          Map.entry("oui", "yes"),
          Map.entry("non", "no"),
          Map.entry("si", "yes"),
          Map.entry("sí", "yes"),
          Map.entry("sant", "yes"),
          Map.entry("falskt", "no"),
          Map.entry("wahr", "yes"),
          Map.entry("falsch", "no"),
          Map.entry("vrai", "yes"),
          Map.entry("faux", "no"),
          Map.entry("verdadero", "yes"),
          Map.entry("falso", "no"));
  private static final List<String> CODE_WORDS =
      List.of(
          "type",
          "code",
          "region",
          "browser",
          "system",
          "systems",
          "class",
          "category",
          "segment",
          "group",
          "id",
          "os",
          "typ",
          "kod",
          "gruppe",
          "grupp");
  private static final List<String> SCALE_WORDS =
      List.of(
          "rating",
          "satisfaction",
          "score",
          "nps",
          "importance",
          "agree",
          "likert",
          "grade",
          "stars",
          "betyg",
          "nojdhet",
          "zufriedenheit",
          "bewertung",
          "note",
          "nota",
          "satisfaccion");
  private static final Pattern WORD_WITH_POINT = Pattern.compile("\\D*?([+-]?\\d+)\\D?");

  /// Looks at a whole table's columns, because answers on a scale are known by their neighbours.
  ///
  /// @return a guess for each of them that says something, by column name; the others are left out
  static Map<String, AttributeGuess> of(List<ColumnFacts> columns) {
    Map<String, Range> scales = scales(columns);
    Map<String, AttributeGuess> guesses = new LinkedHashMap<>();
    for (ColumnFacts column : columns) {
      guess(column, scales).ifPresent(guess -> guesses.put(column.name(), guess));
    }
    return guesses;
  }

  /// The same, with something to look at.
  AttributeGuess withCheck(String other) {
    return new AttributeGuess(
        basis, type, lowest, highest, words, separator, why, Optional.of(other));
  }

  /// Why a column that got no guess is no attribute.
  static String whyNone(ColumnFacts column) {
    if (column.known() == 0) {
      return "every cell is blank";
    }
    if (column.distinct() == 1) {
      return "the same in every row";
    }
    return column.isUnique()
        ? "different in every row, so an id or free text"
        : "%d different texts, too many for a category".formatted(column.distinct());
  }

  private record Range(int lowest, int highest, int columns) {}

  private static Optional<AttributeGuess> guess(ColumnFacts column, Map<String, Range> scales) {
    if (column.distinct() < 2) {
      return Optional.empty();
    }
    Optional<Basis> told = BasisWords.in(column.spoken());
    Range scale = scales.get(column.name());
    if (scale != null) {
      return Optional.of(
          plain(
              told.filter(basis -> scale.columns() < LEAST_IN_RUN).orElse(Basis.PSYCHOGRAPHIC),
              AttributeDefinition.Type.SCALE,
              scale.lowest(),
              scale.highest(),
              scale.columns() >= LEAST_IN_RUN
                  ? "whole numbers from %d to %d in %d columns side by side: answers on a scale"
                      .formatted(scale.lowest(), scale.highest(), scale.columns())
                  : "whole numbers from %d to %d".formatted(scale.lowest(), scale.highest()),
              Optional.empty()));
    }
    Basis basis = told.orElse(Basis.BEHAVIOURAL);
    String byName = told.isPresent() ? "its name; " : "";
    Optional<String> unsure =
        told.isPresent() ? Optional.empty() : Optional.of("is the basis behavioural?");
    Set<String> lowerCase = new HashSet<>();
    column.counts().keySet().forEach(text -> lowerCase.add(text.toLowerCase(Locale.ROOT)));
    if (lowerCase.size() == 2 && YES_NO.containsAll(lowerCase)) {
      return Optional.of(
          plain(
              basis,
              AttributeDefinition.Type.YES_NO,
              0,
              0,
              byName + String.join(" and ", lowerCase.stream().sorted().toList()),
              unsure));
    }
    if (lowerCase.size() == 2
        && lowerCase.stream()
            .allMatch(word -> OTHER_YES_NO.containsKey(word) || word.equals("no"))) {
      Map<String, String> words = new LinkedHashMap<>();
      column
          .counts()
          .keySet()
          .forEach(text ->
              words.put(text, OTHER_YES_NO.getOrDefault(text.toLowerCase(Locale.ROOT), "no")));
      return Optional.of(
          new AttributeGuess(
              basis,
              AttributeDefinition.Type.YES_NO,
              0,
              0,
              words,
              "",
              byName + "yes and no in another language",
              unsure));
    }
    return switch (column.kind()) {
      case ColumnFacts.Times _ -> Optional.of(date(basis, byName));
      case ColumnFacts.Numbers numbers ->
          Optional.of(number(column, numbers, basis, byName, unsure));
      case ColumnFacts.Texts _ -> text(column, basis, byName, unsure);
    };
  }

  private static AttributeGuess date(Basis basis, String byName) {
    return plain(
        basis,
        AttributeDefinition.Type.DATE,
        0,
        0,
        byName + "every cell is a date",
        Optional.of("is it something about the customer, and not when the row was written?"));
  }

  private static AttributeGuess number(
      ColumnFacts column,
      ColumnFacts.Numbers numbers,
      Basis basis,
      String byName,
      Optional<String> unsure) {
    boolean codes =
        numbers.whole()
            && column.distinct() <= MOST_CODES
            && SpokenName.has(column.spoken(), CODE_WORDS);
    return codes
        ? plain(
            basis,
            AttributeDefinition.Type.CATEGORY,
            0,
            0,
            byName + "%d codes that are no amounts".formatted(column.distinct()),
            unsure)
        : plain(basis, AttributeDefinition.Type.NUMBER, 0, 0, byName + "numbers", unsure);
  }

  private static Optional<AttributeGuess> text(
      ColumnFacts column, Basis basis, String byName, Optional<String> unsure) {
    Optional<AttributeGuess> points = scaleWithWords(column, basis);
    if (points.isPresent()) {
      return points;
    }
    Optional<String> separator = separator(column);
    if (separator.isPresent()) {
      return Optional.of(
          new AttributeGuess(
              basis,
              AttributeDefinition.Type.MULTI_VALUE,
              0,
              0,
              Map.of(),
              separator.get(),
              byName + "several words with \"%s\" between them".formatted(separator.get()),
              unsure));
    }
    int most = Math.max(MOST_WORDS, Math.min(column.known() / 50, 1000));
    return column.distinct() > most
            || (2 * column.distinct() > column.known() && column.known() > 20)
        ? Optional.empty()
        : Optional.of(
            plain(
                basis,
                AttributeDefinition.Type.CATEGORY,
                0,
                0,
                byName + "%d words".formatted(column.distinct()),
                unsure));
  }

  /// Points of a scale whose ends are written out: `-4`, `+4` and `I love it!+5`.
  private static Optional<AttributeGuess> scaleWithWords(ColumnFacts column, Basis basis) {
    if (column.distinct() < 3 || column.distinct() > 21) {
      return Optional.empty();
    }
    Map<String, String> words = new LinkedHashMap<>();
    Set<Integer> points = new HashSet<>();
    int bare = 0;
    for (String text : column.counts().keySet()) {
      Matcher matcher = WORD_WITH_POINT.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int point;
      try {
        point = Integer.parseInt(matcher.group(1));
      } catch (NumberFormatException _) {
        return Optional.empty();
      }
      if (!points.add(point)) {
        return Optional.empty();
      }
      if (text.matches("[+-]?\\d+")) {
        bare++;
      } else {
        words.put(text, Integer.toString(point));
      }
    }
    int lowest = points.stream().mapToInt(Integer::intValue).min().orElseThrow();
    int highest = points.stream().mapToInt(Integer::intValue).max().orElseThrow();
    boolean everyPoint = highest - lowest + 1 == points.size();
    return everyPoint && bare >= points.size() / 2
        ? Optional.of(
            new AttributeGuess(
                basis == Basis.BEHAVIOURAL ? Basis.PSYCHOGRAPHIC : basis,
                AttributeDefinition.Type.SCALE,
                lowest,
                highest,
                words,
                "",
                "points from %d to %d, some with words beside them".formatted(lowest, highest),
                Optional.empty()))
        : Optional.empty();
  }

  private static Optional<String> separator(ColumnFacts column) {
    for (String separator : List.of("|", ";", ",")) {
      Set<String> parts = new HashSet<>();
      int several = 0;
      for (String text : column.counts().keySet()) {
        List<String> split = List.of(text.split(Pattern.quote(separator)));
        several += split.size() > 1 ? 1 : 0;
        split.forEach(part -> parts.add(part.strip()));
      }
      if (several >= 5
          && several * 4 >= column.distinct()
          && parts.size() <= MOST_WORDS
          && parts.size() < column.distinct()) {
        return Optional.of(separator);
      }
    }
    return Optional.empty();
  }

  /// Columns whose numbers are points: those that lie side by side with others of the same range,
  /// and single ones whose name says so.
  private static Map<String, Range> scales(List<ColumnFacts> columns) {
    Map<String, Range> scales = new LinkedHashMap<>();
    List<ColumnFacts> run = new ArrayList<>();
    for (ColumnFacts column : columns) {
      if (!mayJoin(run, column)) {
        close(run, scales);
        run.clear();
      }
      if (points(column).isPresent()) {
        run.add(column);
      }
    }
    close(run, scales);
    return scales;
  }

  private static boolean mayJoin(List<ColumnFacts> run, ColumnFacts column) {
    if (points(column).isEmpty()) {
      return false;
    }
    return run.isEmpty() || points(run.getFirst()).equals(points(column));
  }

  private static void close(List<ColumnFacts> run, Map<String, Range> scales) {
    for (ColumnFacts column : run) {
      ColumnFacts.Numbers numbers = column.numbers().orElseThrow();
      if (run.size() >= LEAST_IN_RUN) {
        int highest =
            (int)
                run.stream()
                    .mapToDouble(other -> other.numbers().orElseThrow().highest())
                    .max()
                    .orElseThrow();
        int lowest =
            (int)
                run.stream()
                    .mapToDouble(other -> other.numbers().orElseThrow().lowest())
                    .min()
                    .orElseThrow();
        scales.put(column.name(), new Range(lowest, highest, run.size()));
      } else if (SpokenName.has(column.spoken(), SCALE_WORDS)) {
        scales.put(column.name(), new Range((int) numbers.lowest(), (int) numbers.highest(), 1));
      }
    }
  }

  /// The top of the scale a column may be on: all of 1 to 4, 5, 6, 7, 9, 10 or 11 points from 0 or
  /// 1, where the top itself and most of the points are there.
  private static OptionalInt points(ColumnFacts column) {
    if (!column.isWholeNumbers()) {
      return OptionalInt.empty();
    }
    ColumnFacts.Numbers numbers = column.numbers().orElseThrow();
    int points = (int) (numbers.highest() - Math.min(1, numbers.lowest())) + 1;
    boolean fits =
        numbers.lowest() >= 0
            && numbers.lowest() <= 2
            && numbers.highest() >= 3
            && numbers.highest() <= 10
            && column.distinct() >= points - 1;
    return fits ? OptionalInt.of((int) numbers.highest()) : OptionalInt.empty();
  }

  private static AttributeGuess plain(
      Basis basis,
      AttributeDefinition.Type type,
      int lowest,
      int highest,
      String why,
      Optional<String> check) {
    return new AttributeGuess(basis, type, lowest, highest, Map.of(), "", why, check);
  }
}
