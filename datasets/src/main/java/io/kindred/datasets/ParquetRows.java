package io.kindred.datasets;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Opens Parquet files, which are read through DuckDB.
final class ParquetRows {
  private ParquetRows() {}

  static Rows open(String file, Path path) {
    if (path.toString().matches(".*[*?\\[{].*")) {
      throw new DatasetException(
          "%s: DuckDB would take the name for a pattern (expected a path without * ? [ {; rename it)"
              .formatted(file));
    }
    Connection connection;
    try {
      connection = Database.lockedTo(path);
    } catch (SQLException e) {
      throw notParquet(file, e);
    }
    return Database.rows(
        file,
        connection,
        new SqlRows.Origin(
            "read_parquet(?)",
            Optional.of(path.toString()),
            Database.names(file),
            Database.MICROSECONDS,
            e -> notParquet(file, e)));
  }

  private static DatasetException notParquet(String file, SQLException e) {
    return new DatasetException(
        "%s: not readable as Parquet (expected a whole Parquet file; DuckDB says: %s)"
            .formatted(file, Database.firstLine(e)),
        e);
  }
}
