package io.kindred.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.models.segmentation.SegmentOutputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {
  private static Outputs outputs(double segment, double spend) {
    return new Outputs(
        new SegmentOutputs(
            new double[] {segment, 1 - segment},
            new double[] {1},
            new double[][] {{.25, .75}, {1, 0}},
            -3),
        new double[] {.5},
        new double[] {.9, 2, spend, 0, 1000});
  }

  @Test
  void theDistanceIsTheLargestDifference() {
    assertThat(outputs(.5, 100).distance(outputs(.5, 100))).isZero();
    assertThat(outputs(.5, 100).distance(outputs(.625, 100))).isEqualTo(.125);
  }

  @Test
  void numbersAboveOneDifferRelativeToTheLarger() {
    assertThat(outputs(.5, 100).distance(outputs(.5, 125))).isEqualTo(.2);
    assertThat(outputs(.5, 125).distance(outputs(.5, 100))).isEqualTo(.2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsInfinitelyFar(double spend) {
    assertThat(outputs(.5, spend).distance(outputs(.5, 100))).isInfinite();
    assertThat(outputs(.5, 100).distance(outputs(.5, spend))).isInfinite();
    assertThat(outputs(.5, spend).distance(outputs(.5, spend))).isInfinite();
    assertThat(outputs(.5, spend).isFinite()).isFalse();
    assertThat(outputs(.5, 100).isFinite()).isTrue();
  }

  @Test
  void outputsOfAnotherShapeAreInfinitelyFar() {
    SegmentOutputs three =
        new SegmentOutputs(new double[] {.5, .5, 0}, new double[] {1}, new double[2][3], -3);
    assertThat(outputs(.5, 100).distance(new Outputs(three, new double[1], new double[5])))
        .isInfinite();
  }

  @Test
  void numbersGoInAndComeOutAsCopies() {
    double[] value = {1, 2, 3, 4, 5};
    Outputs outputs = new Outputs(outputs(1, 1).segments(), new double[] {.5}, value);
    value[0] = 9;
    outputs.value()[1] = 9;
    outputs.propensities()[0] = 9;
    assertThat(outputs.value()).containsExactly(1, 2, 3, 4, 5);
    assertThat(outputs.propensities()).containsExactly(.5);
  }

  @Test
  void allNumbersOfSegmentsCount() {
    assertThat(outputs(.5, 1).segments().all()).containsExactly(.25, .75, 1, 0, .5, .5, 1, -3);
    assertThat(outputs(.5, 1).segments().settled()).containsExactly(.25, .75);
    SegmentOutputs unfamiliar =
        new SegmentOutputs(
            new double[] {1}, new double[] {1}, new double[][] {{1}}, Double.NEGATIVE_INFINITY);
    assertThat(unfamiliar.isFinite()).isFalse();
    assertThat(new Outputs(unfamiliar, new double[0], new double[0]).isFinite()).isFalse();
  }

  @Test
  void forecastsAreOfTheSegmentsAndThereIsOne() {
    assertThat(SegmentOutputs.split(new double[] {1, 2, 3, 4, 5, 6}, 3))
        .isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentOutputs(new double[2], new double[1], new double[][] {{1}}, 0))
        .withMessage("a forecast has 1 segments (expected 2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentOutputs(new double[2], new double[1], new double[0][], 0))
        .withMessage("there is no forecast of segments (expected at least 1)");
  }

  @Test
  void valueColumnsHaveNames() {
    assertThat(outputs(.5, 123).value(ValueOutput.EXPECTED_SPEND)).isEqualTo(123);
    assertThat(outputs(.5, 123).value(ValueOutput.PROBABILITY_ALIVE)).isEqualTo(.9);
    assertThat(ValueOutput.values()).hasSize(ValueOutput.COLUMNS);
  }

  @Test
  void theSameNumbersAreEqual() {
    assertThat(outputs(.5, 1)).isEqualTo(outputs(.5, 1)).hasSameHashCodeAs(outputs(.5, 1));
    assertThat(outputs(.5, 1)).isNotEqualTo(outputs(.5, 2));
    assertThat(outputs(.5, 1))
        .hasToString(
            "Outputs[segments=SegmentOutputs[posterior=[0.5, 0.5], macroSegments=[1.0],"
                + " forecasts=[[0.25, 0.75], [1.0, 0.0]], familiarity=-3.0], propensities=[0.5],"
                + " value=[0.9, 2.0, 1.0, 0.0, 1000.0]]");
  }
}
