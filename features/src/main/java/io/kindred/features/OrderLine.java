package io.kindred.features;

import java.util.Comparator;

/// One product of an order.
///
/// @param product the article's number or name; empty where unknown
/// @param category the product's category; empty where unknown
/// @param amount what was paid for the line, in the data set's one currency, `>= 0`
/// @param items how many pieces, `>= 0`
public record OrderLine(String product, String category, double amount, double items) {
  static final Comparator<OrderLine> CANONICAL =
      Comparator.comparing(OrderLine::product)
          .thenComparing(OrderLine::category)
          .thenComparingDouble(OrderLine::amount)
          .thenComparingDouble(OrderLine::items);

  public OrderLine {
    Checks.notNegative(amount, "amount of an order line", "use a return for money back");
    Checks.notNegative(items, "items of an order line", "use a return for goods sent back");
  }
}
