package io.kindred.features;

/// What values an attribute may take, and what kind of knowledge it is.
///
/// @param type decides which {@link AttributeValue} it takes
/// @param lowest the scale's lowest point; only for {@link Type#SCALE}
/// @param highest the scale's highest point; only for {@link Type#SCALE}
public record AttributeDefinition(String name, Basis basis, Type type, int lowest, int highest) {
  public AttributeDefinition {
    if (name.isBlank()) {
      throw new IllegalArgumentException("attribute name is blank (expected a word)");
    }
    if (name.contains("=")) {
      throw new IllegalArgumentException(
          "attribute name is %s (expected no '=', which parts a name from a word in a feature's name)"
              .formatted(name));
    }
    if (type == Type.SCALE && lowest >= highest) {
      throw new IllegalArgumentException(
          "scale of attribute %s runs from %d to %d (expected lowest < highest)"
              .formatted(name, lowest, highest));
    }
  }

  /// The kinds of value an attribute can have.
  public enum Type {
    NUMBER,
    CATEGORY,
    SCALE,
    YES_NO,
    /// Any number of words at once.
    MULTI_VALUE,
    /// A calendar day; its feature is the days since then, below 0 for a day to come.
    DATE
  }

  /// Refuses a value of another type, or beyond the scale's ends.
  public void check(AttributeValue value) {
    boolean fits =
        switch (value) {
          case AttributeValue.Quantity _ -> type == Type.NUMBER;
          case AttributeValue.Category _ -> type == Type.CATEGORY;
          case AttributeValue.YesNo _ -> type == Type.YES_NO;
          case AttributeValue.Words _ -> type == Type.MULTI_VALUE;
          case AttributeValue.Day _ -> type == Type.DATE;
          case AttributeValue.ScalePoint point ->
              type == Type.SCALE && lowest <= point.value() && point.value() <= highest;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "attribute %s is %s (expected %s)".formatted(name, text(value), expected()));
    }
  }

  private static String text(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Quantity quantity -> String.valueOf(quantity.value());
      case AttributeValue.Category category -> "'" + category.value() + "'";
      case AttributeValue.ScalePoint point -> "scale point " + point.value();
      case AttributeValue.YesNo yesNo -> yesNo.value() ? "yes" : "no";
      case AttributeValue.Words words -> "'" + String.join("', '", words.values()) + "'";
      case AttributeValue.Day day -> day.value().toString();
    };
  }

  private String expected() {
    return switch (type) {
      case NUMBER -> "a number";
      case CATEGORY -> "a word";
      case SCALE -> "a whole number from %d to %d".formatted(lowest, highest);
      case YES_NO -> "yes or no";
      case MULTI_VALUE -> "any number of words";
      case DATE -> "a calendar day";
    };
  }
}
