package io.kindred.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// What a table is read from, part by part: its files, or the one table of a database.
final class TableParts {
  private final DataFiles files;
  private final DatabaseTables databases;

  TableParts(Path folder) {
    this.files = new DataFiles(folder);
    this.databases = new DatabaseTables(folder);
  }

  /// One of them, which is opened when its turn comes.
  record Part(Supplier<Rows> opening) {
    Rows open() {
      return opening.get();
    }
  }

  List<Part> of(TableMapping table) {
    return switch (table.source()) {
      case TableSource.InFiles(List<String> names) ->
          files.matching(names).stream()
              .map(path -> new Part(() -> files.open(path, table.format())))
              .toList();
      case DuckDbTable duckDb -> List.of(new Part(() -> databases.open(duckDb)));
      case JdbcTable jdbc -> List.of(new Part(() -> databases.open(jdbc)));
    };
  }
}
