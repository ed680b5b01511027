package io.kindred.datasets;

import java.time.LocalDate;
import java.util.Optional;

/// How much was read, and how much was left out because the mapping says so.
///
/// @param files files read
/// @param rows rows in them, headers not counted
/// @param rowsFiltered rows that the mapping's filters left nothing of
/// @param rowsWithoutCustomer rows left out because they name no customer
/// @param customers customers with at least one event or attribute
/// @param firstDay the first event's day; none where there are only attributes
/// @param lastDay the last event's day
public record DatasetSummary(
    int files,
    long rows,
    long rowsFiltered,
    long rowsWithoutCustomer,
    int customers,
    EventCounts events,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay) {

  /// Events of each kind.
  public record EventCounts(long orders, long returns, long visits, long carts, long messages) {
    public long all() {
      return orders + returns + visits + carts + messages;
    }
  }
}
