package io.kindred.training.segmentation;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which features take part, how each is standardised, how much each counts, and which are left out
/// and why.
record ColumnChoice(List<MixtureColumn> columns, List<LeftOutColumn> leftOut, MixedRows rows) {
  /// A correlation beyond which two columns say the same.
  private static final double DUPLICATE = .98;

  static ColumnChoice of(FeatureTable table, double smallestShare) {
    int fewestKnown =
        Math.max(
            SegmentDescription.FEWEST_CUSTOMERS, (int) Math.ceil(smallestShare * table.size()));
    List<MixtureColumn> columns = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    List<LeftOutColumn> leftOut = new ArrayList<>();
    for (int f = 0; f < table.schema().size(); f++) {
      Feature feature = table.schema().features().get(f);
      if (feature.use() == Feature.Use.SIGNAL) {
        continue;
      }
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
        List.copyOf(columns), List.copyOf(leftOut), RowAssembly.rows(values, kept, table.size()));
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
}
