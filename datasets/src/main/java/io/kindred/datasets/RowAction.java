package io.kindred.datasets;

/// Adds what a row of the current chunk says.
interface RowAction {
  /// Adds it.
  ///
  /// @param row its place in the chunk
  /// @param customer the number of whose row it is
  void apply(int row, int customer) throws NoFastWay;
}
