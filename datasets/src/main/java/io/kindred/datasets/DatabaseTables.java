package io.kindred.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Opens tables of databases: for reading only, and as of one moment where the database can.
final class DatabaseTables {
  private final Path folder;

  /// @param folder where the mapping's file names begin
  DatabaseTables(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Rows open(DuckDbTable source) {
    Path file = folder.resolve(source.file()).normalize();
    if (!Files.isRegularFile(file)) {
      throw new DatasetException(
          "%s: no such file in %s (expected the DuckDB file with table %s; name another folder with the"
                  .formatted(source.file(), folder, Shown.text(source.table().name()))
              + " data, or correct file in the mapping)");
    }
    Connection connection;
    try {
      connection = Database.readOnly(file);
    } catch (SQLException e) {
      throw new DatasetException(
          "%s: not readable as a DuckDB file (expected one that no other program is writing to; DuckDB"
                  .formatted(source.file())
              + " says: %s)".formatted(Database.firstLine(e)),
          e);
    }
    String shown = "%s (%s)".formatted(Shown.text(source.table().name()), source.file());
    return rows(
        connection,
        shown,
        source.file(),
        source.table(),
        Optional.empty(),
        Database.MICROSECONDS,
        e ->
            new DatasetException(
                "%s: the table cannot be read (expected a table, or a view of tables in this file only,"
                        .formatted(shown)
                    + " since no other file is opened; DuckDB says: %s)"
                        .formatted(Database.firstLine(e)),
                e));
  }

  Rows open(JdbcTable source) {
    String place = source.table().place();
    String password = password(source).orElse("");
    Connection connection = connected(source, place, password);
    String product;
    try {
      product = connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      Database.close(place, connection);
      throw notConnected(source, place, password, e);
    }
    String shown = "%s (%s)".formatted(Shown.text(source.table().name()), product);
    return rows(
        connection,
        shown,
        product,
        source.table(),
        source.schema(),
        Optional.empty(),
        e ->
            new DatasetException(
                "%s: the table cannot be read (expected a table or view that the user may SELECT from,"
                        .formatted(shown)
                    + " and a connection that lasts; the database says: %s)"
                        .formatted(without(password, Database.firstLine(e)))));
  }

  private static Rows rows(
      Connection connection,
      String shown,
      String databaseShown,
      TableName table,
      Optional<String> schema,
      Optional<String> microseconds,
      SqlRows.Refusal refusal) {
    SqlRows.Origin origin;
    boolean found = false;
    try {
      SqlNames names = SqlNames.of(shown, connection.getMetaData());
      origin =
          new SqlRows.Origin(
              new TableLookup(connection, databaseShown).quoted(table, schema, names),
              Optional.empty(),
              names,
              microseconds,
              refusal);
      found = true;
    } catch (SQLException e) {
      throw refusal.because(e);
    } finally {
      if (!found) {
        Database.close(shown, connection);
      }
    }
    return Database.rows(shown, connection, origin);
  }

  private static Connection connected(JdbcTable source, String place, String password) {
    Driver driver;
    try {
      driver = DriverManager.getDriver(source.url());
    } catch (SQLException e) {
      throw new DatasetException(
          "%s: no driver for %s (expected a url of PostgreSQL, or the database's JDBC driver on the class"
                  .formatted(place, scheme(source.url()))
              + " path: put its jar's path into the environment variable KINDRED_CLASSPATH)",
          e);
    }
    Properties properties = new Properties();
    source.user().ifPresent(user -> properties.setProperty("user", user));
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    Connection connection;
    try {
      connection = driver.connect(source.url(), properties);
      if (connection == null) {
        throw new SQLException("the driver does not take this url");
      }
    } catch (SQLException e) {
      throw notConnected(source, place, password, e);
    }
    boolean prepared = false;
    try {
      forReading(connection);
      prepared = true;
      return connection;
    } catch (SQLException e) {
      throw notConnected(source, place, password, e);
    } finally {
      if (!prepared) {
        Database.close(place, connection);
      }
    }
  }

  /// One read-only transaction that sees the data as of its beginning, which also lets a driver
  /// fetch row by row.
  private static void forReading(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    connection.setReadOnly(true);
    if (database.supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }
    if (database.supportsTransactions()) {
      connection.setAutoCommit(false);
    }
  }

  private static DatasetException notConnected(
      JdbcTable source, String place, String password, SQLException e) {
    // The driver's exception goes no further: it may hold what was sent to it.
    return new DatasetException(
        "%s: no connection to %s (expected a database that answers there and takes the user and the"
                .formatted(place, scheme(source.url()))
            + " password%s; the driver says: %s)"
                .formatted(
                    source
                        .passwordEnvironment()
                        .map(variable -> " of the environment variable " + variable)
                        .or(() -> source.passwordFile().map(file -> " in the file " + file))
                        .orElse(", of which the mapping says nothing"),
                    without(password, Database.firstLine(e))));
  }

  private Optional<String> password(JdbcTable source) {
    if (source.passwordEnvironment().isPresent()) {
      String variable = source.passwordEnvironment().get();
      String password = System.getenv(variable);
      if (password == null || password.isEmpty()) {
        throw new DatasetException(
            "%s: the environment variable %s is not set (expected the database's password in it, as"
                    .formatted(source.table().place(), variable)
                + " passwordEnvironment says)");
      }
      return Optional.of(password);
    }
    return source
        .passwordFile()
        .map(name -> {
          Path file = folder.resolve(name).normalize();
          List<String> lines;
          try {
            lines = Files.readAllLines(file);
          } catch (IOException e) {
            throw new DatasetException(
                "%s: the file %s cannot be read (expected the database's password on its first line, as"
                        .formatted(source.table().place(), name)
                    + " passwordFile says)",
                e);
          }
          if (lines.isEmpty() || lines.getFirst().isEmpty()) {
            throw new DatasetException(
                "%s: the file %s is empty (expected the database's password on its first line, as"
                        .formatted(source.table().place(), name)
                    + " passwordFile says)");
          }
          return lines.getFirst();
        });
  }

  /// Such as `jdbc:postgresql:`, without what may not be for everyone.
  private static String scheme(String url) {
    int end = url.indexOf(':', "jdbc:".length());
    return end < 0 ? "jdbc:" : url.substring(0, end + 1);
  }

  private static String without(String password, String text) {
    return password.isEmpty() ? text : text.replace(password, "***");
  }
}
