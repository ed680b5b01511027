package io.kindred.features;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an attribute says.
public sealed interface AttributeValue {
  /// Larger numbers, later days, yes and words later in the alphabet come later: of two values
  /// learned at the same moment the later in this order holds, whichever arrived first.
  Comparator<AttributeValue> CANONICAL =
      Comparator.comparingDouble(AttributeValue::number).thenComparing(AttributeValue::word);

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

  /// Any number of words at once, such as interests; none is an answer too.
  record Words(SortedSet<String> values) implements AttributeValue {
    public Words {
      values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
      for (String value : values) {
        if (value.isBlank() || value.indexOf(SEPARATOR) >= 0) {
          throw new IllegalArgumentException(
              "attribute has a word that is blank or has a line break (expected words)");
        }
      }
    }

    /// Parts the words where they are written in one text; no word may contain it.
    public static final char SEPARATOR = '\n';

    /// The words as one text, in order.
    public String joined() {
      return String.join(String.valueOf(SEPARATOR), values);
    }

    /// Takes apart what {@link #joined()} gave.
    public static Words ofJoined(String joined) {
      return new Words(
          joined.isEmpty()
              ? new TreeSet<>()
              : new TreeSet<>(List.of(joined.split(String.valueOf(SEPARATOR)))));
    }
  }

  /// A calendar day, such as a birthday or a contract's end.
  record Day(LocalDate value) implements AttributeValue {
    public Day {
      if (value.getYear() < 1700 || value.getYear() > 2199) {
        throw new IllegalArgumentException(
            "attribute is %s (expected a day from 1700 to 2199)".formatted(value));
      }
    }
  }

  private static double number(AttributeValue value) {
    return switch (value) {
      case Quantity quantity -> quantity.value();
      case ScalePoint point -> point.value();
      case YesNo yesNo -> yesNo.value() ? 1 : 0;
      case Day day -> day.value().toEpochDay();
      case Category _, Words _ -> Double.NaN;
    };
  }

  private static String word(AttributeValue value) {
    return switch (value) {
      case Category category -> category.value();
      case Words words -> words.joined();
      case Quantity _, ScalePoint _, YesNo _, Day _ -> "";
    };
  }
}
