package io.kindred.serving.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/// A table in plain text: columns as wide as their widest cell, numbers to the right.
public final class Table {
  private static final int GAP = 2;

  private final List<Column> columns;
  private final List<String[]> rows = new ArrayList<>();

  private Table(List<Column> columns) {
    this.columns = columns;
  }

  public static Table of(Column... columns) {
    return new Table(List.of(columns));
  }

  /// A column of words.
  public static Column words(String heading) {
    return new Column(heading, false);
  }

  /// A column of numbers.
  public static Column numbers(String heading) {
    return new Column(heading, true);
  }

  /// One heading, and on which side its cells stand.
  public record Column(String heading, boolean isNumber) {}

  /// Adds a row, one cell a column.
  public void add(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "row has %d cells (expected %d, one a column)".formatted(cells.length, columns.size()));
    }
    rows.add(cells.clone());
  }

  /// The lines, each with this indent.
  public String text(int indent) {
    String[] headings = columns.stream().map(Column::heading).toArray(String[]::new);
    int[] widths = new int[columns.size()];
    Arrays.setAll(widths, i ->
        Stream.concat(Stream.<String[]>of(headings), rows.stream())
            .mapToInt(row -> row[i].length())
            .max()
            .orElseThrow());
    Help.Column[] layout = new Help.Column[columns.size()];
    Arrays.setAll(layout, i -> {
      int left = i == 0 ? indent : GAP;
      return new Help.Column(widths[i] + left, left, Help.Column.Overflow.TRUNCATE);
    });
    Help.TextTable table =
        Help.TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), layout);
    Stream.concat(Stream.<String[]>of(headings), rows.stream())
        .forEach(row -> table.addRowValues(aligned(row, widths)));
    return table.toString();
  }

  private String[] aligned(String[] row, int[] widths) {
    String[] cells = row.clone();
    for (int i = 0; i < cells.length; i++) {
      if (columns.get(i).isNumber()) {
        cells[i] = " ".repeat(widths[i] - cells[i].length()) + cells[i];
      }
    }
    return cells;
  }
}
