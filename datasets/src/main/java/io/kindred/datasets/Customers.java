package io.kindred.datasets;

import io.kindred.features.CustomerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Every customer's id by its digest, from the customer columns of all tables.
final class Customers {
  private static final int LEFT_OUT = -2;

  private final LongCodes codes = new LongCodes(1 << 16);
  private final List<String> ids = new ArrayList<>();
  private boolean anyLeftOut;

  /// Takes note of a table's customers.
  ///
  /// @param text the customer column as text, in SQL
  void add(Connection connection, String relation, String text, TableMapping table)
      throws NoFastWay, SQLException {
    String select =
        "SELECT t, %s FROM (SELECT DISTINCT %s AS t FROM %s)"
            .formatted(ChunkColumns.digest("t"), text, relation);
    try (PreparedStatement statement = connection.prepareStatement(select);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String id = rows.getString(1);
        long digest = rows.getLong(2);
        if (id == null || id.isBlank() || table.format().unknown().contains(id.strip())) {
          leaveOut(digest, table);
        } else {
          add(id, digest);
        }
      }
    }
  }

  /// Whether rows with this digest name no customer, and the mapping says that they do not count.
  boolean isLeftOut(long digest) {
    return anyLeftOut && codes.get(digest) == LEFT_OUT;
  }

  String id(long digest) {
    return ids.get(codes.get(digest));
  }

  private void add(String id, long digest) throws NoFastWay {
    if (!id.strip().equals(id) || id.length() > CustomerId.LONGEST) {
      throw new NoFastWay("an id has blanks around it or is long");
    }
    int code = codes.putIfAbsent(digest, ids.size());
    if (code == ids.size()) {
      ids.add(id);
    } else if (code == LEFT_OUT || !ids.get(code).equals(id)) {
      throw new NoFastWay("two customers have one digest");
    }
  }

  private void leaveOut(long digest, TableMapping table) throws NoFastWay {
    if (table.blankCustomers() == TableMapping.BlankCustomers.REFUSE) {
      throw new NoFastWay("a customer is blank");
    }
    if (codes.putIfAbsent(digest, LEFT_OUT) != LEFT_OUT) {
      throw new NoFastWay("two customers have one digest");
    }
    anyLeftOut = true;
  }
}
