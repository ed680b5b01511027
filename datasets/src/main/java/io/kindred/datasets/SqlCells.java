package io.kindred.datasets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes of the cells of one column of a result the text that a text file would have, whatever
/// their SQL type: a NULL is blank, a time with a zone is written in UTC, one without as it is.
interface SqlCells {
  String text(ResultSet row) throws SQLException;

  /// Of a column of any type but bytes.
  ///
  /// @param shown the table or file, for errors
  /// @param column from 1
  static SqlCells of(String shown, ResultSetMetaData result, int column) throws SQLException {
    if (hasZone(result, column)) {
      return new ZonedTimes(column);
    }
    return switch (result.getColumnType(column)) {
      case Types.TIMESTAMP -> new LocalTimes(column);
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          throw new DatasetException(
              "%s: column %s holds bytes, of type %s (expected text, numbers or dates; make text of"
                      .formatted(
                          shown,
                          Shown.text(result.getColumnName(column)),
                          result.getColumnTypeName(column))
                  + " them in a view, or map another column)");
      default -> row -> written(row.getObject(column));
    };
  }

  /// Of a column of microseconds since 1970.
  static SqlCells ofMicroseconds(int column) {
    return row -> {
      long microseconds = row.getLong(column);
      return row.wasNull() ? "" : Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS).toString();
    };
  }

  /// Whether a column is of moments. Some drivers say it only in the type's name: PostgreSQL's
  /// `timestamptz`, Snowflake's `TIMESTAMPLTZ`, which are not its `TIMESTAMPNTZ`.
  static boolean hasZone(ResultSetMetaData result, int column) throws SQLException {
    String typeName = result.getColumnTypeName(column).toLowerCase(Locale.ROOT);
    return switch (result.getColumnType(column)) {
      case Types.TIMESTAMP_WITH_TIMEZONE -> true;
      case Types.TIMESTAMP -> typeName.endsWith("tz") && !typeName.endsWith("ntz");
      default -> false;
    };
  }

  private static String written(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Timestamp time -> time.toLocalDateTime().toString();
      case OffsetDateTime time -> time.toInstant().toString();
      case java.sql.Date day -> day.toLocalDate().toString();
      default -> value.toString();
    };
  }

  /// Times of a clock without a zone.
  ///
  /// As `Timestamp` they would be of the machine's clock, which skips an hour in spring; some
  /// drivers know nothing else.
  final class LocalTimes implements SqlCells {
    private final int column;
    private boolean javaTime = true;

    private LocalTimes(int column) {
      this.column = column;
    }

    @Override
    public String text(ResultSet row) throws SQLException {
      if (javaTime) {
        try {
          return written(row.getObject(column, LocalDateTime.class));
        } catch (SQLException _) {
          javaTime = false;
        }
      }
      return written(row.getTimestamp(column));
    }
  }

  /// Moments.
  final class ZonedTimes implements SqlCells {
    private final int column;
    private boolean javaTime = true;

    private ZonedTimes(int column) {
      this.column = column;
    }

    @Override
    public String text(ResultSet row) throws SQLException {
      if (javaTime) {
        try {
          return written(row.getObject(column, OffsetDateTime.class));
        } catch (SQLException _) {
          javaTime = false;
        }
      }
      Timestamp time = row.getTimestamp(column);
      return time == null ? "" : time.toInstant().toString();
    }
  }
}
