package io.kindred.serving.service;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.FeatureSchema;
import io.kindred.v1.Day;
import io.kindred.v1.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Attributes from requests, every bad field of them told.
final class AttributeReader {
  private static final int MOST_WORDS = 1_000;

  private final Map<String, AttributeDefinition> definitions = new LinkedHashMap<>();

  AttributeReader(FeatureSchema schema) {
    schema.attributes().forEach(attribute -> definitions.put(attribute.name(), attribute));
  }

  /// The attribute that a message holds; none where it has violations.
  Optional<Attribute> read(io.kindred.v1.Attribute message, Place place, Violations violations) {
    int before = violations.count();
    Instant knownSince = Instant.EPOCH;
    if (message.hasKnownSince()) {
      knownSince = Times.read(message.getKnownSince(), place.field("known_since"), violations);
    } else {
      violations.add(place.field("known_since"), "is missing (expected when it was learned)");
    }
    AttributeDefinition definition = definitions.get(message.getName());
    if (definition == null) {
      violations.addUnknownName(
          place.field("name"), "attribute", message.getName(), definitions.keySet());
      return Optional.empty();
    }
    Optional<AttributeValue> value = value(message, definition, place, violations);
    return violations.count() == before
        ? Optional.of(new Attribute(message.getName(), value.orElseThrow(), knownSince))
        : Optional.empty();
  }

  private static Optional<AttributeValue> value(
      io.kindred.v1.Attribute message,
      AttributeDefinition definition,
      Place place,
      Violations violations) {
    String expected = expected(definition);
    if (!message.getValueCase().name().equals(caseOf(definition.type()))) {
      violations.add(
          place.field("value"),
          switch (message.getValueCase()) {
            case VALUE_NOT_SET ->
                "is missing (expected %s; leave an unknown attribute out)".formatted(expected);
            case NUMBER -> "is a number (expected %s)".formatted(expected);
            case CATEGORY -> "is a category (expected %s)".formatted(expected);
            case SCALE_POINT -> "is a scale_point (expected %s)".formatted(expected);
            case YES_NO -> "is a yes_no (expected %s)".formatted(expected);
            case WORDS -> "is words (expected %s)".formatted(expected);
            case DAY -> "is a day (expected %s)".formatted(expected);
          });
      return Optional.empty();
    }
    return switch (definition.type()) {
      case NUMBER ->
          Optional.of(
              new AttributeValue.Quantity(
                  Numbers.value(message.getNumber(), place.field("number"), violations)));
      case CATEGORY ->
          Optional.of(
              new AttributeValue.Category(
                  Texts.required(
                      message.getCategory(),
                      place.field("category"),
                      "expected a word; leave an unknown attribute out",
                      violations)));
      case SCALE -> Optional.of(scalePoint(message, definition, place, violations));
      case YES_NO -> Optional.of(new AttributeValue.YesNo(message.getYesNo()));
      case MULTI_VALUE -> words(message.getWords(), place.field("words"), violations);
      case DATE -> day(message.getDay(), place.field("day"), violations);
    };
  }

  private static AttributeValue scalePoint(
      io.kindred.v1.Attribute message,
      AttributeDefinition definition,
      Place place,
      Violations violations) {
    int point = message.getScalePoint();
    if (point < definition.lowest() || point > definition.highest()) {
      violations.add(
          place.field("scale_point"), "is %d (expected %s)".formatted(point, expected(definition)));
    }
    return new AttributeValue.ScalePoint(point);
  }

  private static Optional<AttributeValue> words(Words message, Place place, Violations violations) {
    int before = violations.count();
    if (violations.addIfOver(MOST_WORDS, message.getValuesCount(), place.field("values"))) {
      return Optional.empty();
    }
    for (int i = 0; i < message.getValuesCount(); i++) {
      Place here = place.item("values", i);
      String word = message.getValues(i);
      Texts.required(word, here, "expected a word; leave it out where there is none", violations);
      if (word.indexOf(AttributeValue.Words.SEPARATOR) >= 0) {
        violations.add(here, "has a line break (expected a word)");
      }
    }
    return violations.count() == before
        ? Optional.of(new AttributeValue.Words(new TreeSet<>(message.getValuesList())))
        : Optional.empty();
  }

  private static Optional<AttributeValue> day(Day message, Place place, Violations violations) {
    try {
      LocalDate day = LocalDate.of(message.getYear(), message.getMonth(), message.getDay());
      return Optional.of(new AttributeValue.Day(day));
    } catch (DateTimeException | IllegalArgumentException _) {
      violations.add(
          place,
          "is year %d, month %d, day %d (expected a day of the calendar in the years 1700 to 2199)"
              .formatted(message.getYear(), message.getMonth(), message.getDay()));
      return Optional.empty();
    }
  }

  /// The case of `Attribute.value` that a type takes.
  private static String caseOf(AttributeDefinition.Type type) {
    return switch (type) {
      case NUMBER -> "NUMBER";
      case CATEGORY -> "CATEGORY";
      case SCALE -> "SCALE_POINT";
      case YES_NO -> "YES_NO";
      case MULTI_VALUE -> "WORDS";
      case DATE -> "DAY";
    };
  }

  private static String expected(AttributeDefinition definition) {
    return switch (definition.type()) {
      case NUMBER -> "a number";
      case CATEGORY -> "a category";
      case SCALE ->
          "a scale_point from %d to %d".formatted(definition.lowest(), definition.highest());
      case YES_NO -> "a yes_no";
      case MULTI_VALUE -> "words";
      case DATE -> "a day";
    };
  }
}
