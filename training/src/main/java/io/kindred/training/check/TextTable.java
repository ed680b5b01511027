package io.kindred.training.check;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells with two blanks between columns, each column to the left or to the right.
public final class TextTable {
  private final String[] sides;
  private final List<String[]> rows = new ArrayList<>();

  /// @param sides `<` for words, `>` for numbers
  public TextTable(String... sides) {
    this.sides = sides.clone();
  }

  public void row(String... cells) {
    if (cells.length != sides.length) {
      throw new IllegalArgumentException(
          "%d cells (expected %d, as many as columns)".formatted(cells.length, sides.length));
    }
    rows.add(cells.clone());
  }

  public List<String> lines() {
    int[] widths = new int[sides.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        String blanks = " ".repeat(widths[i] - row[i].length());
        line.append(i == 0 ? "" : "  ")
            .append(sides[i].equals(">") ? blanks + row[i] : row[i] + blanks);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
