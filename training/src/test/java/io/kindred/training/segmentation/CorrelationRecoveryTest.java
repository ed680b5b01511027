package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns that rise and fall together are told from segments.
class CorrelationRecoveryTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void correlationWithoutSegmentsGivesOneSegment(long seed) throws IOException {
    LabelledTable table = LabelledTable.read("synth_null.csv.gz", RecoveryTest::scaleOfMeasured);
    Segmentation segmentation = Mixtures.fit(table.table(), SegmentationOptions.defaults(seed));
    assertThat(segmentation.segments()).isEqualTo(1);
    assertThat(segmentation.structure().passed()).isFalse();
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
