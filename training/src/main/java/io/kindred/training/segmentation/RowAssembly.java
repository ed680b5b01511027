package io.kindred.training.segmentation;

import io.kindred.features.Basis;
import io.kindred.models.segmentation.SegmentColumn.Transform;
import io.kindred.training.mixture.MixedColumn;
import io.kindred.training.mixture.MixedColumn.Family;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.TiltedDistribution;
import io.kindred.training.segmentation.ColumnChoice.ChosenColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Puts standardised columns together: which belong to one category, which may be correlated, how
/// much each counts.
final class RowAssembly {
  /// Columns of one basis that count in full beside other bases.
  private static final double FULL_BLOCK = 8;

  /// Gaussian columns of one basis from which factors are worth their parameters.
  private static final int SMALLEST_BLOCK = 3;

  private static final double FLOOR = .02;

  private RowAssembly() {}

  static MixedRows rows(List<ChosenColumn> chosen, int size) {
    double[][] values = new double[size][chosen.size()];
    for (int d = 0; d < chosen.size(); d++) {
      for (int i = 0; i < size; i++) {
        values[i][d] = chosen.get(d).values()[i];
      }
    }
    int[] groups = groups(values, chosen);
    double[] weights = weights(chosen, groups);
    int[] blocks = blocks(chosen);
    List<MixedColumn> columns = new ArrayList<>();
    for (int d = 0; d < chosen.size(); d++) {
      ChosenColumn column = chosen.get(d);
      columns.add(
          new MixedColumn(
              column.family(),
              groups[d],
              column.column().feature(),
              blocks[d],
              weights[d],
              FLOOR,
              column.family() == Family.TILTED
                  ? Optional.of(
                      TiltedDistribution.of(
                          Arrays.stream(column.values()).filter(z -> !Double.isNaN(z)).toArray()))
                  : Optional.empty()));
    }
    return new MixedRows(values, columns);
  }

  /// The yes/no columns `country=SE`, `country=NO` are words of one category, unless some customer
  /// has two of them.
  private static int[] groups(double[][] values, List<ChosenColumn> chosen) {
    Map<String, Integer> firstOf = new HashMap<>();
    int[] groups = new int[chosen.size()];
    for (int d = 0; d < groups.length; d++) {
      String name = chosen.get(d).feature().name();
      int equals = name.indexOf('=');
      groups[d] =
          chosen.get(d).family() == Family.YES_NO && equals > 0
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

  /// `min(1, sqrt(8 / columns of the basis))`, all words of a category counting as one column and
  /// so do the two columns of one feature, so that thirty survey items do not drown eight columns
  /// of behaviour; a basis that stands alone drowns nothing and counts in full.
  private static double[] weights(List<ChosenColumn> chosen, int[] groups) {
    Map<Basis, Integer> bases = new EnumMap<>(Basis.class);
    for (int d = 0; d < groups.length; d++) {
      if (groups[d] == d && chosen.get(d).column().transform() != Transform.IS_POSITIVE) {
        bases.merge(chosen.get(d).feature().basis(), 1, Integer::sum);
      }
    }
    return chosen.stream()
        .mapToDouble(column ->
            bases.size() == 1
                ? 1
                : Math.min(
                    1, Math.sqrt(FULL_BLOCK / bases.getOrDefault(column.feature().basis(), 1))))
        .toArray();
  }

  private static int[] blocks(List<ChosenColumn> chosen) {
    Map<Basis, Long> gaussian = new EnumMap<>(Basis.class);
    for (ChosenColumn column : chosen) {
      if (column.family() == Family.GAUSSIAN) {
        gaussian.merge(column.feature().basis(), 1L, Long::sum);
      }
    }
    gaussian.values().removeIf(columns -> columns < SMALLEST_BLOCK);
    List<Basis> numbered = List.copyOf(gaussian.keySet());
    return chosen.stream()
        .mapToInt(column ->
            column.family() == Family.GAUSSIAN
                ? numbered.indexOf(column.feature().basis())
                : MixedColumn.NO_BLOCK)
        .toArray();
  }
}
