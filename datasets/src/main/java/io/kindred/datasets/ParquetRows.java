package io.kindred.datasets;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file, read through DuckDB; every type becomes the text that a text file
/// would have.
final class ParquetRows implements Rows {
  private final String file;
  private final Path path;
  private final Connection connection;
  private final Header header;

  private ParquetRows(String file, Path path, Connection connection) throws SQLException {
    this.file = file;
    this.path = path;
    this.connection = connection;
    this.header = new Header(file, names());
  }

  static ParquetRows open(String file, Path path) {
    if (path.toString().matches(".*[*?\\[{].*")) {
      throw new DatasetException(
          "%s: DuckDB would take the name for a pattern (expected a path without * ? [ {; rename it)"
              .formatted(file));
    }
    try {
      Connection connection = Database.lockedTo(path);
      try {
        return new ParquetRows(file, path, connection);
      } catch (Throwable e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw notParquet(file, e);
    }
  }

  @Override
  public Header header() {
    return header;
  }

  @Override
  public void forEach(Consumer<Row> reader) {
    int[] wanted = header.wanted().stream().toArray();
    String columns =
        wanted.length == 0
            ? "1"
            : Arrays.stream(wanted)
                .mapToObj(index -> Database.identifier(header.names().get(index)))
                .collect(Collectors.joining(", "));
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + columns + " FROM read_parquet(?)")) {
      select.setString(1, path.toString());
      try (ResultSet rows = select.executeQuery()) {
        for (long ordinal = 1; rows.next(); ordinal++) {
          String[] cells = new String[header.names().size()];
          Arrays.fill(cells, "");
          for (int i = 0; i < wanted.length; i++) {
            cells[wanted[i]] = text(rows.getObject(i + 1));
          }
          reader.accept(new Row(new RowPlace(file, RowPlace.Unit.ROW, ordinal), ordinal, cells));
        }
      }
    } catch (SQLException e) {
      throw notParquet(file, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot close the database that read %s".formatted(file), e);
    }
  }

  private List<String> names() throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement describe =
        connection.prepareStatement("SELECT * FROM read_parquet(?) LIMIT 0")) {
      describe.setString(1, path.toString());
      try (ResultSet none = describe.executeQuery()) {
        for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
          names.add(none.getMetaData().getColumnName(i));
        }
      }
    }
    return names;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      // A time without a zone: JDBC dresses it as the machine's, and this takes that off again.
      case Timestamp time -> time.toLocalDateTime().toString();
      case OffsetDateTime time -> time.toInstant().toString();
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  private static DatasetException notParquet(String file, SQLException e) {
    return new DatasetException(
        "%s: not readable as Parquet (expected a whole Parquet file; DuckDB says: %s)"
            .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
        e);
  }
}
