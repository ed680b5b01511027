package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/// The days on which a customer bought, and what is left of each after that day's returns, as
/// {@link Trades} has it.
public final class PurchaseDays {
  private PurchaseDays() {}

  /// The value of each purchase day in `(after, until]`, in order.
  public static SortedMap<LocalDate, Double> between(
      History history, Instant after, Instant until, ZoneId zone) {
    Trades trades = new Trades();
    for (Event event : history.events()) {
      boolean isTrade = event.kind() == EventKind.ORDER || event.kind() == EventKind.RETURN;
      if (isTrade && event.time().isAfter(after) && !event.time().isAfter(until)) {
        int day = Math.toIntExact(LocalDate.ofInstant(event.time(), zone).toEpochDay());
        trades.add(day, event.kind() == EventKind.ORDER, EventFields.amount(event));
      }
    }
    SortedMap<LocalDate, Double> valueByDay = new TreeMap<>();
    for (int i = 0; i < trades.size(); i++) {
      if (trades.isPurchase(i)) {
        valueByDay.put(LocalDate.ofEpochDay(trades.day(i)), trades.left(i));
      }
    }
    return valueByDay;
  }
}
