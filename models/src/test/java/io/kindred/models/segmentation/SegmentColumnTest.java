package io.kindred.models.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.segmentation.SegmentColumn.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentColumnTest {
  @ParameterizedTest
  @CsvSource({
    "IDENTITY, -2.5, -2.5",
    "LOGARITHM, 0, 0",
    "LOGARITHM, 3, 1.3862943611",
    "LOGARITHM, -3, 0",
    "IS_POSITIVE, 0.5, 1",
    "IS_POSITIVE, 0, 0",
    "IS_POSITIVE, -1, 0",
    "LOGARITHM_OF_POSITIVE, 3, 1.3862943611",
    "LOGARITHM_OF_POSITIVE, 0, NaN",
    "LOGARITHM_OF_POSITIVE, -1, NaN"
  })
  void transformsAreWhatTheySay(Transform transform, double value, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(transform.of(value)).isNaN();
    } else {
      assertThat(transform.of(value)).isCloseTo(expected, within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsUnknownStaysUnknown(Transform transform) {
    SegmentColumn column = new SegmentColumn(0, "x", transform, 1, 2, -6, 6);
    assertThat(column.standardised(Double.NaN)).isNaN();
  }

  @Test
  void aWildValueCountsAsTheFurthest() {
    SegmentColumn column = new SegmentColumn(0, "x", Transform.IDENTITY, 10, 2, -3, 6);
    assertThat(column.standardised(14)).isEqualTo(2);
    assertThat(column.standardised(1e30)).isEqualTo(6);
    assertThat(column.standardised(-1e30)).isEqualTo(-3);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 1, -6, 6, column x has feature number -1 (expected >= 0)",
    "0, NaN, 1, -6, 6, 'column x has centre NaN and scale 1.0 (expected finite numbers, scale > 0)'",
    "0, 0, 0, -6, 6, 'column x has centre 0.0 and scale 0.0 (expected finite numbers, scale > 0)'",
    "0, 0, 1, 6, 6, column x is held to 6.0 to 6.0 (expected a range)",
    "0, 0, 1, NaN, 6, column x is held to NaN to 6.0 (expected a range)"
  })
  void aColumnThatIsNoneIsRefused(
      int feature, double centre, double scale, double low, double high, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SegmentColumn(feature, "x", Transform.IDENTITY, centre, scale, low, high))
        .withMessage(message);
  }
}
