package io.kindred.datasets;

import java.time.Instant;

/// Writes a table row by row, cell by cell from the left, holding none of them.
public sealed interface TableWriter extends AutoCloseable permits CsvTable, ParquetTable {

  /// A column of the table.
  record Heading(String name, Type type) {}

  /// What a column's cells are.
  enum Type {
    TEXT,
    NUMBER,
    MOMENT
  }

  /// A word; an empty one leaves the cell blank.
  void text(String text);

  /// A number; NaN leaves the cell blank.
  void number(double number);

  void moment(Instant moment);

  /// Leaves the cell blank.
  void blank();

  void endRow();

  /// How many rows have been written.
  long rows();

  /// Finishes the file, which before may not be there.
  void finish();

  /// Lets go of what it holds; a file that is not finished is worth nothing.
  @Override
  void close();
}
