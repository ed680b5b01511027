package io.kindred.serving.service;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.FeatureSchema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Attributes from requests, every bad field of them told.
final class AttributeReader {
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
          });
      return Optional.empty();
    }
    return Optional.of(
        switch (definition.type()) {
          case NUMBER ->
              new AttributeValue.Quantity(
                  Numbers.value(message.getNumber(), place.field("number"), violations));
          case CATEGORY -> category(message, place, violations);
          case SCALE -> scalePoint(message, definition, place, violations);
          case MULTI_VALUE, DATE -> throw new UnsupportedOperationException();
          case YES_NO -> new AttributeValue.YesNo(message.getYesNo());
        });
  }

  private static AttributeValue category(
      io.kindred.v1.Attribute message, Place place, Violations violations) {
    if (message.getCategory().isBlank()) {
      violations.add(
          place.field("category"), "is blank (expected a word; leave an unknown attribute out)");
      return new AttributeValue.Category("missing");
    }
    return new AttributeValue.Category(message.getCategory());
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

  /// The case of `Attribute.value` that a type takes.
  private static String caseOf(AttributeDefinition.Type type) {
    return switch (type) {
      case NUMBER -> "NUMBER";
      case CATEGORY -> "CATEGORY";
      case SCALE -> "SCALE_POINT";
      case MULTI_VALUE, DATE -> throw new UnsupportedOperationException();
      case YES_NO -> "YES_NO";
    };
  }

  private static String expected(AttributeDefinition definition) {
    return switch (definition.type()) {
      case NUMBER -> "a number";
      case CATEGORY -> "a category";
      case SCALE ->
          "a scale_point from %d to %d".formatted(definition.lowest(), definition.highest());
      case MULTI_VALUE, DATE -> throw new UnsupportedOperationException();
      case YES_NO -> "a yes_no";
    };
  }
}
