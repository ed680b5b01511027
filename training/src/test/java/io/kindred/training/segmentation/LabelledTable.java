package io.kindred.training.segmentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.features.Basis;
import io.kindred.features.CustomerId;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.features.testing.RealData;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.mixture.SmileClustering;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// Customers whose true segments are known, for judging only.
record LabelledTable(FeatureTable table, int[] labels) {

  static LabelledTable of(List<Feature> features, float[][] rows, int[] labels) {
    FeatureSchema schema = new FeatureSchema(ZoneId.of("UTC"), "EUR", List.of(), features);
    List<CustomerId> customers =
        IntStream.range(0, rows.length).mapToObj(i -> new CustomerId("c" + i)).toList();
    return new LabelledTable(
        FeatureTable.of(schema, customers, Instant.parse("2026-01-01T00:00:00Z"), rows), labels);
  }

  /// Reads a synthetic set; a column of letters becomes one yes/no column for each letter.
  static LabelledTable read(String file, Function<String, MeasurementScale> scaleOf)
      throws IOException {
    List<String[]> lines;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.file(file))), UTF_8))) {
      lines = reader.lines().map(line -> line.split(",", -1)).toList();
    }
    List<String> header = Arrays.asList(lines.getFirst());
    List<String[]> customers = lines.subList(1, lines.size());
    List<Feature> features = new ArrayList<>();
    List<float[]> columns = new ArrayList<>();
    for (int c = 0; c < header.indexOf("label_micro"); c++) {
      int column = c;
      String name = header.get(c);
      if (name.startsWith("cat")) {
        for (String letter :
            customers.stream().map(cells -> cells[column]).distinct().sorted().toList()) {
          features.add(feature(name + "=" + letter, MeasurementScale.YES_NO));
          columns.add(column(customers, cells -> cells[column].equals(letter) ? 1 : 0));
        }
      } else {
        features.add(feature(name, scaleOf.apply(name)));
        columns.add(column(customers, cells -> Float.parseFloat(cells[column])));
      }
    }
    float[][] rows = new float[customers.size()][columns.size()];
    for (int d = 0; d < columns.size(); d++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][d] = columns.get(d)[i];
      }
    }
    int label = header.indexOf("label_micro");
    int[] labels = customers.stream().mapToInt(cells -> Integer.parseInt(cells[label])).toArray();
    return of(features, rows, labels);
  }

  static Feature feature(String name, MeasurementScale scale) {
    return new Feature(name, Basis.BEHAVIOURAL, scale, "units", name + ".");
  }

  /// Some of the customers.
  LabelledTable select(int[] rows) {
    return new LabelledTable(
        table.select(rows), Arrays.stream(rows).map(row -> labels[row]).toArray());
  }

  /// The same with a share of all answers unknown, drawn at random; the words of a category are
  /// unknown together.
  LabelledTable withMissing(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Feature> features = table.schema().features();
    float[][] rows = new float[table.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = table.row(i);
      Map<String, Boolean> isUnknown = new HashMap<>();
      for (int f = 0; f < features.size(); f++) {
        String question = features.get(f).name().replaceFirst("=.*", "");
        if (isUnknown.computeIfAbsent(question, _ -> random.nextDouble() < share)) {
          rows[i][f] = Float.NaN;
        }
      }
    }
    return of(features, rows, labels);
  }

  double agreement(Segmentation segmentation) {
    return SmileClustering.adjustedRandIndex(labels, segmentation.assign(table));
  }

  /// The label that most customers of each segment have.
  int[] majorities(SegmentTree tree) {
    int[][] counts = new int[tree.segments()][Arrays.stream(labels).max().orElseThrow() + 1];
    for (int i = 0; i < labels.length; i++) {
      counts[tree.segment(table.row(i))][labels[i]]++;
    }
    return Arrays.stream(counts).mapToInt(LabelledTable::largest).toArray();
  }

  /// Mean difference, over ten bins of equal size, between the probability of the likeliest segment
  /// and how often its label is the customer's.
  double calibrationError(SegmentTree tree) {
    int[] majorities = majorities(tree);
    List<double[]> answers = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      double[] posterior = tree.posterior(table.row(i));
      int given = Probabilities.likeliest(posterior);
      answers.add(new double[] {posterior[given], majorities[given] == labels[i] ? 1 : 0});
    }
    return CalibrationError.of(answers);
  }

  private static int largest(int[] counts) {
    return Probabilities.likeliest(Arrays.stream(counts).asDoubleStream().toArray());
  }

  private static float[] column(List<String[]> customers, Function<String[], Number> value) {
    float[] column = new float[customers.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(customers.get(i)).floatValue();
    }
    return column;
  }
}
