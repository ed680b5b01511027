package io.kindred.datasets;

/// Adds what a row of the current chunk says.
interface RowAction {
  /// @param row its place in the chunk
  /// @param customer the digest of whose row it is
  void apply(int row, long customer) throws NoFastWay;
}
