package io.kindred.features;

/// What an attribute says.
public sealed interface AttributeValue {

  /// A measured number.
  record Quantity(double value) implements AttributeValue {
    public Quantity {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "attribute is %s (expected a finite number; leave an unknown value out)"
                .formatted(value));
      }
    }
  }

  /// One of several words without an order.
  record Category(String value) implements AttributeValue {
    public Category {
      if (value.isBlank()) {
        throw new IllegalArgumentException(
            "attribute is blank (expected a word; leave an unknown value out)");
      }
    }
  }

  /// A point on an ordered scale, such as an answer from 1 to 5.
  record ScalePoint(int value) implements AttributeValue {}

  /// Yes or no.
  record YesNo(boolean value) implements AttributeValue {}
}
