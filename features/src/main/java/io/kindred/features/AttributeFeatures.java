package io.kindred.features;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Attributes as columns: numbers, scale points and yes/no as they are, a day as the days since
/// then, a word as one column per word.
final class AttributeFeatures {
  private AttributeFeatures() {}

  /// The columns of an attribute.
  ///
  /// @param words those of its words that have a column
  static List<FeatureDefinition> columns(AttributeDefinition attribute, Collection<String> words) {
    return hasWords(attribute)
        ? words.stream().map(word -> is(attribute, word)).toList()
        : List.of(of(attribute));
  }

  /// The column of this name less its beginning, such as `country=se`.
  static Optional<FeatureDefinition> named(
      String rest, Collection<AttributeDefinition> attributes) {
    for (AttributeDefinition attribute : attributes) {
      if (hasWords(attribute) && rest.startsWith(attribute.name() + "=")) {
        return Optional.of(is(attribute, rest.substring(attribute.name().length() + 1)));
      }
      if (!hasWords(attribute) && rest.equals(attribute.name())) {
        return Optional.of(of(attribute));
      }
    }
    return Optional.empty();
  }

  private static boolean hasWords(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case CATEGORY, MULTI_VALUE -> true;
      case NUMBER, SCALE, YES_NO, DATE -> false;
    };
  }

  private static FeatureDefinition of(AttributeDefinition attribute) {
    MeasurementScale scale =
        switch (attribute.type()) {
          case NUMBER, DATE -> MeasurementScale.CONTINUOUS;
          case SCALE -> MeasurementScale.ORDERED;
          case YES_NO -> MeasurementScale.YES_NO;
          case CATEGORY, MULTI_VALUE ->
              throw new IllegalStateException("an attribute of words has a column per word");
        };
    boolean isDate = attribute.type() == AttributeDefinition.Type.DATE;
    return new FeatureDefinition(
        new Feature(
            FeatureNames.ATTRIBUTE + attribute.name(),
            attribute.basis(),
            scale,
            unit(attribute),
            (isDate
                    ? "Days since %s, below 0 for a day to come; unknown until it is learned."
                    : "Attribute %s; unknown until it is learned.")
                .formatted(attribute.name())),
        fold -> {
          KnownAttributes known = fold.attributes();
          int index = known.indexOf(attribute);
          return isDate ? () -> fold.today() - known.number(index) : () -> known.number(index);
        });
  }

  /// The column that says whether an attribute is, or has among its words, this word.
  private static FeatureDefinition is(AttributeDefinition attribute, String word) {
    boolean several = attribute.type() == AttributeDefinition.Type.MULTI_VALUE;
    return new FeatureDefinition(
        new Feature(
            FeatureNames.ATTRIBUTE + attribute.name() + "=" + word,
            attribute.basis(),
            MeasurementScale.YES_NO,
            "yes_no",
            "Whether %s %s %s; unknown until it is learned."
                .formatted(attribute.name(), several ? "has" : "is", word)),
        fold -> {
          KnownAttributes known = fold.attributes();
          int index = known.indexOf(attribute);
          Vocabulary vocabulary = fold.vocabulary();
          int code = vocabulary.code(word);
          return () -> {
            if (!known.isKnown(index)) {
              return Double.NaN;
            }
            int said = known.word(index);
            boolean is =
                said == code
                    || (several
                        && AttributeValue.Words.ofJoined(vocabulary.word(said))
                            .values()
                            .contains(word));
            return is ? 1 : 0;
          };
        });
  }

  private static String unit(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case SCALE -> "%d to %d".formatted(attribute.lowest(), attribute.highest());
      case DATE -> "days";
      case NUMBER, CATEGORY, YES_NO, MULTI_VALUE ->
          attribute.type().name().toLowerCase(Locale.ROOT);
    };
  }
}
