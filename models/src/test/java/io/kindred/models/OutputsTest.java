package io.kindred.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputsTest {
  private static Outputs outputs(double segment, double spend) {
    return new Outputs(
        new double[] {segment, 1 - segment},
        new double[] {1},
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
    Outputs three =
        new Outputs(new double[] {.5, .5, 0}, new double[] {1}, new double[] {.5}, new double[5]);
    assertThat(outputs(.5, 100).distance(three)).isInfinite();
  }

  @Test
  void numbersGoInAndComeOutAsCopies() {
    double[] segments = {1, 0};
    Outputs outputs = new Outputs(segments, new double[] {1}, new double[0], new double[5]);
    segments[0] = 9;
    outputs.segments()[1] = 9;
    assertThat(outputs.segments()).containsExactly(1, 0);
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
            "Outputs[segments=[0.5, 0.5], macroSegments=[1.0], propensities=[0.5], value=[0.9, 2.0,"
                + " 1.0, 0.0, 1000.0]]");
  }
}
