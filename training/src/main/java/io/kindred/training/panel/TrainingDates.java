package io.kindred.training.panel;

import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The moments at which the training looks back and ahead.
///
/// @param asOf the last moment that anything may be known of
/// @param panel the moments that models learn from, latest first; the horizon of each ends by
///   `asOf`, so that the outcome of each is known
/// @param first when the first event of all was
public record TrainingDates(Instant asOf, List<Instant> panel, Instant first) {
  private static final int MOST_MOMENTS = 3;

  public TrainingDates {
    panel = List.copyOf(panel);
  }

  /// Up to three moments, half a horizon apart, each with at least as long a history before it as
  /// half the horizon.
  ///
  /// @throws IllegalArgumentException where the data do not reach back far enough for one
  public static TrainingDates of(
      List<Customer> customers, LocalDate lastDay, int horizonDays, ZoneId zone) {
    Instant asOf = AsOf.endOf(lastDay, zone);
    Instant first =
        customers.stream()
            .filter(customer -> !customer.history().events().isEmpty())
            .map(customer -> customer.history().events().getFirst().time())
            .filter(time -> !time.isAfter(asOf))
            .min(Instant::compareTo)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no customer has an event by %s (expected events such as orders; train a later date)"
                        .formatted(lastDay)));
    LocalDate firstDay = LocalDate.ofInstant(first, zone);
    int apart = Math.max(1, horizonDays / 2);
    List<Instant> panel = new ArrayList<>();
    LocalDate day = lastDay.minusDays(horizonDays);
    while (panel.size() < MOST_MOMENTS && ChronoUnit.DAYS.between(firstDay, day) >= apart) {
      panel.add(AsOf.endOf(day, zone));
      day = day.minusDays(apart);
    }
    if (panel.isEmpty()) {
      throw new IllegalArgumentException(
          "the data cover %d days up to %s, too few to learn what happens within %d days (expected"
                  .formatted(ChronoUnit.DAYS.between(firstDay, lastDay) + 1, lastDay, horizonDays)
              + " at least %d days; choose a shorter horizonDays or bring older events)"
                  .formatted(horizonDays + apart + 1));
    }
    return new TrainingDates(asOf, panel, first);
  }
}
