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

  /// @param shown how errors name it
  record Part(String shown, Supplier<Rows> opening) {
    Rows open() {
      return opening.get();
    }
  }

  List<Part> of(TableMapping table) {
    return switch (table.source()) {
      case TableSource.InFiles(List<String> names) ->
          files.matching(names).stream()
              .map(path -> new Part(files.shown(path), () -> files.open(path, table.format())))
              .toList();
      case DuckDbTable duckDb -> List.of(new Part(duckDb.file(), () -> databases.open(duckDb)));
      case JdbcTable jdbc -> List.of(new Part(jdbc.table().name(), () -> databases.open(jdbc)));
    };
  }
}
