package io.kindred.datasets;

import java.time.LocalDate;
import java.util.Optional;

/// How much was read, and how much was left out because the mapping says so.
///
/// @param files files read
/// @param rows rows in them, headers not counted
/// @param rowsFiltered rows that the mapping's filters left nothing of
/// @param rowsWithoutCustomer rows left out because they name no customer
/// @param duplicates events left out because the same event with the same content was there already
/// @param customers customers with at least one event or attribute
/// @param accounts how many accounts and contacts there are; none where nobody is a contact
/// @param events of customers and of their accounts, each once
/// @param firstDay the first event's day; none where there are only attributes
/// @param lastDay the last event's day
public record DatasetSummary(
    int files,
    long rows,
    long rowsFiltered,
    long rowsWithoutCustomer,
    long duplicates,
    int customers,
    AccountCounts accounts,
    EventCounts events,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay) {

  /// Accounts and their contacts.
  ///
  /// @param contactsWithoutAccount are left out where accounts are scored
  public record AccountCounts(int accounts, int contacts, int contactsWithoutAccount) {
    public static final AccountCounts NONE = new AccountCounts(0, 0, 0);
  }

  /// Events of each kind.
  public record EventCounts(
      long orders,
      long returns,
      long visits,
      long carts,
      long messages,
      long subscriptions,
      long supportContacts,
      long customEvents) {
    public long all() {
      return orders
          + returns
          + visits
          + carts
          + messages
          + subscriptions
          + supportContacts
          + customEvents;
    }
  }
}
