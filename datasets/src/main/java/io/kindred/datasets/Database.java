package io.kindred.datasets;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/// DuckDB in memory, locked to one file.
///
/// Nothing a user writes is ever run as SQL: names go in quoted, values as parameters. The locks
/// are a second door behind that.
final class Database {
  /// Files are read in a stream; this is for what is not, such as telling texts apart.
  private static final String MEMORY = "400MB";

  private Database() {}

  /// @param path the only file it may read or write
  static Connection lockedTo(Path path) throws SQLException {
    return lockedTo(List.of(path));
  }

  /// @param paths the only files it may read or write
  static Connection lockedTo(Collection<Path> paths) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("threads", "2");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET temp_directory = ''");
      statement.execute("SET allowed_paths = [%s]"
              .formatted(
                  paths.stream()
                      .map(path -> literal(path.toString()))
                      .collect(Collectors.joining(", "))));
      statement.execute("SET memory_limit = '%s'".formatted(MEMORY));
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
    properties.setProperty("threads", "2");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '%s'".formatted(MEMORY));
      // The file is written under another name first.
      statement.execute(
          "SET allowed_directories = [%s]"
              .formatted(literal(String.valueOf(file.getParent()))));
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// A name as an identifier.
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A text as a literal, where DuckDB takes no parameter.
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
