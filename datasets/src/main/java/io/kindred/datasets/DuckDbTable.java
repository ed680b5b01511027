package io.kindred.datasets;

/// A table or view of a DuckDB file.
///
/// @param file from the data folder
public record DuckDbTable(String file, TableName table) implements TableSource {
  public DuckDbTable {
    if (file == null || file.isBlank()) {
      throw new IllegalArgumentException(
          "file is missing (expected the name of a DuckDB file such as shop.duckdb)");
    }
    if (table == null) {
      throw new IllegalArgumentException(
          "table is missing (expected the name of a table or view of the file)");
    }
  }
}
