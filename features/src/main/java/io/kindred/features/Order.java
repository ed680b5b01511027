package io.kindred.features;

import java.time.Instant;

/// A purchase.
///
/// @param amount what the customer paid, in the data set's one currency, `>= 0`
/// @param items how many pieces were bought, `>= 0`
/// @param category the product category that most of the money went to; empty where unknown
/// @param channel where the order was placed, such as `web` or `store`; empty where unknown
/// @param discount the discount code used; empty for none
public record Order(
    String id,
    Instant time,
    double amount,
    double items,
    String category,
    String channel,
    String discount)
    implements Event {
  public Order {
    Checks.eventId(id);
    Checks.notNegative(amount, "amount of an order", "use a return for money back");
    Checks.notNegative(items, "items of an order", "use a return for goods sent back");
  }
}
