package io.kindred.features;

import java.time.Instant;
import java.util.List;

/// A purchase.
///
/// @param amount what the customer paid, in the data set's one currency, `>= 0`
/// @param items how many pieces were bought, `>= 0`
/// @param category the product category that most of the money went to; empty where unknown
/// @param channel where the order was placed, such as `web` or `store`; empty where unknown
/// @param discount the discount code used; empty for none
/// @param product the product that most of the money went to; empty where unknown
/// @param store the shop or branch; empty where unknown
/// @param lines what was bought, product by product, in canonical order; empty where only the whole
///   order is known
public record Order(
    String id,
    Instant time,
    double amount,
    double items,
    String category,
    String channel,
    String discount,
    String product,
    String store,
    List<OrderLine> lines)
    implements Event {
  public Order {
    Checks.eventId(id);
    Checks.time(time);
    Checks.notNegative(amount, "amount of an order", "use a return for money back");
    Checks.notNegative(items, "items of an order", "use a return for goods sent back");
    lines = lines.isEmpty() ? List.of() : lines.stream().sorted(OrderLine.CANONICAL).toList();
  }

  /// An order of which the product, the store and the lines are unknown.
  public Order(
      String id,
      Instant time,
      double amount,
      double items,
      String category,
      String channel,
      String discount) {
    this(id, time, amount, items, category, channel, discount, "", "", List.of());
  }

  @Override
  public EventKind kind() {
    return EventKind.ORDER;
  }
}
