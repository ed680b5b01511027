package io.kindred.training.segmentation;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.models.Persona;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentColumn.Transform;
import io.kindred.training.mixture.Correlation;
import io.kindred.training.mixture.MixedColumn.Family;
import io.kindred.training.mixture.MixedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which features take part, as which columns, and which are left out and why.
///
/// A skewed feature that is 0 for many customers becomes two columns, whether it is above 0 and how
/// large it then is; a feature with values that many customers share, such as an ordered scale, is
/// tilted; the rest is Gaussian.
public final class ColumnChoice {
  /// A correlation beyond which two columns say the same.
  private static final double DUPLICATE = .98;

  /// The share of customers who are at 0 from which 0 is a fact of its own.
  private static final double MANY_ZEROS = .05;

  /// The share of customers at one value beyond which a column is not smooth.
  private static final double COMMON_VALUE = .05;

  private static final int FEW_VALUES = 20;

  private final FeatureTable table;
  private final int fewestKnown;
  private final List<ChosenColumn> chosen = new ArrayList<>();
  private final List<LeftOutColumn> leftOut = new ArrayList<>();

  /// A column that takes part.
  ///
  /// @param values standardised, NaN where unknown
  record ChosenColumn(SegmentColumn column, Feature feature, Family family, double[] values) {}

  private ColumnChoice(FeatureTable table, int fewestKnown) {
    this.table = table;
    this.fewestKnown = fewestKnown;
  }

  static ColumnChoice of(FeatureTable table, double smallestShare) {
    ColumnChoice choice =
        new ColumnChoice(
            table,
            Math.max(Persona.FEWEST_CUSTOMERS, (int) Math.ceil(smallestShare * table.size())));
    for (int f = 0; f < table.schema().size(); f++) {
      if (table.schema().features().get(f).use() != Feature.Use.SIGNAL) {
        choice.consider(f);
      }
    }
    return choice;
  }

  List<SegmentColumn> columns() {
    return chosen.stream().map(ChosenColumn::column).toList();
  }

  List<LeftOutColumn> leftOut() {
    return List.copyOf(leftOut);
  }

  MixedRows rows() {
    return RowAssembly.rows(chosen, table.size());
  }

  private void consider(int f) {
    Feature feature = table.schema().features().get(f);
    double[] values = new double[table.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = checked(i, f);
    }
    Optional<LeftOutColumn> unusable = unusable(feature, values);
    if (unusable.isPresent()) {
      leftOut.add(unusable.get());
      return;
    }
    switch (feature.scale()) {
      case YES_NO -> add(f, Transform.IDENTITY, values);
      case CONTINUOUS, ORDERED -> add(f, Transform.IDENTITY, values);
      case SKEWED -> {
        long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        long positive = Arrays.stream(values).filter(value -> value > 0).count();
        if (known - positive < MANY_ZEROS * known || positive < fewestKnown) {
          add(f, Transform.LOGARITHM, values);
        } else {
          add(f, Transform.IS_POSITIVE, values);
          add(f, Transform.LOGARITHM_OF_POSITIVE, values);
        }
      }
    }
  }

  private double checked(int row, int f) {
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

  private Optional<LeftOutColumn> unusable(Feature feature, double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    if (known.length < fewestKnown) {
      return Optional.of(
          new LeftOutColumn(
              feature.name(),
              LeftOutColumn.Reason.TOO_FEW_KNOWN,
              "Known for %d of %d customers; at least %d are needed."
                  .formatted(known.length, values.length, fewestKnown)));
    }
    if (Arrays.stream(known).allMatch(value -> value == known[0])) {
      return Optional.of(LeftOutColumn.constant(feature.name()));
    }
    return Optional.empty();
  }

  private void add(int f, Transform transform, double[] raw) {
    Feature feature = table.schema().features().get(f);
    double[] values = Arrays.stream(raw).map(transform::of).toArray();
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double least = Arrays.stream(known).min().orElse(0);
    double most = Arrays.stream(known).max().orElse(0);
    if (known.length < fewestKnown || least == most) {
      // How large a feature is where it is above 0 says nothing; that it is, is a column already.
      return;
    }
    Family family = family(feature, transform, known);
    double centre = family == Family.YES_NO ? 0 : Arrays.stream(known).average().orElseThrow();
    double scale =
        family == Family.YES_NO
            ? 1
            : Math.sqrt(
                Arrays.stream(known).map(x -> (x - centre) * (x - centre)).average().orElseThrow());
    SegmentColumn column =
        new SegmentColumn(
            f,
            feature.name(),
            transform,
            centre,
            scale,
            family == Family.GAUSSIAN
                ? -SegmentColumn.FURTHEST
                : Math.max(-SegmentColumn.FURTHEST, (least - centre) / scale),
            family == Family.GAUSSIAN
                ? SegmentColumn.FURTHEST
                : Math.min(SegmentColumn.FURTHEST, (most - centre) / scale));
    double[] standardised = Arrays.stream(raw).map(column::standardised).toArray();
    Optional<LeftOutColumn> duplicate = duplicate(feature, standardised);
    if (duplicate.isEmpty()) {
      chosen.add(new ChosenColumn(column, feature, family, standardised));
    } else if (transform != Transform.IS_POSITIVE) {
      // Of two columns of one feature the amount speaks for it.
      leftOut.add(duplicate.get());
    }
  }

  private static Family family(Feature feature, Transform transform, double[] known) {
    if (feature.scale() == MeasurementScale.YES_NO || transform == Transform.IS_POSITIVE) {
      return Family.YES_NO;
    }
    if (feature.scale() == MeasurementScale.ORDERED) {
      return Family.TILTED;
    }
    double[] sorted = known.clone();
    Arrays.sort(sorted);
    int commonest = 0;
    int values = 0;
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        commonest = Math.max(commonest, i - from);
        values++;
        from = i;
      }
    }
    return values <= FEW_VALUES || commonest > COMMON_VALUE * sorted.length
        ? Family.TILTED
        : Family.GAUSSIAN;
  }

  private Optional<LeftOutColumn> duplicate(Feature feature, double[] values) {
    for (ChosenColumn other : chosen) {
      double correlation = Correlation.between(values, other.values(), Persona.FEWEST_CUSTOMERS);
      if (Math.abs(correlation) > DUPLICATE) {
        return Optional.of(
            new LeftOutColumn(
                feature.name(),
                LeftOutColumn.Reason.NEAR_DUPLICATE,
                "Says what %s says (correlation %.3f)."
                    .formatted(other.column().name(), correlation)));
      }
    }
    return Optional.empty();
  }
}
