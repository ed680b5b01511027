package io.kindred.training.panel;

import io.kindred.features.History;
import io.kindred.features.PurchaseDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;

/// What a customer did in `(as-of, as-of + horizon]`: the truth that predictions are held against.
///
/// @param purchaseDays days with a purchase
/// @param spend money left of those days after their returns, in the data set's currency
public record Outcome(int purchaseDays, double spend) {

  public static Outcome of(History history, Instant asOf, Instant until, ZoneId zone) {
    SortedMap<LocalDate, Double> days = PurchaseDays.between(history, asOf, until, zone);
    return new Outcome(days.size(), days.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  public boolean purchased() {
    return purchaseDays > 0;
  }
}
