package io.kindred.datasets;

import java.util.List;

/// Where a table's rows are.
sealed interface TableSource permits TableSource.InFiles, DuckDbTable, JdbcTable {

  /// File names, globs such as `orders-*.csv`, or folders, from the data folder.
  record InFiles(List<String> names) implements TableSource {
    public InFiles {
      names = List.copyOf(names);
    }
  }
}
