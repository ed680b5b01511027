package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentTree;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/// What every fit of segments promises, whatever the data.
class MixturesContractTest {
  private static final SegmentationOptions OPTIONS = new SegmentationOptions(5, .02, 2, 7);

  private final FeatureTable table = Simulation.draw(600, .1, 1).table();

  @Test
  void theSameSeedGivesTheSameModelWhateverTheThreads() {
    Segmentation first = Mixtures.fit(table, OPTIONS);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      Segmentation alone = one.submit(() -> Mixtures.fit(table, OPTIONS)).join();
      assertThat(alone.trees()).isEqualTo(first.trees());
      assertThat(alone.candidates()).isEqualTo(first.candidates());
      assertThat(alone.confidence()).isEqualTo(first.confidence());
    }
  }

  @Test
  void posteriorsSumToOneAndMacroSegmentsAreSumsOfSegments() {
    SegmentTree model = Mixtures.fit(table, OPTIONS).trees().whole();
    double[] posterior = model.posterior(table.row(0));
    assertThat(Arrays.stream(posterior).sum()).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(model.macroPosterior(posterior)).sum()).isCloseTo(1, within(1e-12));
    assertThat(model.macroSegments()).isBetween(2, 4);
  }

  @Test
  void aCustomerOfWhomNothingIsKnownGetsTheWeights() {
    LearnedSplit model = Mixtures.fit(table, OPTIONS).split();
    float[] nothing = new float[model.rowSize()];
    Arrays.fill(nothing, Float.NaN);
    double[] weights = Arrays.stream(model.logWeights()).map(Math::exp).toArray();
    assertThat(model.posterior(nothing)).containsExactly(weights, within(1e-12));
  }

  @Test
  void unitsOfMeasuredColumnsDoNotMatter() {
    float[][] rows = new float[table.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = table.row(i);
      rows[i][0] = rows[i][0] * 1024 - 512;
    }
    FeatureTable other =
        LabelledTable.of(Simulation.features(), rows, new int[rows.length]).table();
    assertThat(Mixtures.fit(other, OPTIONS).assign(other))
        .isEqualTo(Mixtures.fit(table, OPTIONS).assign(table));
  }

  @Test
  void aTableWithoutCustomersIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mixtures.fit(table.select(new int[0]), OPTIONS))
        .withMessage("table has no customers (expected at least 20)");
  }

  @Test
  void oneCustomerIsTooFewForAnyColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mixtures.fit(oneColumn(3), OPTIONS))
        .withMessage(
            "no feature of 1 customers can be segmented on: age: Known for 1 of 1 customers;"
                + " at least 20 are needed. (expected one that varies)");
  }

  @Test
  void aConstantColumnAloneIsRefused() {
    float[] same = new float[30];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mixtures.fit(oneColumn(same), OPTIONS))
        .withMessage(
            "no feature of 30 customers can be segmented on: age: Every customer of whom it is"
                + " known has the same value. (expected one that varies)");
  }

  @Test
  void anAllMissingTableIsRefused() {
    float[] unknown = new float[30];
    Arrays.fill(unknown, Float.NaN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mixtures.fit(oneColumn(unknown), OPTIONS))
        .withMessage(
            "no feature of 30 customers can be segmented on: age: Known for 0 of 30 customers;"
                + " at least 20 are needed. (expected one that varies)");
  }

  @Test
  void anInfiniteValueIsRefusedInFittingAndInScoring() {
    float[] column = new float[30];
    column[4] = Float.POSITIVE_INFINITY;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mixtures.fit(oneColumn(column), OPTIONS))
        .withMessage(
            "feature age of row 4 is Infinity (expected a finite number, or NaN where unknown)");
    LearnedSplit model = Mixtures.fit(table, OPTIONS).split();
    float[] row = table.row(0);
    row[2] = Float.NEGATIVE_INFINITY;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.posterior(row))
        .withMessage(
            "feature column_2 is -Infinity (expected a finite number, or NaN where unknown)");
  }

  @Test
  void aYesNoValueBesideZeroAndOneIsRefused() {
    FeatureTable wrong =
        LabelledTable.of(
                List.of(LabelledTable.feature("member", MeasurementScale.YES_NO)),
                new float[][] {{2}},
                new int[1])
            .table();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mixtures.fit(wrong, OPTIONS))
        .withMessage("yes/no feature member of row 0 is 2.0 (expected 0, 1, or NaN where unknown)");
  }

  @Test
  void aRowOfAnotherSchemaIsRefused() {
    LearnedSplit model = Mixtures.fit(table, OPTIONS).split();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.posterior(new float[3]))
        .withMessage("row has 3 values (expected 8, one per feature)");
  }

  @Test
  void moreSegmentsThanCustomersCanCarryAreNotTried() {
    FeatureTable few = Simulation.draw(60, 0, 2).table();
    Segmentation segmentation = Mixtures.fit(few, new SegmentationOptions(50, .02, 2, 1));
    assertThat(segmentation.candidates()).hasSize(1);
    assertThat(segmentation.segments()).isEqualTo(1);
  }

  @Test
  void columnsThatSayNothingNewAreLeftOutAndNamed() {
    float[][] rows = new float[100][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[] {i % 17, 2 * (i % 17), 5, i < 10 ? i : Float.NaN};
    }
    List<Feature> features =
        List.of("kept", "double", "same", "rare").stream()
            .map(name -> LabelledTable.feature(name, MeasurementScale.CONTINUOUS))
            .toList();
    Segmentation segmentation =
        Mixtures.fit(LabelledTable.of(features, rows, new int[100]).table(), OPTIONS);
    assertThat(segmentation.split().columns())
        .extracting(SegmentColumn::name)
        .isEqualTo(List.of("kept"));
    assertThat(segmentation.leftOut())
        .containsExactly(
            new LeftOutColumn(
                "double",
                LeftOutColumn.Reason.NEAR_DUPLICATE,
                "Says what kept says (correlation 1.000)."),
            new LeftOutColumn(
                "same",
                LeftOutColumn.Reason.CONSTANT,
                "Every customer of whom it is known has the same value."),
            new LeftOutColumn(
                "rare",
                LeftOutColumn.Reason.TOO_FEW_KNOWN,
                "Known for 10 of 100 customers; at least 20 are needed."));
  }

  private static FeatureTable oneColumn(float... values) {
    float[][] rows = new float[values.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[] {values[i]};
    }
    return LabelledTable.of(
            List.of(LabelledTable.feature("age", MeasurementScale.CONTINUOUS)),
            rows,
            new int[rows.length])
        .table();
  }
}
