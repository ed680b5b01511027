package io.kindred.datasets;

import java.time.LocalDate;
import java.time.ZoneId;

/// How many synthetic customers, over which time.
///
/// @param customers 1 to 1,000,000
/// @param seed equal seeds give equal customers, and the first hundred of a thousand are the same
///   as those of a hundred
/// @param firstDay customers join from this day on
/// @param lastDay the last day that is known; the day itself included
/// @param horizonDays how many days after it are generated as the future
/// @param zone where calendar days begin and end
/// @param currency of every amount, as in ISO 4217
public record GeneratorOptions(
    int customers,
    long seed,
    LocalDate firstDay,
    LocalDate lastDay,
    int horizonDays,
    ZoneId zone,
    String currency) {
  static final int SHORTEST_HISTORY_DAYS = 120;
  private static final int MOST_CUSTOMERS = 1_000_000;

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
    if (horizonDays < 1) {
      throw new IllegalArgumentException(
          "horizonDays is %d (expected at least 1)".formatted(horizonDays));
    }
  }

  /// Eighteen months up to a day, and the 90 days after it, of a Swedish shop.
  public static GeneratorOptions eighteenMonths(int customers, long seed, LocalDate lastDay) {
    return new GeneratorOptions(
        customers,
        seed,
        lastDay.plusDays(1).minusMonths(18),
        lastDay,
        90,
        ZoneId.of("Europe/Stockholm"),
        "SEK");
  }
}
