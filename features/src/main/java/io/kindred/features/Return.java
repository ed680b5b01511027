package io.kindred.features;

import java.time.Instant;

/// Goods sent back or an order cancelled.
///
/// @param amount the money given back, in the data set's one currency, `>= 0`
/// @param items how many pieces came back, `>= 0`
/// @param category the product category that most of the money was for; empty where unknown
/// @param product the product that most of the money was for; empty where unknown
public record Return(
    String id, Instant time, double amount, double items, String category, String product)
    implements Event {
  public Return {
    Checks.eventId(id);
    Checks.time(time);
    Checks.notNegative(amount, "amount of a return", "give the money returned as a positive sum");
    Checks.notNegative(items, "items of a return", "give the pieces returned as a positive count");
  }

  /// A return of which the goods are unknown.
  public Return(String id, Instant time, double amount, double items) {
    this(id, time, amount, items, "", "");
  }

  @Override
  public EventKind kind() {
    return EventKind.RETURN;
  }
}
