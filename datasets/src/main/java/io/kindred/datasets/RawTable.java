package io.kindred.datasets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The cells of one file as text, before anything is said of what they mean.
///
/// @param file its name from the data folder on
/// @param whole whether all its rows are here, and not only the first
/// @param unreadable what is wrong with the first row that is not here, where one cannot be read
public record RawTable(
    String file, List<RawColumn> columns, int rows, boolean whole, Optional<String> unreadable) {
  public RawTable {
    columns = List.copyOf(columns);
  }

  /// One column: every cell without the blanks around it.
  public record RawColumn(String name, List<String> cells) {}

  /// The data files in a folder and the folders in it, by name; or the one file that is meant.
  ///
  /// @throws DatasetException where there are none
  public static List<Path> filesIn(Path folderOrFile) {
    return List.copyOf(DataFiles.dataFilesIn(folderOrFile));
  }

  /// Reads as many rows as make `mostCells` cells, where the file has more.
  ///
  /// Columns without a name, or with one that several have, are left out: no mapping can name them.
  ///
  /// @throws DatasetException where not even the header can be read
  public static RawTable read(Path folder, Path file, TableFormat format, int mostCells) {
    DataFiles files = new DataFiles(folder);
    try (Rows rows = files.open(file, format)) {
      return new Reading(files.shown(file), rows, mostCells).table();
    }
  }

  /// Every file, and every table of a database, that a mapping names.
  public static List<RawTable> ofMapping(DatasetMapping mapping, Path folder, int mostCells) {
    DataFiles files = new DataFiles(folder);
    DatabaseTables databases = new DatabaseTables(folder);
    Set<Path> read = new HashSet<>();
    List<RawTable> tables = new ArrayList<>();
    for (TableMapping table : mapping.tables()) {
      List<String> unknown = table.format().unknown();
      switch (table.source()) {
        case TableSource.InFiles(List<String> names) -> {
          for (Path file : files.matching(names)) {
            if (read.add(file)) {
              tables.add(read(folder, file, table.format(), mostCells).without(unknown));
            }
          }
        }
        case DuckDbTable duckDb ->
            tables.add(ofDatabase(databases.open(duckDb), mostCells).without(unknown));
        case JdbcTable jdbc ->
            tables.add(ofDatabase(databases.open(jdbc), mostCells).without(unknown));
      }
    }
    return List.copyOf(tables);
  }

  private static RawTable ofDatabase(Rows opened, int mostCells) {
    try (Rows rows = opened) {
      return new Reading(rows.header().file(), rows, mostCells).table();
    }
  }

  /// The same with these words read as blanks.
  private RawTable without(List<String> unknown) {
    Set<String> words = Set.copyOf(unknown);
    return words.isEmpty()
        ? this
        : new RawTable(
            file,
            columns.stream()
                .map(column ->
                    new RawColumn(
                        column.name(),
                        column.cells().stream()
                            .map(cell -> words.contains(cell) ? "" : cell)
                            .toList()))
                .toList(),
            rows,
            whole,
            unreadable);
  }

  private static final class Reading {
    private static final int FIRST_ROWS = 1024;

    private final String file;
    private final Rows rows;
    private final List<String> names = new ArrayList<>();
    private final int[] positions;
    private final String[][] cells;
    private final int mostRows;
    private final Map<String, String> pool = new HashMap<>();
    private int count;

    Reading(String file, Rows rows, int mostCells) {
      this.file = file;
      this.rows = rows;
      List<String> all = rows.header().names();
      this.positions = new int[all.size()];
      for (int i = 0; i < all.size(); i++) {
        String name = all.get(i);
        if (!name.isBlank() && all.indexOf(name) == all.lastIndexOf(name)) {
          positions[names.size()] = rows.header().index(new Column(name, file));
          names.add(name);
        }
      }
      this.cells = new String[names.size()][];
      this.mostRows = Math.max(1, mostCells / Math.max(1, all.size()));
      for (int i = 0; i < cells.length; i++) {
        cells[i] = new String[Math.min(mostRows, FIRST_ROWS)];
      }
    }

    RawTable table() {
      boolean whole = true;
      List<String> unreadable = new ArrayList<>();
      try {
        rows.forEach(this::add, refusal -> refuse(refusal, unreadable));
      } catch (Enough _) {
        whole = false;
      } catch (DatasetException e) {
        whole = false;
        refuse(e, unreadable);
      }
      List<RawColumn> columns = new ArrayList<>();
      for (int i = 0; i < cells.length; i++) {
        columns.add(new RawColumn(names.get(i), Arrays.asList(Arrays.copyOf(cells[i], count))));
      }
      return new RawTable(file, columns, count, whole, unreadable.stream().findFirst());
    }

    /// Keeps the first.
    private static void refuse(DatasetException refusal, List<String> unreadable) {
      if (unreadable.isEmpty()) {
        unreadable.add(String.valueOf(refusal.getMessage()));
      }
    }

    private void add(Row row) {
      if (count == mostRows) {
        throw new Enough();
      }
      for (int i = 0; i < cells.length; i++) {
        if (count == cells[i].length) {
          cells[i] = Arrays.copyOf(cells[i], Math.min(mostRows, 2 * count));
        }
        cells[i][count] = pooled(row.cells()[positions[i]].strip());
      }
      count++;
    }

    /// One copy of each text; most cells say what others say.
    private String pooled(String text) {
      return pool.computeIfAbsent(text, same -> same);
    }
  }

  /// Ends a reading that a consumer of rows cannot end otherwise.
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("enough rows were read", null, false, false);
    }
  }
}
