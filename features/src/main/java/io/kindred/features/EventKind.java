package io.kindred.features;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What happened: the kinds that features count and that a declared feature names.
public enum EventKind {
  ORDER(0),
  RETURN(1),
  VISIT(2),
  CART_FILLED(3),
  CART_ABANDONED(4),
  MESSAGE_SENT(5),
  MESSAGE_OPENED(6),
  MESSAGE_CLICKED(7),
  SUBSCRIPTION_STARTED(8),
  SUBSCRIPTION_RENEWED(9),
  SUBSCRIPTION_CANCELLED(10),
  SUPPORT_CONTACT(11),
  /// Any other kind, told apart by its name.
  CUSTOM(12);

  private static final EventKind[] BY_CODE = values();

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  /// Its number in columns, from 0.
  public int code() {
    return code;
  }

  /// The kind of a number.
  public static EventKind ofCode(int code) {
    return BY_CODE[code];
  }

  /// As people write it: `cart_filled`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EventKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
