package io.kindred.datasets;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes visits as a Parquet file of typed columns, through DuckDB.
final class VisitsParquet {
  private VisitsParquet() {}

  /// @param rows id, customer, time, channel and pages
  static void write(Path path, List<List<String>> rows) {
    try (Connection connection = Database.lockedTo(path);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE visits(
            visit_id VARCHAR, customer VARCHAR, seconds BIGINT, channel VARCHAR, pages INTEGER)
          """);
      try (DuckDBAppender appender =
          connection.unwrap(DuckDBConnection.class).createAppender("visits")) {
        for (List<String> row : rows) {
          appender.beginRow();
          appender.append(row.get(0));
          appender.append(row.get(1));
          appender.append(Instant.parse(row.get(2)).getEpochSecond());
          appender.append(row.get(3));
          appender.append(Integer.parseInt(row.get(4)));
          appender.endRow();
        }
      }
      statement.execute(
          """
          COPY (
            SELECT visit_id, customer, to_timestamp(seconds) AS time, channel, pages FROM visits
          ) TO %s (FORMAT parquet, USE_TMP_FILE false)
          """
              .formatted(Database.literal(path.toString())));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write visits as Parquet", e);
    }
  }
}
