package io.kindred.datasets.infer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// How a column's values go together with another's, row by row.
final class Repetition {
  private Repetition() {}

  /// Whether all rows with one value in a column have one value in the other.
  ///
  /// @param rows which rows count
  static boolean decides(ColumnFacts column, ColumnFacts other, IntPredicate rows) {
    return share(column, row -> other.cell(row), rows) == 1;
  }

  /// Of the values that come in more than one row, the share for which the other is the same in all
  /// of them; 1 where no value comes twice.
  static double share(ColumnFacts column, IntFunction<String> other, IntPredicate rows) {
    Map<String, String> first = new HashMap<>();
    Map<String, Boolean> same = new HashMap<>();
    for (int row = 0; row < column.rows(); row++) {
      String value = column.cell(row);
      if (value.isEmpty() || !rows.test(row)) {
        continue;
      }
      String said = other.apply(row);
      String before = first.putIfAbsent(value, said);
      if (before != null) {
        same.merge(value, before.equals(said), Boolean::logicalAnd);
      }
    }
    return same.isEmpty()
        ? 1
        : (double) same.values().stream().filter(is -> is).count() / same.size();
  }

  /// Whether no value comes twice among the rows that count.
  static boolean isUnique(ColumnFacts column, IntPredicate rows) {
    Map<String, Integer> rowByValue = new HashMap<>();
    for (int row = 0; row < column.rows(); row++) {
      if (rows.test(row) && !column.cell(row).isEmpty()) {
        if (rowByValue.putIfAbsent(column.cell(row), row) != null) {
          return false;
        }
      }
    }
    return true;
  }

  static int count(int rows, IntPredicate which) {
    int count = 0;
    for (int row = 0; row < rows; row++) {
      count += which.test(row) ? 1 : 0;
    }
    return count;
  }
}
