package io.kindred.datasets;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// DuckDB in memory, locked to one file.
///
/// Nothing a user writes is ever run as SQL: names go in quoted, values as parameters. The locks
/// are a second door behind that, and the only one before a view that somebody else wrote.
final class Database {
  /// DuckDB's driver makes the same time of the two that the machine's clock shows in autumn.
  static final Optional<String> MICROSECONDS = Optional.of("epoch_us");

  /// Files are read in a stream; this is for what is not, such as telling texts apart.
  private static final String MEMORY = "400MB";

  private Database() {}

  /// @param path the only file it may read or write
  static Connection lockedTo(Path path) throws SQLException {
    return lockedTo(List.of(path));
  }

  /// @param paths the only files it may read or write
  static Connection lockedTo(Collection<Path> paths) throws SQLException {
    return locked(
        List.of(
            "SET allowed_paths = [%s]"
                .formatted(
                    paths.stream()
                        .map(path -> literal(path.toString()))
                        .collect(Collectors.joining(", ")))));
  }

  /// A DuckDB file, opened for reading only, as the current database; no other file is reached.
  static Connection readOnly(Path file) throws SQLException {
    // By default DuckDB calls a database like its file, and views in it may call it so.
    String stem = file.getFileName().toString().replaceFirst("\\..*$", "");
    String name = List.of("", "memory", "system", "temp").contains(stem) ? "source" : stem;
    return locked(
        List.of(
            "ATTACH %s AS %s (TYPE duckdb, READ_ONLY)"
                .formatted(literal(file.toString()), identifier(name)),
            "USE " + identifier(name)));
  }

  private static Connection locked(List<String> opening) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("threads", "1");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET temp_directory = ''");
      statement.execute("SET memory_limit = '%s'".formatted(MEMORY));
      for (String step : opening) {
        statement.execute(step);
      }
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// A database in a file of its own, which may write one other file.
  static Connection writing(Path database, Path file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("threads", "1");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '%s'".formatted(MEMORY));
      // The file is written under another name first.
      statement.execute(
          "SET allowed_directories = [%s]".formatted(literal(String.valueOf(file.getParent()))));
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// The rows of a query; the connection is closed with them, and also where they cannot be had.
  static Rows rows(String shown, Connection connection, SqlRows.Origin origin) {
    boolean open = false;
    try {
      Rows rows = new SqlRows(shown, connection, origin);
      open = true;
      return rows;
    } finally {
      if (!open) {
        close(shown, connection);
      }
    }
  }

  static void close(String shown, Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot close the database that read %s".formatted(shown), e);
    }
  }

  /// How DuckDB quotes.
  static SqlNames names(String shown) {
    return new SqlNames(shown, "\"");
  }

  /// What a database says, as far as a person reads.
  static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  /// A name as an identifier.
  static String identifier(String name) {
    return names("").identifier(name);
  }

  /// A text as a literal, where DuckDB takes no parameter.
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
