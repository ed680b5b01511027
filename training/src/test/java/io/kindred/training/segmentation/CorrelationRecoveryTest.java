package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.features.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns that rise and fall together are told from segments.
class CorrelationRecoveryTest {
  private static final int ITEMS = 11;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void correlationWithoutSegmentsGivesOneSegment(long seed) throws IOException {
    LabelledTable table = LabelledTable.read("synth_null.csv.gz", RecoveryTest::scaleOfMeasured);
    Segmentation segmentation = Mixtures.fit(table.table(), SegmentationOptions.defaults(seed));
    assertThat(segmentation.segments()).isEqualTo(1);
    assertThat(segmentation.structure().passed()).isFalse();
  }

  /// Eleven yes/no items of a survey about a restaurant, in which the literature sees four
  /// segments: more than a copula of them.
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void perceptionsOfARestaurantAreMoreThanCorrelation(long seed) throws IOException {
    Segmentation segmentation = Mixtures.fit(restaurant(), SegmentationOptions.defaults(seed));
    assertThat(segmentation.structure().passed()).isTrue();
    assertThat(segmentation.segments()).isBetween(4, 12);
  }

  private static FeatureTable restaurant() throws IOException {
    List<String[]> lines =
        Files.readAllLines(RealData.file("mcdonalds.csv")).stream()
            .map(line -> line.replace("\"", "").split(",", -1))
            .toList();
    float[][] rows = new float[lines.size() - 1][ITEMS];
    for (int i = 0; i < rows.length; i++) {
      for (int d = 0; d < ITEMS; d++) {
        rows[i][d] = lines.get(i + 1)[d].equals("Yes") ? 1 : 0;
      }
    }
    List<Feature> features =
        Arrays.stream(lines.getFirst())
            .limit(ITEMS)
            .map(name -> LabelledTable.feature(name, MeasurementScale.YES_NO))
            .toList();
    return LabelledTable.of(features, rows, new int[rows.length]).table();
  }

  /// Correlated columns inside the segments, which a diagonal mixture cuts where it should not; the
  /// ceiling is .928.
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void nineCorrelatedSegmentsAreFoundWithinOne(long seed) throws IOException {
    LabelledTable table =
        LabelledTable.read("synth_gauss_micro.csv.gz", RecoveryTest::scaleOfMeasured);
    Segmentation segmentation = Mixtures.fit(table.table(), SegmentationOptions.defaults(seed));
    assertThat(table.agreement(segmentation)).isGreaterThanOrEqualTo(.90);
    assertThat(table.calibrationError(segmentation.trees().whole())).isLessThan(.02);
    assertThat(segmentation.segments()).isBetween(8, 10);
    RecoveryTest.assertIsHonest(segmentation);
  }
}
