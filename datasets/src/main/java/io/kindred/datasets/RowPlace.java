package io.kindred.datasets;

/// Where a row is: the line of a text file on which it begins, the header being line 1, or the
/// number of a row in a Parquet file or a database's table, from 1 in the order in which they came.
record RowPlace(String file, Unit unit, long number) {
  enum Unit {
    LINE,
    ROW
  }

  @Override
  public String toString() {
    return switch (unit) {
      case LINE -> file + ":" + number;
      case ROW -> file + " row " + number;
    };
  }
}
