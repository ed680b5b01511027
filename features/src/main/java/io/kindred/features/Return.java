package io.kindred.features;

import java.time.Instant;

/// Goods sent back or an order cancelled.
///
/// @param amount the money given back, in the data set's one currency, `>= 0`
/// @param items how many pieces came back, `>= 0`
public record Return(String id, Instant time, double amount, double items) implements Event {
  public Return {
    Checks.eventId(id);
    Checks.notNegative(amount, "amount of a return", "give the money returned as a positive sum");
    Checks.notNegative(items, "items of a return", "give the pieces returned as a positive count");
  }
}
