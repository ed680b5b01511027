package io.kindred.features;

import java.util.EnumSet;
import java.util.List;
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

  private static final int[] KIND_NUMBERS = kindNumbers();
  private static final boolean[][] HAS = has();
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
    QUANTITY,
    CATEGORY,
    SCALE_POINT,
    YES_NO,
    WORDS,
    DAY;

    static final List<ValueType> ALL = List.of(values());

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
    return KIND_NUMBERS[kind.ordinal()];
  }

  static boolean has(WordField field, EventKind kind) {
    return HAS[field.ordinal()][kind.ordinal()];
  }

  static boolean hasAmount(EventKind kind) {
    return !WITHOUT_AMOUNT.contains(kind);
  }

  static boolean hasQuantity(EventKind kind) {
    return WITH_QUANTITY.contains(kind);
  }

  private static int[] kindNumbers() {
    int[] numbers = new int[EventKind.values().length];
    for (EventKind kind : EventKind.values()) {
      numbers[kind.ordinal()] = KINDS.indexOf(kind);
    }
    return numbers;
  }

  private static boolean[][] has() {
    boolean[][] has = new boolean[WordField.values().length][EventKind.values().length];
    for (WordField field : WordField.values()) {
      field.kinds().forEach(kind -> has[field.ordinal()][kind.ordinal()] = true);
    }
    return has;
  }
}
