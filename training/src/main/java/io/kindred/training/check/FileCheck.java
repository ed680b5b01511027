package io.kindred.training.check;

import io.kindred.datasets.RawTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks at files as they lie there, whatever the mapping makes of them.
final class FileCheck {
  private static final int LEAST_ROWS = 20;

  private FileCheck() {}

  static List<CheckReport.FileFacts> of(List<RawTable> tables) {
    return tables.stream().map(FileCheck::facts).toList();
  }

  private static CheckReport.FileFacts facts(RawTable table) {
    List<CheckReport.ColumnFacts> columns = new ArrayList<>();
    for (RawTable.RawColumn column : table.columns()) {
      Set<String> different = new HashSet<>(column.cells());
      boolean anyBlank = different.remove("");
      long blank = anyBlank ? column.cells().stream().filter(String::isEmpty).count() : 0;
      columns.add(
          new CheckReport.ColumnFacts(
              column.name(),
              table.rows() == 0 ? 0 : (double) blank / table.rows(),
              different.size(),
              remark(table.rows(), blank, different)));
    }
    return new CheckReport.FileFacts(
        table.file(), table.rows(), table.whole(), repeatedRows(table), columns);
  }

  private static String remark(int rows, long blank, Set<String> different) {
    if (rows < LEAST_ROWS) {
      return "";
    }
    if (different.isEmpty()) {
      return "always blank";
    }
    if (different.size() == 1 && blank == 0) {
      return "the same in every row";
    }
    long known = rows - blank;
    boolean words = different.stream().limit(100).anyMatch(text -> !text.matches("[+-]?[\\d.,]+"));
    return different.size() == known && known > LEAST_ROWS && words ? "different in every row" : "";
  }

  /// Rows are compared by their cells' texts, through 64 bits of each row: of ten million rows,
  /// about one in a hundred thousand files would be told one repetition too many.
  private static long repeatedRows(RawTable table) {
    Set<Long> seen = new HashSet<>();
    long repeated = 0;
    for (int row = 0; row < table.rows(); row++) {
      long digest = 1125899906842597L;
      for (RawTable.RawColumn column : table.columns()) {
        String cell = column.cells().get(row);
        for (int i = 0; i < cell.length(); i++) {
          digest = 31 * digest + cell.charAt(i);
        }
        digest = mixed(digest + 0x9E3779B97F4A7C15L);
      }
      if (!seen.add(digest)) {
        repeated++;
      }
    }
    return repeated;
  }

  /// The finalizer of splitmix64 (Steele, Lea & Flood 2014).
  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
