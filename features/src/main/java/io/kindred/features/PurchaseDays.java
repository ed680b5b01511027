package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/// The days on which a customer bought, and what is left of each after that day's returns.
///
/// A purchase day is a calendar day, where the customers live, with an order of which something is
/// left. An order cancelled the same day is no purchase; a gift of price 0 is one.
public final class PurchaseDays {
  private PurchaseDays() {}

  /// The value of each purchase day in `(after, until]`, in order.
  public static SortedMap<LocalDate, Double> between(
      History history, Instant after, Instant until, ZoneId zone) {
    SortedMap<LocalDate, Trade> trades = new TreeMap<>();
    for (Event event : history.events()) {
      boolean isTrade = event instanceof Order || event instanceof Return;
      if (isTrade && event.time().isAfter(after) && !event.time().isAfter(until)) {
        LocalDate day = LocalDate.ofInstant(event.time(), zone);
        trades.computeIfAbsent(day, _ -> new Trade()).add(event);
      }
    }
    SortedMap<LocalDate, Double> valueByDay = new TreeMap<>();
    trades.forEach((day, trade) -> {
      if (trade.isPurchase()) {
        valueByDay.put(day, trade.left());
      }
    });
    return valueByDay;
  }

  /// One day's orders and returns.
  private static final class Trade {
    /// What is left of sums of decimal amounts that cancel out: nothing, but for rounding.
    private static final double ROUNDING = 1e-9;

    private boolean ordered;
    private boolean returned;
    private double orderedValue;
    private double returnedValue;

    void add(Event event) {
      if (event instanceof Order order) {
        ordered = true;
        orderedValue += order.amount();
      } else if (event instanceof Return given) {
        returned = true;
        returnedValue += given.amount();
      }
    }

    boolean isPurchase() {
      return ordered && (!returned || left() > ROUNDING * orderedValue);
    }

    double left() {
      return Math.max(orderedValue - returnedValue, 0);
    }
  }
}
