package io.kindred.datasets.generator;

import java.time.LocalDate;
import java.time.ZoneId;

/// Which synthetic customers, how many, and over which time.
///
/// @param customers 1 to 10,000,000; of businesses so many companies
/// @param seed equal seeds give equal customers, and the first hundred of a thousand are the same
///   as those of a hundred
/// @param firstDay customers join from this day on
/// @param lastDay the last day that is known; the day itself included
/// @param horizonDays how many days after it are generated as the future
/// @param twists what departs from the plain scenario
public record GeneratorOptions(
    Scenario scenario,
    int customers,
    long seed,
    LocalDate firstDay,
    LocalDate lastDay,
    int horizonDays,
    Twists twists) {
  public static final int MOST_CUSTOMERS = 10_000_000;
  static final int SHORTEST_HISTORY_DAYS = 120;
  private static final int LONGEST_HORIZON_DAYS = 3660;

  public GeneratorOptions {
    if (customers < 1 || customers > MOST_CUSTOMERS) {
      throw new IllegalArgumentException(
          "customers is %d (expected 1 to %d)".formatted(customers, MOST_CUSTOMERS));
    }
    if (firstDay.plusDays(SHORTEST_HISTORY_DAYS).isAfter(lastDay)) {
      throw new IllegalArgumentException(
          "the time from %s to %s is too short (expected at least %d days)"
              .formatted(firstDay, lastDay, SHORTEST_HISTORY_DAYS));
    }
    if (firstDay.isBefore(LocalDate.of(1970, 1, 1)) || lastDay.isAfter(LocalDate.of(2100, 1, 1))) {
      throw new IllegalArgumentException(
          "the time is from %s to %s (expected days from 1970 to 2099)"
              .formatted(firstDay, lastDay));
    }
    if (horizonDays < 1 || horizonDays > LONGEST_HORIZON_DAYS) {
      throw new IllegalArgumentException(
          "horizonDays is %d (expected 1 to %d)".formatted(horizonDays, LONGEST_HORIZON_DAYS));
    }
    if (twists.experiment() && firstDay.plusDays(horizonDays).isAfter(lastDay)) {
      throw new IllegalArgumentException(
          "an experiment of %d days does not fit between %s and %s (expected a shorter horizon)"
              .formatted(horizonDays, firstDay, lastDay));
    }
  }

  /// Eighteen months up to a day, and the 90 days after it, of the first demo's shop.
  public static GeneratorOptions eighteenMonths(int customers, long seed, LocalDate lastDay) {
    return eighteenMonths(Scenario.BASIC_SHOP, customers, seed, lastDay);
  }

  /// Eighteen months up to a day, and the 90 days after it, without twists.
  public static GeneratorOptions eighteenMonths(
      Scenario scenario, int customers, long seed, LocalDate lastDay) {
    return new GeneratorOptions(
        scenario, customers, seed, lastDay.plusDays(1).minusMonths(18), lastDay, 90, Twists.NONE);
  }

  public GeneratorOptions with(Twists others) {
    return new GeneratorOptions(scenario, customers, seed, firstDay, lastDay, horizonDays, others);
  }

  /// Where calendar days begin and end.
  public ZoneId zone() {
    return scenario.definition().zone();
  }

  /// Of every amount, as in ISO 4217.
  public String currency() {
    return scenario.definition().currency();
  }
}
