package io.kindred.datasets.infer;

import io.kindred.datasets.DatasetException;
import io.kindred.datasets.RawTable;
import io.kindred.datasets.TableFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One or more files that are written alike, and what their columns look like together.
///
/// @param files their names from the data folder on
/// @param shape how they are written; empty for Parquet, which says it itself
/// @param encoding of a text
/// @param whole whether all rows were looked at
/// @param unreadable what is wrong with a row, where one cannot be read
record SampledTable(
    List<String> files,
    Optional<TextShape> shape,
    Charset encoding,
    List<ColumnFacts> columns,
    int rows,
    boolean whole,
    Optional<String> unreadable) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// The files of a folder, those with the same columns and the same name but for numbers together.
  static List<SampledTable> of(Path folder, List<Path> files, int mostCells) {
    Map<Key, List<Sample>> groups = new java.util.LinkedHashMap<>();
    for (Path file : files) {
      Sample sample = Sample.read(folder, file, mostCells);
      groups.computeIfAbsent(sample.key(), _ -> new ArrayList<>()).add(sample);
    }
    return groups.values().stream().map(SampledTable::together).toList();
  }

  Optional<ColumnFacts> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /// The mark before decimals that its numbers need.
  String decimal() {
    return columns.stream()
            .flatMap(column -> column.numbers().stream())
            .anyMatch(ColumnFacts.Numbers::comma)
        ? ","
        : ".";
  }

  /// Every word for "not known" in any of its columns.
  Set<String> unknown() {
    Set<String> words = new TreeSet<>();
    columns.forEach(column -> words.addAll(column.unknown()));
    return words;
  }

  /// What the name of its first file says, without folder, digits and suffix.
  String spokenFile() {
    String last = files.getFirst().replaceFirst("^.*[/\\\\]", "");
    return SpokenName.of(last.replaceFirst("\\..*$", "")).replaceAll("\\d+", " ").strip();
  }

  private record Key(String stem, List<String> columns, Optional<TextShape> shape) {}

  private record Sample(String file, Optional<TextShape> shape, Charset encoding, RawTable raw) {

    static Sample read(Path folder, Path file, int mostCells) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
        RawTable raw = RawTable.read(folder, file, plain(), mostCells);
        return new Sample(raw.file(), Optional.empty(), StandardCharsets.UTF_8, raw);
      }
      TextShape shape = TextShape.of(file);
      Charset encoding = shape.encoding();
      RawTable raw = RawTable.read(folder, file, shape.format(encoding), mostCells);
      boolean wrongEncoding = raw.unreadable().filter(why -> why.contains("encoding")).isPresent();
      if (wrongEncoding && encoding.equals(StandardCharsets.UTF_8)) {
        encoding = WINDOWS;
        raw = RawTable.read(folder, file, shape.format(encoding), mostCells);
      }
      return new Sample(raw.file(), Optional.of(shape), encoding, raw);
    }

    Key key() {
      return new Key(
          file.replaceAll("\\d+", "#"),
          raw.columns().stream().map(RawTable.RawColumn::name).toList(),
          shape.map(written ->
              new TextShape(
                  written.delimiter(), written.header(), encoding, written.columns(), 0)));
    }

    private static TableFormat plain() {
      return new TableFormat(
          Optional.empty(), true, List.of(), StandardCharsets.UTF_8, ".", List.of());
    }
  }

  private static SampledTable together(List<Sample> samples) {
    Sample first = samples.getFirst();
    Map<String, List<String>> cells = new HashMap<>();
    for (Sample sample : samples) {
      sample
          .raw()
          .columns()
          .forEach(column ->
              cells.merge(
                  column.name(),
                  column.cells(),
                  (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    }
    List<ColumnFacts> columns =
        first.raw().columns().stream()
            .map(column ->
                ColumnFacts.of(column.name(), Objects.requireNonNull(cells.get(column.name()))))
            .toList();
    int rows = samples.stream().mapToInt(sample -> sample.raw().rows()).sum();
    if (columns.isEmpty()) {
      throw new DatasetException(
          "%s: no column has a name of its own (expected a header)".formatted(first.file()));
    }
    return new SampledTable(
        samples.stream().map(Sample::file).toList(),
        first.shape(),
        first.encoding(),
        columns,
        rows,
        samples.stream().allMatch(sample -> sample.raw().whole()),
        samples.stream().flatMap(sample -> sample.raw().unreadable().stream()).findFirst());
  }
}
