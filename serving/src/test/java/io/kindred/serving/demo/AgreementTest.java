package io.kindred.serving.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void theSameGroupsUnderOtherNamesAgreeFully() {
    assertThat(
            Agreement.adjustedRandIndex(
                List.of("a", "a", "b", "b", "c"), List.of("3", "3", "1", "1", "2")))
        .isEqualTo(1);
  }

  /// Of 15 pairs 2 are together on both sides, 6 on the one and 3 on the other: chance gives 1.2 of
  /// at most 4.5.
  @Test
  void agreementIsCountedFromWhatChanceGives() {
    assertThat(
            Agreement.adjustedRandIndex(
                List.of("a", "a", "a", "b", "b", "b"), List.of("x", "x", "y", "y", "z", "z")))
        .isCloseTo(.2424242, within(1e-7));
    assertThat(
            Agreement.adjustedRandIndex(List.of("a", "a", "b", "b"), List.of("x", "y", "x", "y")))
        .isCloseTo(-.5, within(1e-12));
    assertThat(Agreement.adjustedRandIndex(List.of("a", "a"), List.of("x", "x"))).isEqualTo(1);
  }

  @Test
  void rankCorrelationSharesTheRanksOfEqualNumbers() {
    assertThat(Agreement.rankCorrelation(new double[] {1, 2, 2, 9}, new double[] {10, 20, 30, 400}))
        .isCloseTo(.9486833, within(1e-7));
    assertThat(Agreement.rankCorrelation(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
        .isEqualTo(-1);
    assertThat(Agreement.rankCorrelation(new double[] {1, 1, 1}, new double[] {3, 2, 1}))
        .isEqualTo(0);
  }

  @Test
  void areaUnderCurveCountsTiesHalf() {
    assertThat(
            Agreement.areaUnderCurve(
                new double[] {.9, .8, .8, .1}, new boolean[] {true, true, false, false}))
        .isEqualTo(.875);
    assertThat(Agreement.areaUnderCurve(new double[] {.9, .1}, new boolean[] {true, true}))
        .isEqualTo(.5);
  }
}
