package io.kindred.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.models.segmentation.PredictionSets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentRulesTest {
  private static final PredictionSets SETS =
      new PredictionSets(new double[] {.8, .9}, new double[][] {{.5}, {.25}});

  @ParameterizedTest
  @ValueSource(doubles = {-.1, 1.1, Double.NaN})
  void aConfidenceIsAProbability(double confidence) {
    assertRefused(
        () -> new AssignmentRules(confidence, .5, -5, 90, SETS, .9),
        "least confidence is %s (expected 0 to 1)".formatted(confidence));
    assertRefused(
        () -> new AssignmentRules(.5, confidence, -5, 90, SETS, .9),
        "least macro confidence is %s (expected 0 to 1)".formatted(confidence));
  }

  @Test
  void familiarityHasABoundAndMayHaveNone() {
    assertRefused(
        () -> new AssignmentRules(.5, .5, Double.NaN, 90, SETS, .9),
        "least familiarity is NaN (expected a number)");
    assertThat(new AssignmentRules(.5, .5, Double.NEGATIVE_INFINITY, 90, SETS, .9))
        .isEqualTo(new AssignmentRules(.5, .5, Double.NEGATIVE_INFINITY, 90, SETS, .9));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void segmentsHoldForADayAtLeast(int days) {
    assertRefused(
        () -> new AssignmentRules(.5, .5, -5, days, SETS, .9),
        "stale after %d days (expected at least 1)".formatted(days));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.85, 0, 1, Double.NaN})
  void theUsualCoverageIsALevelOfTheSets(double coverage) {
    assertRefused(
        () -> new AssignmentRules(.5, .5, -5, 90, SETS, coverage),
        "usual coverage is %s (expected a level of the prediction sets at [0.8, 0.9])"
            .formatted(coverage));
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
