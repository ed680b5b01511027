package io.kindred.datasets;

/// What says whose row it is.
public sealed interface CustomerSource {

  /// An id in a column.
  record InColumn(Column column) implements CustomerSource {}

  /// The id of an account in a column: the row is about the account itself.
  record OfAccount(Column column) implements CustomerSource {}

  /// Each row is a customer of its own and its number, from 1, the id.
  record RowNumber() implements CustomerSource {}
}
