package io.kindred.benchmarks;

import io.kindred.features.Basis;
import io.kindred.features.CustomerId;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A feature table from numbers that are in memory or in a plain file.
///
/// The file is comma-separated without quotes. The first line has `name:scale` or
/// `name:scale:basis` of each column, the scale being one of `continuous`, `skewed`, `ordered`,
/// `yes_no` and `category`; an empty cell is unknown. A category becomes a yes/no column for each
/// of its words.
final class PlainTable {
  private static final String CATEGORY = "category";

  private PlainTable() {}

  static FeatureTable of(List<Feature> features, float[][] rows) {
    FeatureSchema schema =
        new FeatureSchema(ZoneId.of("UTC"), "EUR", List.of(), List.of(), features);
    List<CustomerId> customers =
        IntStream.range(0, rows.length).mapToObj(i -> new CustomerId("c" + i)).toList();
    return FeatureTable.of(schema, customers, Instant.parse("2026-01-01T00:00:00Z"), rows);
  }

  static Feature feature(String name, MeasurementScale scale, Basis basis) {
    return new Feature(name, basis, scale, "units", name + ".");
  }

  /// Tables of several files with the same columns; a category's words are those of the first.
  static List<FeatureTable> read(List<Path> files) throws IOException {
    List<List<String[]>> lines = new ArrayList<>();
    for (Path file : files) {
      lines.add(Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList());
    }
    List<Column> columns = columns(lines.getFirst());
    List<Feature> features = columns.stream().map(Column::feature).toList();
    return lines.stream()
        .map(table ->
            table.stream().skip(1).map(cells -> row(columns, cells)).toArray(float[][]::new))
        .map(rows -> of(features, rows))
        .toList();
  }

  /// @param word that the column says yes to; empty where it is not of a category
  private record Column(Feature feature, int cell, String word) {
    float value(String text) {
      if (text.isEmpty()) {
        return Float.NaN;
      }
      return word.isEmpty() ? Float.parseFloat(text) : text.equals(word) ? 1 : 0;
    }
  }

  private static List<Column> columns(List<String[]> lines) {
    List<Column> columns = new ArrayList<>();
    String[] header = lines.getFirst();
    for (int c = 0; c < header.length; c++) {
      int cell = c;
      String[] words = header[c].split(":", -1);
      Basis basis =
          words.length > 2 ? Basis.valueOf(words[2].toUpperCase(Locale.ROOT)) : Basis.BEHAVIOURAL;
      if (words[1].equals(CATEGORY)) {
        lines.stream()
            .skip(1)
            .map(cells -> cells[cell])
            .filter(text -> !text.isEmpty())
            .distinct()
            .sorted()
            .forEach(word ->
                columns.add(
                    new Column(
                        feature(words[0] + "=" + word, MeasurementScale.YES_NO, basis),
                        cell,
                        word)));
      } else {
        MeasurementScale scale = MeasurementScale.valueOf(words[1].toUpperCase(Locale.ROOT));
        columns.add(new Column(feature(words[0], scale, basis), cell, ""));
      }
    }
    return columns;
  }

  private static float[] row(List<Column> columns, String[] cells) {
    float[] row = new float[columns.size()];
    for (int d = 0; d < row.length; d++) {
      row[d] = columns.get(d).value(cells[columns.get(d).cell()]);
    }
    return row;
  }
}
