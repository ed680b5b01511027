package io.kindred.datasets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One table: where its rows are, how they are written, and what they mean.
///
/// Its rows are in exactly one of `files`, `duckdb` and `jdbc`.
///
/// @param files file names, globs such as `orders-*.csv`, or folders, from the data folder
/// @param timeFormat how dates are written where it is not ISO 8601: a pattern such as `yyyyMMdd`,
///   `epoch_seconds` or `epoch_millis`
/// @param where filters which must all pass for a row to count at all
/// @param account the account whose contact the row's customer is; a blank cell says nothing
/// @param time when a row happened; needed where it makes events
/// @param knownSince when a row's attributes became known; `time` where it is left out
public record TableMapping(
    List<String> files,
    Optional<DuckDbTable> duckdb,
    Optional<JdbcTable> jdbc,
    TableFormat format,
    Optional<String> timeFormat,
    List<RowFilter> where,
    CustomerSource customer,
    Optional<Column> account,
    BlankCustomers blankCustomers,
    Optional<TimeSource> time,
    Optional<TimeSource> knownSince,
    Optional<EventMapping.Orders> orders,
    Optional<EventMapping.Returns> returns,
    Optional<EventMapping.Visits> visits,
    Optional<EventMapping.Carts> carts,
    Optional<EventMapping.Messages> messages,
    Optional<EventMapping.Subscriptions> subscriptions,
    Optional<EventMapping.Support> support,
    List<EventMapping.Custom> custom,
    List<AttributeMapping> attributes) {

  /// What becomes of a row that does not say whose it is.
  public enum BlankCustomers {
    /// It is an error.
    REFUSE,
    /// It is left out and counted.
    LEAVE_OUT
  }

  public TableMapping {
    files = files == null ? List.of() : List.copyOf(files);
    format = format == null ? TableFormat.PLAIN : format;
    where = where == null ? List.of() : List.copyOf(where);
    blankCustomers = blankCustomers == null ? BlankCustomers.REFUSE : blankCustomers;
    custom = custom == null ? List.of() : List.copyOf(custom);
    attributes = attributes == null ? List.of() : List.copyOf(attributes);
    List<TableSource> sources = sources(files, duckdb, jdbc);
    if (sources.size() != 1) {
      throw new IllegalArgumentException(
          "%s of files, duckdb and jdbc (expected exactly one; files is a file name, a glob such as"
                  .formatted(sources.isEmpty() ? "none" : "more than one")
              + " orders-*.csv, or a folder)");
    }
    if (customer == null) {
      throw new IllegalArgumentException(
          "customer is missing (expected the column with the customer's id, or {rowNumber: true}"
              + " where each row is a customer)");
    }
    if (account.isPresent() && customer instanceof CustomerSource.OfAccount) {
      throw new IllegalArgumentException(
          "account is given twice (expected it in customer where the rows are about accounts, beside"
              + " customer where they are about contacts)");
    }
    if (customer instanceof CustomerSource.RowNumber && jdbc.isPresent()) {
      throw new IllegalArgumentException(
          "customer is the row's number, but a database's rows are in no order (expected the column"
              + " with the customer's id)");
    }
    timeFormat.ifPresent(TimeText::check);
    List<EventMapping> events =
        events(orders, returns, visits, carts, messages, subscriptions, support, custom);
    if (events.isEmpty() && attributes.isEmpty() && account.isEmpty()) {
      throw new IllegalArgumentException(
          "the table says nothing about customers (expected at least one of orders, returns,"
              + " visits, carts, messages, subscriptions, support, custom, attributes, account)");
    }
    for (EventMapping event : events) {
      if (time.isEmpty() && event.time().isEmpty()) {
        throw new IllegalArgumentException(
            "time is missing (expected the column that says when each %s happened)"
                .formatted(event.kind()));
      }
    }
    if (!attributes.isEmpty() && time.isEmpty() && knownSince.isEmpty()) {
      throw new IllegalArgumentException(
          "knownSince is missing (expected a column, or a date such as 2010-12-01, from which on"
              + " the attributes were known)");
    }
  }

  /// Where its rows are.
  TableSource source() {
    return sources(files, duckdb, jdbc).getFirst();
  }

  private static List<TableSource> sources(
      List<String> files, Optional<DuckDbTable> duckdb, Optional<JdbcTable> jdbc) {
    return Stream.<Optional<? extends TableSource>>of(
            files.isEmpty() ? Optional.empty() : Optional.of(new TableSource.InFiles(files)),
            duckdb,
            jdbc)
        .<TableSource>flatMap(Optional::stream)
        .toList();
  }

  /// What its rows become.
  public List<EventMapping> events() {
    return events(orders, returns, visits, carts, messages, subscriptions, support, custom);
  }

  boolean namesAccounts() {
    return account.isPresent() || customer instanceof CustomerSource.OfAccount;
  }

  private static List<EventMapping> events(
      Optional<EventMapping.Orders> orders,
      Optional<EventMapping.Returns> returns,
      Optional<EventMapping.Visits> visits,
      Optional<EventMapping.Carts> carts,
      Optional<EventMapping.Messages> messages,
      Optional<EventMapping.Subscriptions> subscriptions,
      Optional<EventMapping.Support> support,
      List<EventMapping.Custom> custom) {
    return Stream.concat(
            Stream.<Optional<? extends EventMapping>>of(
                    orders, returns, visits, carts, messages, subscriptions, support)
                .<EventMapping>flatMap(Optional::stream),
            custom.stream())
        .toList();
  }
}
