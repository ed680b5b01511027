package io.kindred.training.segmentation;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which features take part, how each is standardised, how much each counts, and which are left out
/// and why.
record ColumnChoice(List<MixtureColumn> columns, List<LeftOutColumn> leftOut, MixedRows rows) {
  /// A correlation beyond which two columns say the same.
  private static final double DUPLICATE = .98;

  /// Columns of one basis that count in full beside other bases.
  private static final double FULL_BLOCK = 8;

  static ColumnChoice of(FeatureTable table, double smallestShare) {
    int fewestKnown =
        Math.max(
            SegmentDescription.FEWEST_CUSTOMERS, (int) Math.ceil(smallestShare * table.size()));
    List<MixtureColumn> columns = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    List<LeftOutColumn> leftOut = new ArrayList<>();
    for (int f = 0; f < table.schema().size(); f++) {
      Feature feature = table.schema().features().get(f);
      boolean logarithm = feature.scale() == MeasurementScale.SKEWED;
      double[] column = new double[table.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = MixtureColumn.transformed(checked(table, i, f), logarithm);
      }
      Optional<LeftOutColumn> unusable = unusable(feature, column, fewestKnown);
      if (unusable.isPresent()) {
        leftOut.add(unusable.get());
        continue;
      }
      MixtureColumn standard = standard(f, feature, column);
      for (int i = 0; i < column.length; i++) {
        column[i] = standard.standardised(table.value(i, f));
      }
      Optional<LeftOutColumn> duplicate = duplicate(feature, column, columns, values);
      if (duplicate.isPresent()) {
        leftOut.add(duplicate.get());
        continue;
      }
      columns.add(standard);
      values.add(column);
    }
    List<Feature> kept =
        columns.stream().map(column -> table.schema().features().get(column.feature())).toList();
    return new ColumnChoice(
        List.copyOf(columns), List.copyOf(leftOut), rows(values, kept, table.size()));
  }

  private static double checked(FeatureTable table, int row, int f) {
    float value = table.value(row, f);
    Feature feature = table.schema().features().get(f);
    if (Float.isInfinite(value)) {
      throw new IllegalArgumentException(
          "feature %s of row %d is %s (expected a finite number, or NaN where unknown)"
              .formatted(feature.name(), row, value));
    }
    if (feature.scale() == MeasurementScale.YES_NO
        && !Float.isNaN(value)
        && value != 0
        && value != 1) {
      throw new IllegalArgumentException(
          "yes/no feature %s of row %d is %s (expected 0, 1, or NaN where unknown)"
              .formatted(feature.name(), row, value));
    }
    return value;
  }

  private static Optional<LeftOutColumn> unusable(
      Feature feature, double[] column, int fewestKnown) {
    int known = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : column) {
      if (!Double.isNaN(value)) {
        known++;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    if (known < fewestKnown) {
      return Optional.of(
          new LeftOutColumn(
              feature.name(),
              LeftOutColumn.Reason.TOO_FEW_KNOWN,
              "Known for %d of %d customers; at least %d are needed."
                  .formatted(known, column.length, fewestKnown)));
    }
    if (least == most) {
      return Optional.of(
          new LeftOutColumn(
              feature.name(),
              LeftOutColumn.Reason.CONSTANT,
              "Every customer of whom it is known has the same value."));
    }
    return Optional.empty();
  }

  private static MixtureColumn standard(int f, Feature feature, double[] column) {
    if (feature.scale() == MeasurementScale.YES_NO) {
      return new MixtureColumn(f, feature.name(), false, 0, 1);
    }
    double sum = 0;
    int known = 0;
    for (double value : column) {
      if (!Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    double mean = sum / known;
    double squares = 0;
    for (double value : column) {
      if (!Double.isNaN(value)) {
        squares += (value - mean) * (value - mean);
      }
    }
    return new MixtureColumn(
        f,
        feature.name(),
        feature.scale() == MeasurementScale.SKEWED,
        mean,
        Math.sqrt(squares / known));
  }

  private static Optional<LeftOutColumn> duplicate(
      Feature feature, double[] column, List<MixtureColumn> columns, List<double[]> values) {
    for (int other = 0; other < values.size(); other++) {
      double correlation =
          Correlation.between(column, values.get(other), SegmentDescription.FEWEST_CUSTOMERS);
      if (Math.abs(correlation) > DUPLICATE) {
        return Optional.of(
            new LeftOutColumn(
                feature.name(),
                LeftOutColumn.Reason.NEAR_DUPLICATE,
                "Says what %s says (correlation %.3f)."
                    .formatted(columns.get(other).name(), correlation)));
      }
    }
    return Optional.empty();
  }

  private static MixedRows rows(List<double[]> columns, List<Feature> features, int size) {
    double[][] values = new double[size][columns.size()];
    boolean[] yesNo = new boolean[columns.size()];
    for (int d = 0; d < columns.size(); d++) {
      for (int i = 0; i < size; i++) {
        values[i][d] = columns.get(d)[i];
      }
      yesNo[d] = features.get(d).scale() == MeasurementScale.YES_NO;
    }
    int[] groups = groups(values, features);
    return new MixedRows(values, yesNo, groups, weights(features, groups));
  }

  /// The yes/no columns `country=SE`, `country=NO` are words of one category, unless some customer
  /// has two of them.
  private static int[] groups(double[][] values, List<Feature> features) {
    Map<String, Integer> firstOf = new HashMap<>();
    int[] groups = new int[features.size()];
    for (int d = 0; d < groups.length; d++) {
      String name = features.get(d).name();
      int equals = name.indexOf('=');
      groups[d] =
          features.get(d).scale() == MeasurementScale.YES_NO && equals > 0
              ? firstOf.merge(name.substring(0, equals), d, (first, _) -> first)
              : d;
    }
    int[] own = IntStream.range(0, groups.length).toArray();
    for (int first : firstOf.values()) {
      int[] words = Arrays.stream(own).filter(d -> groups[d] == first).toArray();
      if (Arrays.stream(values).anyMatch(row -> hasTwo(row, words))) {
        Arrays.stream(words).forEach(d -> groups[d] = d);
      }
    }
    return groups;
  }

  private static boolean hasTwo(double[] row, int[] words) {
    return Arrays.stream(words).filter(d -> row[d] == 1).count() > 1;
  }

  /// `min(1, sqrt(8 / columns of the basis))`, all words of a category counting as one column, so that thirty survey items do not drown eight
  /// columns of behaviour; a basis that stands alone drowns nothing and counts in full.
  private static double[] weights(List<Feature> features, int[] groups) {
    Map<Basis, Integer> blocks = new EnumMap<>(Basis.class);
    for (int d = 0; d < groups.length; d++) {
      if (groups[d] == d) {
        blocks.merge(features.get(d).basis(), 1, Integer::sum);
      }
    }
    return features.stream()
        .mapToDouble(
            feature ->
                blocks.size() == 1
                    ? 1
                    : Math.min(1, Math.sqrt(FULL_BLOCK / blocks.get(feature.basis()))))
        .toArray();
  }
}
