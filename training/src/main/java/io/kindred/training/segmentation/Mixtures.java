package io.kindred.training.segmentation;

import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.Starts;
import io.kindred.features.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fits segments as a finite mixture over mixed columns.
///
/// What kind of distribution each column has is {@link ColumnChoice}'s; values that are not known take
/// no part.
public final class Mixtures {
  /// How many more components the last fit begins with than it ends with.
  private static final int COMING_DOWN = 2;

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
    Covariance covariance = number.covariance();
    Mixture mixture =
        largestFirst(
            withoutSmall(
                fitted(rows, number.segments(), covariance, options), rows, covariance, options),
            rows);
    SegmentModel model =
        model(table.schema().size(), choice, mixture, rows, number.confidence().temperature());
    return new Segmentation(
        model,
        covariance,
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

  private static Mixture fitted(
      MixedRows rows, int segments, Covariance covariance, SegmentationOptions options) {
    Mixture fitted = fitted(rows, segments + COMING_DOWN, covariance, options, ExpectationMaximisation.ROUGH);
    for (int count = segments + COMING_DOWN - 1; count >= segments; count--) {
      fitted =
          ExpectationMaximisation.better(
              rows, fitted(rows, count, covariance, options, ExpectationMaximisation.ROUGH), fitted, covariance, ExpectationMaximisation.ROUGH);
    }
    return ExpectationMaximisation.refit(rows, fitted, covariance);
  }

  private static Mixture fitted(
      MixedRows rows,
      int segments,
      Covariance covariance,
      SegmentationOptions options,
      double smallestGain) {
    Starts starts = Starts.of(rows, segments, 2 * options.restarts(), options.seed());
    return ExpectationMaximisation.fit(
        rows, segments, covariance, starts.assignments(), smallestGain);
  }

  /// Drops the smallest component and fits on, until each has its share of the customers.
  private static Mixture withoutSmall(
      Mixture fitted, MixedRows rows, Covariance covariance, SegmentationOptions options) {
    Mixture mixture = fitted;
    while (mixture.components() > 1) {
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
      mixture =
          ExpectationMaximisation.refit(rows, mixture.only(kept, rows.columns()), covariance);
    }
    return mixture;
  }

  private static int[] sizes(Mixture mixture, MixedRows rows) {
    int[] sizes = new int[mixture.components()];
    for (int segment : mixture.assign(rows)) {
      sizes[segment]++;
    }
    return sizes;
  }

  private static Mixture largestFirst(Mixture mixture, MixedRows rows) {
    double[] logWeights = mixture.logWeights();
    int[] order =
        IntStream.range(0, mixture.components())
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -logWeights[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    return mixture.only(order, rows.columns());
  }

  private static SegmentModel model(
      int rowSize, ColumnChoice choice, Mixture mixture, MixedRows rows, double temperature) {
    int segments = mixture.components();
    double[][] constant = new double[segments][rows.columns().size()];
    double[][] linear = new double[segments][rows.columns().size()];
    double[][] quadratic = new double[segments][rows.columns().size()];
    for (int d = 0; d < rows.columns().size(); d++) {
      double[][] polynomial = mixture.polynomial(d);
      for (int k = 0; k < segments; k++) {
        constant[k][d] = temperature * polynomial[0][k];
        linear[k][d] = temperature * polynomial[1][k];
        quadratic[k][d] = temperature * polynomial[2][k];
      }
    }
    return new SegmentModel(
        rowSize,
        choice.columns(),
        mixture.logWeights(),
        constant,
        linear,
        quadratic,
        mixture.blocks().stream()
            .map(block ->
                new CommonFactors(
                    block.columns(),
                    temperature * block.weight(),
                    block.constants(),
                    block.linears(),
                    block.informations()))
            .toList(),
        MacroSegments.of(mixture, rows));
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
