package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fits segments as a finite mixture over mixed columns.
///
/// Measured columns are Gaussian (skewed ones after their logarithm), yes/no columns Bernoulli,
/// independent within a segment. Values that are not known take no part.
public final class Mixtures {
  private Mixtures() {}

  /// The segmentation of these customers; the same for the same table and options.
  ///
  /// @throws IllegalArgumentException where the table is empty, holds an infinite value or has no
  ///   feature that varies among customers of whom it is known
  public static Segmentation fit(FeatureTable table, SegmentationOptions options) {
    if (table.size() == 0) {
      throw new IllegalArgumentException("table has no customers (expected at least 20)");
    }
    ColumnChoice choice = ColumnChoice.of(table, options.smallestShare());
    if (choice.columns().isEmpty()) {
      throw new IllegalArgumentException(
          "no feature of %d customers can be segmented on: %s (expected one that varies)"
              .formatted(table.size(), reasons(choice.leftOut())));
    }
    MixedRows rows = choice.rows();
    NumberOfSegments number = NumberOfSegments.choose(rows, options);
    Mixture mixture =
        largestFirst(withoutSmall(fitted(rows, number.segments(), options), rows, options), rows);
    SegmentModel model =
        model(table.schema().size(), choice, mixture, number.confidence().temperature());
    return new Segmentation(
        model,
        number.candidates(),
        number.structure(),
        number.confidence(),
        qualities(model, table),
        choice.leftOut());
  }

  private static String reasons(List<LeftOutColumn> leftOut) {
    return leftOut.stream()
        .map(column -> "%s: %s".formatted(column.name(), column.explanation()))
        .limit(5)
        .collect(Collectors.joining(" "));
  }

  private static Mixture fitted(MixedRows rows, int segments, SegmentationOptions options) {
    Starts starts = Starts.of(rows, segments, 2 * options.restarts(), options.seed());
    return ExpectationMaximisation.fit(
        rows, segments, starts.assignments(), ExpectationMaximisation.FINE);
  }

  /// Drops the smallest component and fits on, until each has its share of the customers.
  private static Mixture withoutSmall(Mixture fitted, MixedRows rows, SegmentationOptions options) {
    Mixture mixture = fitted;
    while (mixture.components > 1) {
      int[] sizes = sizes(mixture, rows);
      int smallest = 0;
      for (int k = 1; k < sizes.length; k++) {
        smallest = sizes[k] < sizes[smallest] ? k : smallest;
      }
      if (sizes[smallest] >= options.smallestShare() * rows.size()) {
        break;
      }
      int dropped = smallest;
      int[] kept = IntStream.range(0, sizes.length).filter(k -> k != dropped).toArray();
      mixture = ExpectationMaximisation.refit(rows, only(mixture, kept, rows));
    }
    return mixture;
  }

  private static int[] sizes(Mixture mixture, MixedRows rows) {
    int[] sizes = new int[mixture.components];
    for (int segment : mixture.assign(rows)) {
      sizes[segment]++;
    }
    return sizes;
  }

  private static Mixture largestFirst(Mixture mixture, MixedRows rows) {
    int[] order =
        IntStream.range(0, mixture.components)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -mixture.logWeights[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    return only(mixture, order, rows);
  }

  private static Mixture only(Mixture mixture, int[] components, MixedRows rows) {
    double[] weights = Arrays.stream(components).mapToDouble(k -> mixture.logWeights[k]).toArray();
    double total = Arrays.stream(weights).map(Math::exp).sum();
    return new Mixture(
        Arrays.stream(weights).map(weight -> weight - Math.log(total)).toArray(),
        only(mixture.mean, components),
        only(mixture.variance, components),
        rows);
  }

  private static double[][] only(double[][] byColumn, int[] components) {
    return Arrays.stream(byColumn)
        .map(column -> Arrays.stream(components).mapToDouble(k -> column[k]).toArray())
        .toArray(double[][]::new);
  }

  private static SegmentModel model(
      int rowSize, ColumnChoice choice, Mixture mixture, double temperature) {
    return new SegmentModel(
        rowSize,
        choice.columns(),
        mixture.logWeights,
        bySegment(mixture.constant, mixture.components, temperature),
        bySegment(mixture.linear, mixture.components, temperature),
        bySegment(mixture.quadratic, mixture.components, temperature),
        MacroSegments.of(mixture, choice.rows()));
  }

  private static double[][] bySegment(double[][] byColumn, int segments, double temperature) {
    double[][] bySegment = new double[segments][byColumn.length];
    for (int d = 0; d < byColumn.length; d++) {
      for (int k = 0; k < segments; k++) {
        bySegment[k][d] = temperature * byColumn[d][k];
      }
    }
    return bySegment;
  }

  private static List<SegmentQuality> qualities(SegmentModel model, FeatureTable table) {
    int[] sizes = new int[model.segments()];
    double[] posteriors = new double[model.segments()];
    for (int i = 0; i < table.size(); i++) {
      double[] posterior = model.posterior(table.row(i));
      int segment = Mixture.likeliest(posterior);
      sizes[segment]++;
      posteriors[segment] += posterior[segment];
    }
    List<SegmentQuality> qualities = new ArrayList<>();
    for (int k = 0; k < sizes.length; k++) {
      qualities.add(
          new SegmentQuality(
              k, (double) sizes[k] / table.size(), sizes[k] == 0 ? 0 : posteriors[k] / sizes[k]));
    }
    return qualities;
  }
}
