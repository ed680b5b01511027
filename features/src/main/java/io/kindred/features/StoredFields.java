package io.kindred.features;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which kinds of event have which columns in a stored history. It belongs to the format: an order
/// written here by name and number never changes, whatever becomes of the enums.
final class StoredFields {
  /// In the order of their columns.
  static final List<WordField> WORDS =
      List.of(
          WordField.CATEGORY,
          WordField.PRODUCT,
          WordField.CHANNEL,
          WordField.DISCOUNT,
          WordField.STORE,
          WordField.DEVICE,
          WordField.REFERRER,
          WordField.CAMPAIGN,
          WordField.PLAN,
          WordField.TOPIC,
          WordField.NAME);

  /// Kinds by the number they are stored as, the frequent ones first, as Rice's code likes it.
  static final List<EventKind> KINDS =
      List.of(
          EventKind.VISIT,
          EventKind.ORDER,
          EventKind.MESSAGE_SENT,
          EventKind.MESSAGE_OPENED,
          EventKind.CART_FILLED,
          EventKind.CART_ABANDONED,
          EventKind.MESSAGE_CLICKED,
          EventKind.RETURN,
          EventKind.SUBSCRIPTION_RENEWED,
          EventKind.SUPPORT_CONTACT,
          EventKind.CUSTOM,
          EventKind.SUBSCRIPTION_STARTED,
          EventKind.SUBSCRIPTION_CANCELLED);

  private static final Map<EventKind, Integer> KIND_NUMBERS = kindNumbers();
  private static final Map<WordField, Set<EventKind>> WITH_WORD = withWord();
  private static final Set<EventKind> WITHOUT_AMOUNT =
      EnumSet.of(
          EventKind.VISIT,
          EventKind.MESSAGE_SENT,
          EventKind.MESSAGE_OPENED,
          EventKind.MESSAGE_CLICKED,
          EventKind.SUPPORT_CONTACT);
  private static final Set<EventKind> WITH_QUANTITY =
      EnumSet.of(EventKind.ORDER, EventKind.RETURN, EventKind.VISIT);

  private StoredFields() {}

  /// What sorts of value attributes have, by the number they are stored as.
  enum ValueType {
    QUANTITY(0),
    CATEGORY(1),
    SCALE_POINT(2),
    YES_NO(3),
    WORDS(4),
    DAY(5);

    /// In the order of their numbers.
    static final List<ValueType> ALL = List.of(values());

    private final int number;

    ValueType(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    static ValueType of(AttributeValue value) {
      return switch (value) {
        case AttributeValue.Quantity _ -> QUANTITY;
        case AttributeValue.Category _ -> CATEGORY;
        case AttributeValue.ScalePoint _ -> SCALE_POINT;
        case AttributeValue.YesNo _ -> YES_NO;
        case AttributeValue.Words _ -> WORDS;
        case AttributeValue.Day _ -> DAY;
      };
    }
  }

  static int number(EventKind kind) {
    return Objects.requireNonNull(KIND_NUMBERS.get(kind));
  }

  static boolean has(WordField field, EventKind kind) {
    return Objects.requireNonNull(WITH_WORD.get(field)).contains(kind);
  }

  static boolean hasAmount(EventKind kind) {
    return !WITHOUT_AMOUNT.contains(kind);
  }

  static boolean hasQuantity(EventKind kind) {
    return WITH_QUANTITY.contains(kind);
  }

  private static Map<EventKind, Integer> kindNumbers() {
    Map<EventKind, Integer> numbers = new EnumMap<>(EventKind.class);
    for (int i = 0; i < KINDS.size(); i++) {
      numbers.put(KINDS.get(i), i);
    }
    return numbers;
  }

  private static Map<WordField, Set<EventKind>> withWord() {
    Map<WordField, Set<EventKind>> kinds = new EnumMap<>(WordField.class);
    for (WordField field : WORDS) {
      kinds.put(field, EnumSet.copyOf(field.kinds()));
    }
    return kinds;
  }
}
