package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A cell of a table as the value of an attribute.
final class AttributeCell {
  private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1");
  private static final Set<String> NO = Set.of("no", "n", "false", "f", "0");
  private static final int MOST_KEPT = 10_000;

  private final Column column;
  private final AttributeMapping mapping;
  private final AttributeDefinition definition;
  private final Function<Row, String> text;
  private final Function<String, Optional<LocalDate>> day;
  private final String decimal;

  // Many rows say the same: a value is then made once.
  private final Map<String, AttributeValue> valueByText = new HashMap<>();

  AttributeCell(AttributeMapping mapping, Column column, Binding binding, String decimal) {
    this.column = column;
    this.mapping = mapping;
    this.definition = mapping.definition(column.name());
    this.text = binding.text(column);
    this.day = binding.day();
    this.decimal = decimal;
  }

  AttributeDefinition definition() {
    return definition;
  }

  /// What the cell says; none where it is blank.
  Optional<AttributeValue> value(Row row) {
    String written = text.apply(row);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    @Nullable AttributeValue known = valueByText.get(written);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<AttributeValue> value =
        definition.type() == AttributeDefinition.Type.MULTI_VALUE
            ? Optional.of(words(row, written))
            : value(row, mapping.words().getOrDefault(written, written));
    if (valueByText.size() < MOST_KEPT) {
      value.ifPresent(made -> valueByText.put(written, made));
    }
    return value;
  }

  private Optional<AttributeValue> value(Row row, String word) {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<AttributeValue> value =
        switch (definition.type()) {
          case NUMBER ->
              NumberText.number(word, decimal)
                  .filter(NumberText::isUsable)
                  .map(number -> new AttributeValue.Quantity(number.doubleValue()));
          case CATEGORY -> Optional.of(new AttributeValue.Category(word));
          case SCALE ->
              NumberText.number(word, decimal)
                  .filter(this::isOnScale)
                  .map(number -> new AttributeValue.ScalePoint(number.intValueExact()));
          case YES_NO -> yesOrNo(word).map(AttributeValue.YesNo::new);
          case MULTI_VALUE -> Optional.empty();
          case DATE -> day.apply(word).filter(AttributeCell::isDay).map(AttributeValue.Day::new);
        };
    if (value.isEmpty()) {
      throw row.problem(
          "column %s is \"%s\" (expected %s; say in the mapping what the file's words mean: words:"
                  .formatted(column.name(), Shown.text(word), expected())
              + " {...}, or which mean not known: format: {unknown: [...]})");
    }
    return value;
  }

  private AttributeValue words(Row row, String written) {
    SortedSet<String> words = new TreeSet<>();
    for (String part : written.split(Pattern.quote(mapping.separator()), -1)) {
      String stripped = part.strip();
      String word = mapping.words().getOrDefault(stripped, stripped).strip();
      if (word.indexOf(AttributeValue.Words.SEPARATOR) >= 0) {
        throw row.problem(
            "column %s has a word with a line break in it (expected words parted by %s; name another"
                    .formatted(column.name(), mapping.separator())
                + " separator in the mapping, or correct the cell)");
      }
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return new AttributeValue.Words(words);
  }

  private boolean isOnScale(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(definition.lowest())) >= 0
        && number.compareTo(BigDecimal.valueOf(definition.highest())) <= 0;
  }

  private static boolean isDay(LocalDate day) {
    return day.getYear() >= 1700 && day.getYear() <= 2199;
  }

  private static Optional<Boolean> yesOrNo(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  private String expected() {
    return switch (definition.type()) {
      case NUMBER -> "a finite number from -%1$s to %1$s".formatted(NumberText.LARGEST_TEXT);
      case CATEGORY -> "a word";
      case SCALE ->
          "a whole number from %d to %d".formatted(definition.lowest(), definition.highest());
      case YES_NO -> "yes or no";
      case MULTI_VALUE -> "words";
      case DATE ->
          "a day from 1700 to 2199, as timeFormat says or as in ISO 8601, such as 2010-12-01";
    };
  }
}
