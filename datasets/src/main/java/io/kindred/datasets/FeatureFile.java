package io.kindred.datasets;

import io.kindred.features.CustomerId;
import io.kindred.features.Purchases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// A file of feature rows, Parquet or CSV by its name, for whoever goes on in Python or SQL.
///
/// Its columns are `customer`, `as_of` (the day at whose end, where the customers live), the
/// features as single precision, unknown ones NULL, and with labels `purchase_days` and `spend`.
/// Rows go to a temporary database and from there to the file at the end, so that a file that is
/// there is whole.
public final class FeatureFile implements AutoCloseable {
  private static final String TABLE = "rows";

  private final Path file;
  private final Path part;
  private final Path database;
  private final boolean csv;
  private final boolean labels;
  private final Connection connection;
  private final DuckDBAppender appender;

  /// Refuses a file that cannot be written, before hours of work.
  ///
  /// @throws DatasetException where the name ends in neither `.parquet` nor `.csv`, the file is
  ///   there already, or its folder is not
  public static void check(Path file) {
    if (!isNamed(file, ".csv") && !isNamed(file, ".parquet")) {
      throw new DatasetException(
          "%s: the name does not say what kind of file to write (expected it to end in .parquet or .csv)"
              .formatted(file));
    }
    if (Files.exists(file)) {
      throw new DatasetException(
          "%s: the file is there already (expected a new one; name another, or remove it)"
              .formatted(file));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new DatasetException(
          "%s: no such folder to write into (expected one that is there; make it first)"
              .formatted(file));
    }
  }

  /// Begins a file.
  ///
  /// @param labels whether each row has what came after it
  /// @throws DatasetException where it cannot be written, as {@link #check} says
  public FeatureFile(Path file, List<String> features, boolean labels) {
    check(file);
    this.csv = isNamed(file, ".csv");
    this.file = file.toAbsolutePath();
    this.part = this.file.resolveSibling("." + file.getFileName() + ".part");
    this.labels = labels;
    try {
      this.database = Files.createTempDirectory("kindred-features-").resolve("rows.duckdb");
      this.connection = Database.writing(database, this.file);
      try (Statement create = connection.createStatement()) {
        create.execute("CREATE TABLE %s (%s)".formatted(TABLE, columns(features)));
      }
      this.appender = connection.unwrap(DuckDBConnection.class).createAppender(TABLE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Adds a row.
  ///
  /// @param purchases what came after; needed where the file has labels
  public void add(CustomerId customer, LocalDate asOf, float[] row, Optional<Purchases> purchases) {
    try {
      appender.beginRow();
      appender.append(customer.value());
      appender.append(asOf);
      for (float value : row) {
        if (Float.isNaN(value)) {
          appender.appendNull();
        } else {
          appender.append(value);
        }
      }
      if (labels) {
        appender.append(purchases.orElseThrow().days());
        appender.append(purchases.orElseThrow().value());
      }
      appender.endRow();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Writes the file.
  public void finish() {
    try {
      appender.close();
      try (Statement copy = connection.createStatement()) {
        copy.execute(
            "COPY %s TO %s (%s)"
                .formatted(
                    TABLE,
                    Database.literal(part.toString()),
                    csv ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd"));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write %s".formatted(file), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
      Files.deleteIfExists(part);
      try (Stream<Path> left = Files.list(database.getParent())) {
        for (Path path : left.toList()) {
          Files.delete(path);
        }
      }
      Files.delete(database.getParent());
    } catch (SQLException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove a temporary folder", e);
    }
  }

  private static boolean isNamed(Path file, String ending) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private String columns(List<String> features) {
    return Stream.of(
            Stream.of("customer VARCHAR", "as_of DATE"),
            features.stream().map(name -> Database.identifier(name) + " FLOAT"),
            labels ? Stream.of("purchase_days INTEGER", "spend DOUBLE") : Stream.<String>empty())
        .flatMap(part -> part)
        .collect(Collectors.joining(", "));
  }

  private DatasetException failed(SQLException e) {
    return new DatasetException(
        "%s: cannot be written (expected a folder that may be written to, with room; DuckDB says: %s)"
            .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
        e);
  }
}
