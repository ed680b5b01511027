package io.kindred.training.macro;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.features.NearestName;
import io.kindred.models.segmentation.ColumnRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A condition as ranges of columns, of which one must hold.
///
/// Yes and no are parted at a half; a point of an ordered scale is what rounds to it; another
/// number is that one in single precision, as rows have it.
final class ConditionColumns {
  private static final float HALF = .5f;

  private final MacroName macro;
  private final MacroCondition condition;
  private final FeatureSchema schema;

  private ConditionColumns(MacroName macro, MacroCondition condition, FeatureSchema schema) {
    this.macro = macro;
    this.condition = condition;
    this.schema = schema;
  }

  /// The ranges, in the order in which their values are written.
  static List<ColumnRange> of(MacroName macro, MacroCondition condition, FeatureSchema schema) {
    ConditionColumns columns = new ConditionColumns(macro, condition, schema);
    return switch (Subject.of(condition.key(), schema.attributes())) {
      case Subject.OfWords words -> columns.words(words.beginning());
      case Subject.OfFeature(String feature, Optional<AttributeDefinition> attribute) ->
          columns.values(feature, attribute);
    };
  }

  private List<ColumnRange> words(String beginning) {
    return switch (condition.wanted()) {
      case Wanted.OneOf(List<String> texts) ->
          texts.stream().map(word -> yes(column(beginning, word))).toList();
      case Wanted.Between _ ->
          throw refusal("a range", "a word, or a list of words such as [SE, NO]");
    };
  }

  private List<ColumnRange> values(String name, Optional<AttributeDefinition> attribute) {
    int column = column(name);
    Feature feature = schema.features().get(column);
    return switch (condition.wanted()) {
      case Wanted.Between(double from, double below) -> {
        if (feature.scale() == MeasurementScale.YES_NO) {
          throw refusal("a range", "true or false");
        }
        yield List.of(new ColumnRange(column, (float) from, (float) below));
      }
      case Wanted.OneOf(List<String> texts) ->
          texts.stream()
              .map(text ->
                  switch (feature.scale()) {
                    case YES_NO -> yesOrNo(column, text);
                    case ORDERED -> point(column, text, attribute);
                    case CONTINUOUS, SKEWED -> number(column, text);
                  })
              .toList();
    };
  }

  private ColumnRange yesOrNo(int column, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> yes(column);
      case "false", "no" -> new ColumnRange(column, Float.NEGATIVE_INFINITY, HALF);
      default -> throw refusal("\"%s\"".formatted(text), "true or false");
    };
  }

  private ColumnRange point(int column, String text, Optional<AttributeDefinition> attribute) {
    float point = parsed(text);
    attribute
        .filter(scale -> point < scale.lowest() || point > scale.highest())
        .ifPresent(scale -> {
          throw refusal(
              text, "a whole number from %d to %d".formatted(scale.lowest(), scale.highest()));
        });
    if (point != Math.rint(point)) {
      throw refusal(text, "a whole number, or a range such as {from: 4}");
    }
    return new ColumnRange(column, point - HALF, point + HALF);
  }

  private ColumnRange number(int column, String text) {
    float number = parsed(text);
    return new ColumnRange(column, number, Math.nextUp(number));
  }

  private float parsed(String text) {
    String expected = "a number, or a range such as {from: 18, below: 30}";
    float number;
    try {
      number = (float) Double.parseDouble(text);
    } catch (NumberFormatException e) {
      IllegalArgumentException refusal = refusal("\"%s\"".formatted(text), expected);
      refusal.initCause(e);
      throw refusal;
    }
    if (!Float.isFinite(number)) {
      throw refusal(text, expected);
    }
    return number;
  }

  private static ColumnRange yes(int column) {
    return new ColumnRange(column, HALF, Float.POSITIVE_INFINITY);
  }

  private int column(String beginning, String word) {
    List<String> known =
        schema.names().stream()
            .filter(name -> name.startsWith(beginning))
            .map(name -> name.substring(beginning.length()))
            .toList();
    if (known.isEmpty() || known.contains(word)) {
      return column(beginning + word);
    }
    throw refusal(
        "\"%s\"".formatted(word),
        "one of %s; did you mean \"%s\"?"
            .formatted(
                String.join(", ", known), NearestName.to(word, known).orElse(known.getFirst())));
  }

  private int column(String feature) {
    int column = schema.names().indexOf(feature);
    if (column >= 0) {
      return column;
    }
    List<String> known =
        Stream.of(
                schema.attributes().stream().map(AttributeDefinition::name),
                Subject.familyNames(),
                schema.names().stream())
            .flatMap(names -> names)
            .toList();
    throw condition.refusal(
        macro,
        "asks for %s, which is neither an attribute nor a feature of these data (expected an attribute of the mapping or a feature of docs/features.md; did you mean %s?)"
            .formatted(
                condition.key(), NearestName.to(condition.key(), known).orElse("order_count")));
  }

  private IllegalArgumentException refusal(String wanted, String expected) {
    return condition.refusal(
        macro, "wants %s to be %s (expected %s)".formatted(condition.key(), wanted, expected));
  }
}
