package io.kindred.datasets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The rows of a Parquet file or of a database's table, as a query gives them one after the other.
///
/// Only the columns that the mapping asked for are queried.
final class SqlRows implements Rows {
  /// So many rows are fetched at once; a driver might otherwise fetch all of them.
  private static final int FETCHED_AT_ONCE = 2_000;

  private final String shown;
  private final Connection connection;
  private final Origin origin;

  /// As the database has them; the header is without the blanks around them.
  private final List<String> names;

  /// Columns, from 0, of times with a zone.
  private final BitSet zoned = new BitSet();

  private final Header header;

  /// What is queried.
  ///
  /// @param from what stands behind FROM, with names quoted
  /// @param parameter stands in for the question mark in it
  /// @param microseconds the function that makes microseconds since 1970 of a time with a zone, for
  ///   a driver that gives such times by the machine's clock, where one hour a year is two
  /// @param refusal what is said where the database refuses
  record Origin(
      String from,
      Optional<String> parameter,
      SqlNames quoted,
      Optional<String> microseconds,
      Refusal refusal) {}

  /// Says in an error why a database refused.
  interface Refusal {
    DatasetException because(SQLException e);
  }

  /// @param connection closed with the rows
  SqlRows(String shown, Connection connection, Origin origin) {
    this.shown = shown;
    this.connection = connection;
    this.origin = origin;
    this.names = names();
    this.header = new Header(shown, names);
  }

  @Override
  public Header header() {
    return header;
  }

  @Override
  public void forEach(Consumer<Row> reader, Consumer<DatasetException> refused) {
    int[] wanted = header.wanted().stream().toArray();
    String columns =
        wanted.length == 0
            ? "1"
            : Arrays.stream(wanted).mapToObj(this::expression).collect(Collectors.joining(", "));
    try (PreparedStatement select = select(columns, "");
        ResultSet rows = select.executeQuery()) {
      List<SqlCells> cellsOf = new ArrayList<>();
      for (int i = 1; i <= wanted.length; i++) {
        cellsOf.add(
            inMicroseconds(wanted[i - 1])
                ? SqlCells.ofMicroseconds(i)
                : SqlCells.of(shown, rows.getMetaData(), i));
      }
      for (long ordinal = 1; rows.next(); ordinal++) {
        String[] cells = new String[names.size()];
        Arrays.fill(cells, "");
        for (int i = 0; i < wanted.length; i++) {
          cells[wanted[i]] = cellsOf.get(i).text(rows);
        }
        reader.accept(new Row(new RowPlace(shown, RowPlace.Unit.ROW, ordinal), ordinal, cells));
      }
    } catch (SQLException e) {
      throw origin.refusal().because(e);
    }
  }

  @Override
  public void close() {
    Database.close(shown, connection);
  }

  private List<String> names() {
    List<String> found = new ArrayList<>();
    try (PreparedStatement describe = select("*", " WHERE 1 = 0");
        ResultSet none = describe.executeQuery()) {
      ResultSetMetaData columns = none.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        found.add(columns.getColumnName(i));
        zoned.set(i - 1, SqlCells.hasZone(columns, i));
      }
    } catch (SQLException e) {
      throw origin.refusal().because(e);
    }
    return found;
  }

  private boolean inMicroseconds(int column) {
    return origin.microseconds().isPresent() && zoned.get(column);
  }

  private String expression(int column) {
    String name = origin.quoted().identifier(names.get(column));
    return inMicroseconds(column)
        ? "%s(%s)".formatted(origin.microseconds().orElseThrow(), name)
        : name;
  }

  private PreparedStatement select(String columns, String where) throws SQLException {
    PreparedStatement select =
        connection.prepareStatement(
            "SELECT " + columns + " FROM " + origin.from() + where,
            ResultSet.TYPE_FORWARD_ONLY,
            ResultSet.CONCUR_READ_ONLY);
    select.setFetchSize(FETCHED_AT_ONCE);
    if (origin.parameter().isPresent()) {
      select.setString(1, origin.parameter().get());
    }
    return select;
  }
}
