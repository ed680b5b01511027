package io.kindred.serving.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// A small file of comma-separated values without quotes, as the demo's generator writes them.
final class CsvTable {
  private final Path file;
  private final List<String> header;
  private final List<List<String>> rows;

  private CsvTable(Path file, List<String> header, List<List<String>> rows) {
    this.file = file;
    this.header = header;
    this.rows = rows;
  }

  /// Reads a file.
  ///
  /// @throws IOException naming file and line, where a line has not as many cells as the header
  static CsvTable read(Path file) throws IOException {
    List<List<String>> lines;
    try {
      lines = Files.readAllLines(file).stream().map(line -> List.of(line.split(",", -1))).toList();
    } catch (NoSuchFileException e) {
      throw new IOException(
          "%s: there is no such file (expected one that `kindred demo` writes)".formatted(file), e);
    }
    if (lines.isEmpty()) {
      throw new IOException("%s: is empty (expected a header and a line a row)".formatted(file));
    }
    List<String> header = lines.getFirst();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).size() != header.size()) {
        throw new IOException(
            "%s:%d: has %d cells (expected %d, one a column)"
                .formatted(file, i + 1, lines.get(i).size(), header.size()));
      }
    }
    return new CsvTable(file, header, lines.subList(1, lines.size()));
  }

  int size() {
    return rows.size();
  }

  List<String> column(String name) throws IOException {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new IOException(
          "%s:1: has no column %s (expected it among %s)".formatted(file, name, header));
    }
    return rows.stream().map(row -> row.get(index)).toList();
  }

  double[] numbers(String name) throws IOException {
    List<String> cells = column(name);
    double[] numbers = new double[cells.size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(cells.get(i));
      } catch (NumberFormatException e) {
        throw new IOException(
            "%s:%d: %s is '%s' (expected a number)".formatted(file, i + 2, name, cells.get(i)), e);
      }
    }
    return numbers;
  }

  List<Instant> times(String name) throws IOException {
    List<String> cells = column(name);
    List<Instant> times = new ArrayList<>(cells.size());
    for (String cell : cells) {
      try {
        times.add(Instant.parse(cell));
      } catch (DateTimeParseException e) {
        throw new IOException(
            "%s:%d: %s is '%s' (expected a moment such as 2026-07-09T21:30:22Z)"
                .formatted(file, times.size() + 2, name, cell),
            e);
      }
    }
    return times;
  }
}
