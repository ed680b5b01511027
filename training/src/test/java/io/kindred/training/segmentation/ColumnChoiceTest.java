package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentColumn.Transform;
import io.kindred.training.mixture.MixedColumn;
import io.kindred.training.mixture.MixedColumn.Family;
import io.kindred.training.mixture.MixedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class ColumnChoiceTest {
  private static final int ROWS = 1_000;

  private final SplittableRandom random = new SplittableRandom(3);
  private final List<Feature> features = new ArrayList<>();
  private final List<float[]> columns = new ArrayList<>();

  @Test
  void spendThatManyHaveNoneOfBecomesWhetherAndHowMuch() {
    column("spend", MeasurementScale.SKEWED, () -> chance(.4) ? 0 : Math.exp(normal()));

    ColumnChoice choice = choice();

    assertThat(choice.columns())
        .extracting(SegmentColumn::name, SegmentColumn::transform)
        .containsExactly(
            tuple("spend", Transform.IS_POSITIVE), tuple("spend", Transform.LOGARITHM_OF_POSITIVE));
    assertThat(families(choice)).containsExactly(Family.YES_NO, Family.GAUSSIAN);
    MixedRows rows = choice.rows();
    for (int i = 0; i < ROWS; i++) {
      boolean isPositive = columns.getFirst()[i] > 0;
      assertThat(rows.values()[i][0]).isEqualTo(isPositive ? 1 : 0);
      assertThat(Double.isNaN(rows.values()[i][1])).isEqualTo(!isPositive);
    }
    // Both columns are known or hidden together.
    assertThat(rows.columns()).extracting(MixedColumn::source).containsExactly(0, 0);
  }

  @Test
  void aSkewedFeatureThatFewHaveNoneOfIsOneColumn() {
    column("spend", MeasurementScale.SKEWED, () -> chance(.02) ? 0 : Math.exp(normal()));
    // Fewer than 20 are above 0: how much says nothing.
    column("rare", MeasurementScale.SKEWED, () -> chance(.01) ? Math.exp(normal()) : 0);

    assertThat(choice().columns())
        .extracting(SegmentColumn::name, SegmentColumn::transform)
        .containsExactly(tuple("spend", Transform.LOGARITHM), tuple("rare", Transform.LOGARITHM));
  }

  @Test
  void whatIsAboveZeroAndAlwaysTheSameIsWhetherAlone() {
    column("flag", MeasurementScale.SKEWED, () -> chance(.5) ? 0 : 7);

    assertThat(choice().columns())
        .extracting(SegmentColumn::transform)
        .containsExactly(Transform.IS_POSITIVE);
  }

  @Test
  void aColumnIsGaussianWhereItIsSmoothAndTiltedWhereItIsNot() {
    column("smooth", MeasurementScale.CONTINUOUS, this::normal);
    column("scale", MeasurementScale.ORDERED, () -> random.nextInt(1, 6));
    column("few", MeasurementScale.CONTINUOUS, () -> random.nextInt(20));
    column("many", MeasurementScale.CONTINUOUS, () -> random.nextInt(100));
    column("peak", MeasurementScale.CONTINUOUS, () -> chance(.1) ? 4 : normal());
    column("orderedThoughFine", MeasurementScale.ORDERED, this::normal);
    column("yes", MeasurementScale.YES_NO, () -> random.nextInt(2));

    assertThat(families(choice()))
        .containsExactly(
            Family.GAUSSIAN,
            Family.TILTED,
            Family.TILTED,
            Family.GAUSSIAN,
            Family.TILTED,
            Family.TILTED,
            Family.YES_NO);
  }

  @Test
  void columnsAreStandardisedAndHeldToWhatIsPossible() {
    column("smooth", MeasurementScale.CONTINUOUS, () -> 100 + 20 * normal());
    column("scale", MeasurementScale.ORDERED, () -> random.nextInt(1, 6));

    ColumnChoice choice = choice();
    for (int d = 0; d < 2; d++) {
      int column = d;
      double[] values =
          Arrays.stream(choice.rows().values()).mapToDouble(row -> row[column]).toArray();
      assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-6));
      assertThat(Arrays.stream(values).map(z -> z * z).average().orElseThrow())
          .isCloseTo(1, within(1e-6));
    }
    SegmentColumn smooth = choice.columns().get(0);
    SegmentColumn scale = choice.columns().get(1);
    assertThat(smooth.standardised(1e9)).isEqualTo(SegmentColumn.FURTHEST);
    assertThat(scale.standardised(9)).isEqualTo(scale.standardised(5));
    assertThat(scale.standardised(-9)).isEqualTo(scale.standardised(1));
  }

  @Test
  void ofTwoThatSayTheSameTheFirstStays() {
    column("a", MeasurementScale.CONTINUOUS, this::normal);
    float[] opposite = columns.getFirst().clone();
    for (int i = 0; i < opposite.length; i++) {
      opposite[i] *= -3;
    }
    features.add(LabelledTable.feature("opposite", MeasurementScale.CONTINUOUS));
    columns.add(opposite);

    ColumnChoice choice = choice();

    assertThat(choice.columns()).extracting(SegmentColumn::name).containsExactly("a");
    assertThat(choice.leftOut())
        .containsExactly(
            new LeftOutColumn(
                "opposite",
                LeftOutColumn.Reason.NEAR_DUPLICATE,
                "Says what a says (correlation -1.000)."));
  }

  @Test
  void whatIsConstantOrUnknownIsLeftOut() {
    column("same", MeasurementScale.CONTINUOUS, () -> 5);
    column("empty", MeasurementScale.CONTINUOUS, () -> Double.NaN);
    column("rare", MeasurementScale.YES_NO, () -> chance(.01) ? 1 : Double.NaN);

    ColumnChoice choice = choice();

    assertThat(choice.columns()).isEmpty();
    assertThat(choice.leftOut())
        .extracting(LeftOutColumn::name, LeftOutColumn::reason)
        .containsExactly(
            tuple("same", LeftOutColumn.Reason.CONSTANT),
            tuple("empty", LeftOutColumn.Reason.TOO_FEW_KNOWN),
            tuple("rare", LeftOutColumn.Reason.TOO_FEW_KNOWN));
  }

  @Test
  void oneRowAndNoRowHaveNoColumns() {
    column("a", MeasurementScale.CONTINUOUS, this::normal);
    FeatureTable table = table();

    assertThat(ColumnChoice.of(table.select(new int[] {4}), .02).columns()).isEmpty();
    assertThat(ColumnChoice.of(table.select(new int[0]), .02).columns()).isEmpty();
  }

  @Test
  void anInfiniteValueIsRefused() {
    column("a", MeasurementScale.SKEWED, this::normal);
    columns.getFirst()[17] = Float.NEGATIVE_INFINITY;

    assertThatIllegalArgumentException()
        .isThrownBy(this::choice)
        .withMessage(
            "feature a of row 17 is -Infinity (expected a finite number, or NaN where unknown)");
  }

  private void column(String name, MeasurementScale scale, DoubleSupplier value) {
    features.add(LabelledTable.feature(name, scale));
    float[] column = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      column[i] = (float) value.getAsDouble();
    }
    columns.add(column);
  }

  private FeatureTable table() {
    float[][] rows = new float[ROWS][columns.size()];
    for (int i = 0; i < ROWS; i++) {
      for (int d = 0; d < rows[i].length; d++) {
        rows[i][d] = columns.get(d)[i];
      }
    }
    return LabelledTable.of(features, rows, new int[ROWS]).table();
  }

  private ColumnChoice choice() {
    return ColumnChoice.of(table(), .02);
  }

  private static List<Family> families(ColumnChoice choice) {
    return choice.rows().columns().stream().map(MixedColumn::family).toList();
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private double normal() {
    return random.nextGaussian();
  }
}
