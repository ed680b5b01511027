package io.kindred.training.segmentation;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Puts standardised columns together: which belong to one category, how much each counts, how
/// narrow a component may be in each.
final class RowAssembly {
  /// Columns of one basis that count in full beside other bases.
  private static final double FULL_BLOCK = 8;

  private static final double LEAST_FLOOR = .03;
  private static final double LARGEST_FLOOR = .25;

  private RowAssembly() {}

  static MixedRows rows(List<double[]> columns, List<Feature> features, int size) {
    double[][] values = new double[size][columns.size()];
    boolean[] yesNo = new boolean[columns.size()];
    for (int d = 0; d < columns.size(); d++) {
      for (int i = 0; i < size; i++) {
        values[i][d] = columns.get(d)[i];
      }
      yesNo[d] = features.get(d).scale() == MeasurementScale.YES_NO;
    }
    int[] groups = groups(values, features);
    return new MixedRows(values, yesNo, groups, weights(features, groups), floors(columns));
  }

  /// A Gaussian narrower than half the step beside a column's commonest value would model the steps
  /// of a scale or count, not the customers.
  private static double[] floors(List<double[]> columns) {
    return columns.stream()
        .mapToDouble(column ->
            Math.clamp(Math.pow(stepBesideCommonest(column) / 2, 2), LEAST_FLOOR, LARGEST_FLOOR))
        .toArray();
  }

  private static double stepBesideCommonest(double[] column) {
    TreeMap<Double, Integer> counts = new TreeMap<>();
    for (double z : column) {
      if (!Double.isNaN(z)) {
        counts.merge(z, 1, Integer::sum);
      }
    }
    double commonest = Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    Double below = counts.lowerKey(commonest);
    Double above = counts.higherKey(commonest);
    return Math.min(
        below == null ? Double.POSITIVE_INFINITY : commonest - below,
        above == null ? Double.POSITIVE_INFINITY : above - commonest);
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

  /// `min(1, sqrt(8 / columns of the basis))`, all words of a category counting as one column, so
  /// that thirty survey items do not drown eight columns of behaviour; a basis that stands alone
  /// drowns nothing and counts in full.
  private static double[] weights(List<Feature> features, int[] groups) {
    Map<Basis, Integer> blocks = new EnumMap<>(Basis.class);
    for (int d = 0; d < groups.length; d++) {
      if (groups[d] == d) {
        blocks.merge(features.get(d).basis(), 1, Integer::sum);
      }
    }
    return features.stream()
        .mapToDouble(feature ->
            blocks.size() == 1
                ? 1
                : Math.min(1, Math.sqrt(FULL_BLOCK / blocks.getOrDefault(feature.basis(), 1))))
        .toArray();
  }
}
