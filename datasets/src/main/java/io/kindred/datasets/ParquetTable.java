package io.kindred.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes a Parquet file of typed columns through a DuckDB file beside it, so that as many rows as
/// the disk holds can be written, and sorted, in bounded memory.
public final class ParquetTable implements TableWriter {
  /// Outside of Java's heap.
  private static final String MEMORY = "768MB";

  private static final String STAGED = "staged";

  private final Path path;
  private final Path stagingFile;
  private final List<Heading> headings;
  private final List<String> order;
  private final Connection connection;
  private final DuckDBAppender appender;
  private boolean inRow;
  private long rows;

  private ParquetTable(
      Path path,
      Path stagingFile,
      List<Heading> headings,
      List<String> order,
      Connection connection,
      DuckDBAppender appender) {
    this.path = path;
    this.stagingFile = stagingFile;
    this.headings = headings;
    this.order = order;
    this.connection = connection;
    this.appender = appender;
  }

  /// Begins the file; what is staged for it lies beside it until {@link #close()}.
  ///
  /// @param order the columns by which rows are sorted; none keeps them as they come
  public static ParquetTable create(Path path, List<Heading> headings, List<String> order) {
    Path stagingFile = path.resolveSibling(path.getFileName() + ".staged");
    try {
      Connection connection = connect(path, stagingFile);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            headings.stream()
                .map(heading -> Database.identifier(heading.name()) + " " + staged(heading.type()))
                .collect(Collectors.joining(", ", "CREATE TABLE %s(".formatted(STAGED), ")")));
        DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(STAGED);
        return new ParquetTable(path, stagingFile, headings, order, connection, appender);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw cannotWrite(path, e);
    }
  }

  @Override
  public void text(String text) {
    append(cells -> {
      if (text.isEmpty()) {
        cells.appendNull();
      } else {
        cells.append(text);
      }
    });
  }

  @Override
  public void number(double number) {
    append(cells -> {
      if (Double.isNaN(number)) {
        cells.appendNull();
      } else {
        cells.append(number);
      }
    });
  }

  @Override
  public void moment(Instant moment) {
    append(cells -> cells.append(moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1000));
  }

  @Override
  public void blank() {
    append(DuckDBAppender::appendNull);
  }

  @Override
  public void endRow() {
    try {
      appender.endRow();
      inRow = false;
      rows++;
    } catch (SQLException e) {
      throw cannotWrite(path, e);
    }
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public void finish() {
    try {
      appender.close();
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "COPY (SELECT %s FROM %s%s) TO %s (FORMAT parquet, USE_TMP_FILE false)"
                .formatted(
                    headings.stream().map(ParquetTable::selected).collect(Collectors.joining(", ")),
                    STAGED,
                    order.isEmpty()
                        ? ""
                        : order.stream()
                            .map(Database::identifier)
                            .collect(Collectors.joining(", ", " ORDER BY ", "")),
                    Database.literal(path.toString())));
      }
    } catch (SQLException e) {
      throw cannotWrite(path, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
      Files.deleteIfExists(stagingFile);
      Files.deleteIfExists(stagingFile.resolveSibling(stagingFile.getFileName() + ".wal"));
      Files.deleteIfExists(spill(stagingFile));
    } catch (SQLException e) {
      throw cannotWrite(path, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete %s".formatted(stagingFile), e);
    }
  }

  private interface Cell {
    void append(DuckDBAppender cells) throws SQLException;
  }

  private void append(Cell cell) {
    try {
      if (!inRow) {
        appender.beginRow();
        inRow = true;
      }
      cell.append(appender);
    } catch (SQLException e) {
      throw cannotWrite(path, e);
    }
  }

  private static Connection connect(Path path, Path stagingFile) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("threads", "2");
    properties.setProperty("memory_limit", MEMORY);
    properties.setProperty("temp_directory", spill(stagingFile).toString());
    Connection connection = DriverManager.getConnection("jdbc:duckdb:" + stagingFile, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET allowed_paths = [%s]".formatted(Database.literal(path.toString())));
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Path spill(Path stagingFile) {
    return stagingFile.resolveSibling(stagingFile.getFileName() + ".spilled");
  }

  /// Moments are staged as microseconds since 1970.
  private static String staged(Type type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case NUMBER -> "DOUBLE";
      case MOMENT -> "BIGINT";
    };
  }

  private static String selected(Heading heading) {
    String name = Database.identifier(heading.name());
    return switch (heading.type()) {
      case TEXT, NUMBER -> name;
      case MOMENT -> "make_timestamptz(%s) AS %s".formatted(name, name);
    };
  }

  private static UncheckedIOException cannotWrite(Path path, SQLException e) {
    return new UncheckedIOException(
        "cannot write %s".formatted(path),
        new IOException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e));
  }
}
