package io.kindred.datasets;

import io.kindred.features.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every customer's id by its digest, from the customer columns of all tables.
final class Customers {
  private static final int LEFT_OUT = -2;

  private final LongCodes codes = new LongCodes(1 << 16);
  private final List<String> ids = new ArrayList<>();

  /// Whether a row counts; its customer's id is looked at where the digest is new.
  ///
  /// Two ids of one digest of 63 bits would be taken for one customer: among a million customers
  /// the chance of that is about 1 in 20 million.
  ///
  /// @param text where the customer column is among what is selected
  boolean counts(long digest, TableMapping table, ChunkColumns columns, int text, int row)
      throws NoFastWay {
    int code = codes.get(digest);
    if (code >= 0) {
      return true;
    }
    if (code == LEFT_OUT && table.blankCustomers() == TableMapping.BlankCustomers.LEAVE_OUT) {
      return false;
    }
    Optional<String> id =
        columns
            .text(text, row)
            .filter(written ->
                !written.isBlank() && !table.format().unknown().contains(written.strip()));
    if (id.isEmpty()) {
      leaveOut(digest, table);
      return false;
    }
    add(id.get(), digest);
    return true;
  }

  String id(long digest) {
    return ids.get(codes.get(digest));
  }

  private void add(String id, long digest) throws NoFastWay {
    if (!id.strip().equals(id) || id.length() > CustomerId.LONGEST) {
      throw new NoFastWay("an id has blanks around it or is long");
    }
    codes.putIfAbsent(digest, ids.size());
    ids.add(id);
  }

  private void leaveOut(long digest, TableMapping table) throws NoFastWay {
    if (table.blankCustomers() == TableMapping.BlankCustomers.REFUSE) {
      throw new NoFastWay("a customer is blank");
    }
    codes.putIfAbsent(digest, LEFT_OUT);
  }
}
