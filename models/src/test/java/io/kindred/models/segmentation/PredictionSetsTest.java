package io.kindred.models.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PredictionSetsTest {
  private static final PredictionSets SETS =
      new PredictionSets(
          new double[] {.8, .95}, new double[][] {{.5, .25, .75, 1}, {.125, .25, .0625, 0}});

  @Test
  void segmentsThatReachTheirThresholdStandInTheSetTheLikeliestFirst() {
    double[] settled = {.125, .25, .5, .125};

    // The third does not reach its threshold, and is in all the same: it is the likeliest.
    assertThat(SETS.set(0, settled)).containsExactly(2, 1);
    assertThat(SETS.set(1, settled)).containsExactly(2, 1, 0, 3);
  }

  @Test
  void theLikeliestIsAlwaysIn() {
    assertThat(SETS.set(0, new double[] {.1, .1, .05, .75})).containsExactly(3);
    assertThat(SETS.set(0, new double[] {.0625, .1875, .75, 0})).containsExactly(2);
  }

  @Test
  void aFlatForecastGetsALongSetThoughOneSegmentWouldDoForMost() {
    PredictionSets oneForMost =
        new PredictionSets(new double[] {.9}, new double[][] {{1, 1, 1, 1}});

    assertThat(oneForMost.set(0, new double[] {.25, .25, .25, .25})).containsExactly(0, 1, 2, 3);
    assertThat(oneForMost.set(0, new double[] {.5, .0625, .4375, 0})).containsExactly(0, 2);
    assertThat(oneForMost.set(0, new double[] {.8125, .0625, .125, 0})).containsExactly(0);
  }

  @Test
  void aLevelIsOneOfThoseCalibratedFor() {
    assertThat(SETS.indexOf(.8)).isZero();
    assertThat(SETS.indexOf(.95)).isEqualTo(1);
    assertThat(SETS.indexOf(.9)).isEqualTo(-1);
    assertThat(SETS.indexOf(Double.NaN)).isEqualTo(-1);
  }

  @Test
  void levelsAndThresholdsThatAreNoneAreRefused() {
    double[][] one = {{.5, .5}};
    assertRefused(
        () -> new PredictionSets(new double[0], new double[0][]),
        "0 levels of prediction sets have 0 lists of thresholds (expected as many, at least 1)");
    assertRefused(
        () -> new PredictionSets(new double[] {.8, .9}, one),
        "2 levels of prediction sets have 1 lists of thresholds (expected as many, at least 1)");
    for (double wrong : new double[] {0, 1, -.5, Double.NaN}) {
      assertRefused(
          () -> new PredictionSets(new double[] {wrong}, one),
          "a level of prediction sets is %s (expected between 0 and 1)".formatted(wrong));
    }
    assertRefused(
        () -> new PredictionSets(new double[] {.9, .8}, new double[][] {{.5}, {.5}}),
        "levels of prediction sets are [0.9, 0.8] (expected ascending)");
    assertRefused(
        () -> new PredictionSets(new double[] {.8, .9}, new double[][] {{.5, .5}, {.5}}),
        "thresholds are [0.5] (expected one from 0 to 1 for each segment)");
    assertRefused(
        () -> new PredictionSets(new double[] {.8}, new double[][] {{.5, Double.NaN}}),
        "thresholds are [0.5, NaN] (expected one from 0 to 1 for each segment)");
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
