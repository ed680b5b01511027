package io.kindred.datasets;

import io.kindred.features.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every customer's number, from 0, by the digest of the id, from the customer columns of all
/// tables.
final class Customers {
  static final int LEFT_OUT = -2;

  private final LongCodes codes = new LongCodes(1 << 16);
  private final List<String> ids = new ArrayList<>();

  /// The customers' numbers of a chunk's rows, {@link #LEFT_OUT} where a row does not count; an id
  /// is looked at where its digest is new.
  ///
  /// Two ids of one digest of 63 bits would be taken for one customer: among a million customers
  /// the chance of that is about 1 in 20 million.
  ///
  /// @param text where the customer column is among what is selected
  void numbers(
      long[] digests, int rows, int[] numbers, TableMapping table, ChunkColumns columns, int text)
      throws NoFastWay {
    // A loop of its own, so that the look-ups, which miss the caches, go on side by side.
    for (int row = 0; row < rows; row++) {
      numbers[row] = codes.get(digests[row]);
    }
    boolean leavesOut = table.blankCustomers() == TableMapping.BlankCustomers.LEAVE_OUT;
    for (int row = 0; row < rows; row++) {
      if (numbers[row] == LongCodes.FREE || (numbers[row] == LEFT_OUT && !leavesOut)) {
        numbers[row] = number(digests[row], table, columns.text(text, row));
      }
    }
  }

  private int number(long digest, TableMapping table, Optional<String> written) throws NoFastWay {
    Optional<String> id =
        written.filter(text -> !text.isBlank() && !table.format().unknown().contains(text.strip()));
    if (id.isEmpty()) {
      leaveOut(digest, table);
      return LEFT_OUT;
    }
    int number = codes.putIfAbsent(digest, ids.size());
    if (number == ids.size()) {
      add(id.get());
    }
    return number;
  }

  String id(int number) {
    return ids.get(number);
  }

  private void add(String id) throws NoFastWay {
    if (!id.strip().equals(id) || id.length() > CustomerId.LONGEST) {
      throw new NoFastWay("an id has blanks around it or is long");
    }
    ids.add(id);
  }

  private void leaveOut(long digest, TableMapping table) throws NoFastWay {
    if (table.blankCustomers() == TableMapping.BlankCustomers.REFUSE) {
      throw new NoFastWay("a customer is blank");
    }
    codes.putIfAbsent(digest, LEFT_OUT);
  }
}
