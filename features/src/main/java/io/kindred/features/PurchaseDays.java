package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
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
    SortedMap<LocalDate, Double> valueByDay = new TreeMap<>();
    for (Event event : history.events()) {
      if (event instanceof Order order && isBetween(order, after, until)) {
        valueByDay.merge(LocalDate.ofInstant(order.time(), zone), order.amount(), Double::sum);
      }
    }
    Set<LocalDate> daysWithReturns = new HashSet<>();
    for (Event event : history.events()) {
      if (event instanceof Return returned && isBetween(returned, after, until)) {
        LocalDate day = LocalDate.ofInstant(returned.time(), zone);
        if (valueByDay.computeIfPresent(day, (_, value) -> value - returned.amount()) != null) {
          daysWithReturns.add(day);
        }
      }
    }
    valueByDay
        .entrySet()
        .removeIf(day -> day.getValue() <= 0 && daysWithReturns.contains(day.getKey()));
    return valueByDay;
  }

  private static boolean isBetween(Event event, Instant after, Instant until) {
    return event.time().isAfter(after) && !event.time().isAfter(until);
  }
}
