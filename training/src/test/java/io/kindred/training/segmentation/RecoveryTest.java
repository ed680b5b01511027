package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.MeasurementScale;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Segments of known truth are found again, with one set of options for all.
class RecoveryTest {
  @ParameterizedTest
  @CsvSource({"0, 1, .98", "0, 2, .98", ".2, 3, .96", ".2, 4, .96", ".4, 5, .89", ".4, 6, .89"})
  void simulatedSegmentsAreFoundWithMissingValues(double missing, long seed, double agreement) {
    LabelledTable drawn = Simulation.draw(1500, missing, seed);
    Segmentation segmentation = Mixtures.fit(drawn.table(), SegmentationOptions.defaults(seed));
    assertThat(segmentation.segments()).isEqualTo(Simulation.SEGMENTS);
    assertThat(drawn.agreement(segmentation)).isGreaterThan(agreement);
    assertIsHonest(segmentation);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void latentClassesAreFoundFromYesNoItems(long seed) throws IOException {
    LabelledTable table =
        LabelledTable.read("synth_lca_binary.csv.gz", _ -> MeasurementScale.YES_NO);
    Segmentation segmentation = Mixtures.fit(table.table(), SegmentationOptions.defaults(seed));
    assertThat(segmentation.segments()).isEqualTo(5);
    // .764 with the first seed, .763 with the second.
    assertThat(table.agreement(segmentation)).isGreaterThanOrEqualTo(.763);
    assertThat(table.calibrationError(segmentation.trees().whole())).isLessThan(.02);
    assertIsHonest(segmentation);
    Candidate five = segmentation.candidates().get(4);
    assertThat(five.stability()).isGreaterThan(.8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void moneyNumbersAndCategoriesWorkTogether(long seed) throws IOException {
    LabelledTable table = LabelledTable.read("synth_mixed.csv.gz", RecoveryTest::scaleOfMeasured);
    Segmentation segmentation = Mixtures.fit(table.table(), SegmentationOptions.defaults(seed));
    assertThat(table.agreement(segmentation)).isGreaterThanOrEqualTo(.955);
    assertThat(table.calibrationError(segmentation.trees().whole())).isLessThan(.01);
    assertIsHonest(segmentation);
  }

  @Test
  void everySegmentHasTheSmallestShare() {
    LabelledTable drawn = Simulation.draw(1500, 0, 8);
    Segmentation segmentation = Mixtures.fit(drawn.table(), new SegmentationOptions(6, .4, 2, 8));
    int[] customers = new int[segmentation.segments()];
    for (int segment : segmentation.assign(drawn.table())) {
      customers[segment]++;
    }
    assertThat(Arrays.stream(customers).min().orElseThrow()).isGreaterThanOrEqualTo(585);
  }

  /// For customers of whom half is hidden, confidence is how often the whole agrees, or a little
  /// too modest: the temperature never sharpens.
  static void assertIsHonest(Segmentation segmentation) {
    ConfidenceCheck confidence = segmentation.confidence();
    assertThat(confidence.meanConfidence())
        .isBetween(confidence.agreement() - .04, confidence.agreement() + .02);
    assertThat(confidence.temperature()).isBetween(.05, 1.0);
  }

  static MeasurementScale scaleOfMeasured(String column) {
    return column.startsWith("spend") ? MeasurementScale.SKEWED : MeasurementScale.CONTINUOUS;
  }
}
