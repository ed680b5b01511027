package io.kindred.features;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What happened: the kinds that features count and that a declared feature names.
public enum EventKind {
  ORDER,
  RETURN,
  VISIT,
  CART_FILLED,
  CART_ABANDONED,
  MESSAGE_SENT,
  MESSAGE_OPENED,
  MESSAGE_CLICKED,
  SUBSCRIPTION_STARTED,
  SUBSCRIPTION_RENEWED,
  SUBSCRIPTION_CANCELLED,
  SUPPORT_CONTACT,
  /// Any other kind, told apart by its name.
  CUSTOM;

  /// As people write it: `cart_filled`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EventKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
