package io.kindred.features;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A word that an event carries, such as its channel.
public enum WordField {
  CATEGORY(0, EventKind.ORDER, EventKind.RETURN),
  PRODUCT(1, EventKind.ORDER, EventKind.RETURN),
  CHANNEL(
      2,
      EventKind.ORDER,
      EventKind.VISIT,
      EventKind.MESSAGE_SENT,
      EventKind.MESSAGE_OPENED,
      EventKind.MESSAGE_CLICKED,
      EventKind.SUPPORT_CONTACT),
  DISCOUNT(3, EventKind.ORDER),
  STORE(4, EventKind.ORDER),
  DEVICE(3, EventKind.VISIT),
  REFERRER(4, EventKind.VISIT),
  CAMPAIGN(3, EventKind.MESSAGE_SENT, EventKind.MESSAGE_OPENED, EventKind.MESSAGE_CLICKED),
  PLAN(
      0,
      EventKind.SUBSCRIPTION_STARTED,
      EventKind.SUBSCRIPTION_RENEWED,
      EventKind.SUBSCRIPTION_CANCELLED),
  TOPIC(3, EventKind.SUPPORT_CONTACT),
  NAME(0, EventKind.CUSTOM);

  /// How many words an event has at most.
  public static final int SLOTS = 5;

  private final int slot;
  private final int kinds;

  WordField(int slot, EventKind... kinds) {
    this.slot = slot;
    this.kinds = Kinds.of(Set.of(kinds)).bits();
  }

  /// Where the word stands among an event's words.
  public int slot() {
    return slot;
  }

  /// The kinds of event that carry it.
  public List<EventKind> kinds() {
    return Arrays.stream(EventKind.values())
        .filter(kind -> new Kinds(kinds).has(kind.code()))
        .toList();
  }

  /// As people write it: `channel`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WordField> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
  }
}
