package io.kindred.features;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/// An event of any kind as a kind, two numbers and a few words: the one place where records become
/// columns.
final class EventFields {
  /// By what happened, leaving out id and time.
  static final Comparator<Event> ORDER = EventFields::compare;

  private EventFields() {}

  /// Money: what was paid, given back, in the cart, or an own event's value.
  static double amount(Event event) {
    return switch (event) {
      case Order order -> order.amount();
      case Return returned -> returned.amount();
      case Visit _, Message _, SupportContact _ -> 0;
      case Cart cart -> cart.value();
      case Subscription subscription -> subscription.amount();
      case CustomEvent custom -> custom.value();
      case LateEvent late -> amount(late.event());
    };
  }

  /// Pieces, or pages of a visit.
  static double quantity(Event event) {
    return switch (event) {
      case Order order -> order.items();
      case Return returned -> returned.items();
      case Visit visit -> visit.pages();
      case Cart _, Message _, Subscription _, SupportContact _, CustomEvent _ -> 0;
      case LateEvent late -> quantity(late.event());
    };
  }

  static List<OrderLine> lines(Event event) {
    return switch (event) {
      case Order order -> order.lines();
      case LateEvent late -> lines(late.event());
      case Return _, Visit _, Cart _, Message _, Subscription _, SupportContact _, CustomEvent _ ->
          List.of();
    };
  }

  /// The word in a slot of {@link WordField}; empty where there is none.
  static String word(Event event, int slot) {
    return switch (event) {
      case Order order ->
          switch (slot) {
            case 0 -> order.category();
            case 1 -> order.product();
            case 2 -> order.channel();
            case 3 -> order.discount();
            default -> order.store();
          };
      case Return returned ->
          switch (slot) {
            case 0 -> returned.category();
            case 1 -> returned.product();
            default -> "";
          };
      case Visit visit ->
          switch (slot) {
            case 2 -> visit.channel();
            case 3 -> visit.device();
            case 4 -> visit.referrer();
            default -> "";
          };
      case Message message ->
          switch (slot) {
            case 2 -> message.channel();
            case 3 -> message.campaign();
            default -> "";
          };
      case Subscription subscription -> slot == 0 ? subscription.plan() : "";
      case SupportContact contact ->
          switch (slot) {
            case 2 -> contact.channel();
            case 3 -> contact.topic();
            default -> "";
          };
      case CustomEvent custom -> slot == 0 ? custom.name() : custom.property(slot - 1);
      case Cart _ -> "";
      case LateEvent late -> word(late.event(), slot);
    };
  }

  private static int compare(Event one, Event other) {
    int order = one.kind().compareTo(other.kind());
    if (order == 0) {
      order = one.knownSince().compareTo(other.knownSince());
    }
    if (order == 0) {
      order = Double.compare(amount(one), amount(other));
    }
    if (order == 0) {
      order = Double.compare(quantity(one), quantity(other));
    }
    for (int slot = 0; order == 0 && slot < WordField.SLOTS; slot++) {
      order = word(one, slot).compareTo(word(other, slot));
    }
    return order == 0 ? compareLines(lines(one), lines(other)) : order;
  }

  private static int compareLines(List<OrderLine> some, List<OrderLine> others) {
    Iterator<OrderLine> otherLines = others.iterator();
    for (OrderLine line : some) {
      if (!otherLines.hasNext()) {
        return 1;
      }
      int order = OrderLine.CANONICAL.compare(line, otherLines.next());
      if (order != 0) {
        return order;
      }
    }
    return otherLines.hasNext() ? -1 : 0;
  }
}
