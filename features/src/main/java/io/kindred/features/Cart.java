package io.kindred.features;

import java.time.Instant;

/// A shopping cart that was filled, or left behind without an order.
///
/// @param value worth of what the cart held, in the data set's one currency, `>= 0`
public record Cart(String id, Instant time, Step step, double value) implements Event {
  public Cart {
    Checks.eventId(id);
    Checks.time(time);
    Checks.notNegative(value, "value of a cart", "leave the column out where it is unknown");
  }

  /// How far the cart had come.
  public enum Step {
    FILLED,
    ABANDONED
  }

  @Override
  public EventKind kind() {
    return switch (step) {
      case FILLED -> EventKind.CART_FILLED;
      case ABANDONED -> EventKind.CART_ABANDONED;
    };
  }
}
