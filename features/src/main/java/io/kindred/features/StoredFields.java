package io.kindred.features;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

  /// By the place of the field and the number of the kind.
  private static final boolean[][] HAS_WORD = hasWord();

  private static final boolean[] HAS_AMOUNT =
      all(
          EnumSet.complementOf(
              EnumSet.of(
                  EventKind.VISIT,
                  EventKind.MESSAGE_SENT,
                  EventKind.MESSAGE_OPENED,
                  EventKind.MESSAGE_CLICKED,
                  EventKind.SUPPORT_CONTACT)));
  private static final boolean[] HAS_QUANTITY =
      all(EnumSet.of(EventKind.ORDER, EventKind.RETURN, EventKind.VISIT));

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

  /// Whether events of a kind, by its number, have a word of the field at a place in {@link
  /// #WORDS}.
  static boolean hasWord(int field, int kind) {
    return HAS_WORD[field][kind];
  }

  static boolean hasAmount(int kind) {
    return HAS_AMOUNT[kind];
  }

  static boolean hasQuantity(int kind) {
    return HAS_QUANTITY[kind];
  }

  private static Map<EventKind, Integer> kindNumbers() {
    Map<EventKind, Integer> numbers = new EnumMap<>(EventKind.class);
    for (int i = 0; i < KINDS.size(); i++) {
      numbers.put(KINDS.get(i), i);
    }
    return numbers;
  }

  private static boolean[][] hasWord() {
    boolean[][] has = new boolean[WORDS.size()][];
    for (int field = 0; field < has.length; field++) {
      has[field] = all(WORDS.get(field).kinds());
    }
    return has;
  }

  private static boolean[] all(Collection<EventKind> kinds) {
    boolean[] all = new boolean[KINDS.size()];
    kinds.forEach(kind -> all[number(kind)] = true);
    return all;
  }
}
