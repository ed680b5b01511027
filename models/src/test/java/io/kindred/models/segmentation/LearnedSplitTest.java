package io.kindred.models.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.segmentation.SegmentColumn.Transform;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedSplitTest {
  private static final float NAN = Float.NaN;

  /// Two groups, by the first of two features as it is and by the logarithm of the second.
  private static final LearnedSplit SMALL =
      new LearnedSplit(
          2,
          List.of(
              new SegmentColumn(0, "age", Transform.IDENTITY, 40, 10, -6, 6),
              new SegmentColumn(1, "orders", Transform.LOGARITHM_OF_POSITIVE, 0, 1, -6, 6)),
          new double[] {Math.log(.75), Math.log(.25)},
          new double[][] {{1, 2}, {3, 4}},
          new double[][] {{.5, .25}, {-.5, -.25}},
          new double[][] {{-1, 0}, {-2, 0}},
          List.of(),
          new Familiarity(new double[] {-1, -2}, new double[] {.5, 2.5}));

  @Test
  void scoresAreWeightsAndPolynomialsOfStandardisedValues() {
    float[] row = {60, 3};
    double orders = Math.log(4);

    assertThat(SMALL.standardised(row)).containsExactly(new double[] {2, orders}, within(1e-12));
    assertThat(SMALL.terms(row)[0])
        .containsExactly(new double[] {1 + 1 - 4, 2 + orders / 4}, within(1e-12));
    assertThat(SMALL.terms(row)[1])
        .containsExactly(new double[] {3 - 1 - 8, 4 - orders / 4}, within(1e-12));
    assertThat(SMALL.scores(row))
        .containsExactly(
            new double[] {Math.log(.75) + orders / 4, Math.log(.25) - 2 - orders / 4},
            within(1e-12));
  }

  @Test
  void ofARowOfWhichNothingIsKnownThereAreTheWeights() {
    assertThat(SMALL.posterior(new float[] {NAN, NAN}))
        .containsExactly(new double[] {.75, .25}, within(1e-12));
    // No orders: their logarithm is unknown, not 0.
    assertThat(SMALL.posterior(new float[] {NAN, 0}))
        .containsExactly(new double[] {.75, .25}, within(1e-12));
    assertThat(SMALL.familiarity(new float[] {NAN, NAN})).isCloseTo(0, within(1e-12));
  }

  @Test
  void familiarityIsOfWhatIsKnown() {
    // The density of age 40 is .75 e^1 + .25 e^3.
    double density = Math.log(.75 * Math.E + .25 * Math.exp(3));

    assertThat(SMALL.familiarity(new float[] {40, NAN}))
        .isCloseTo((density + 1) / Math.sqrt(1.5), within(1e-12));
    assertThat(SMALL.familiarity(new float[] {40, 3}))
        .isCloseTo(
            (Probabilities.logSumExp(SMALL.scores(new float[] {40, 3})) + 3) / 2, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void termsSumToScoresAndUnknownColumnsHaveNone(long seed) {
    RandomSegments random = new RandomSegments(seed);
    LearnedSplit split = random.split(3);
    for (int i = 0; i < 50; i++) {
      float[] row = random.row();
      double[] z = split.standardised(row);
      double[][] terms = split.terms(row);
      double[] scores = split.scores(row);

      for (int k = 0; k < 3; k++) {
        assertThat(split.logWeights()[k] + Arrays.stream(terms[k]).sum())
            .isCloseTo(scores[k], within(1e-9));
        for (int d = 0; d < z.length; d++) {
          if (Double.isNaN(z[d])) {
            assertThat(terms[k][d]).isZero();
          }
        }
      }
      assertThat(Arrays.stream(split.posterior(row)).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void termsBetweenGroupsAreByFeature(long seed) {
    RandomSegments random = new RandomSegments(seed);
    LearnedSplit split = random.split(2);
    float[] row = random.row();
    row[0] = 2;

    List<LogOdds.Term> terms = split.termsBetween(row, 1, 0);

    assertThat(terms).extracting(LogOdds.Term::feature).isSorted().doesNotHaveDuplicates();
    // Both columns of feature 0 are in its one term.
    double[][] byColumn = split.terms(row);
    assertThat(terms.getFirst().contribution())
        .isCloseTo(
            byColumn[1][0] + byColumn[1][1] - byColumn[0][0] - byColumn[0][1], within(1e-12));
    double[] scores = split.scores(row);
    assertThat(terms.stream().mapToDouble(LogOdds.Term::contribution).sum())
        .isCloseTo(
            scores[1] - scores[0] - split.logWeights()[1] + split.logWeights()[0], within(1e-9));
  }

  @Test
  void rowsOfAnotherLengthAndInfiniteValuesAreRefused() {
    assertRefused(
        () -> SMALL.posterior(new float[3]), "row has 3 values (expected 2, one per feature)");
    assertRefused(
        () -> SMALL.posterior(new float[] {1, Float.NEGATIVE_INFINITY}),
        "feature orders is -Infinity (expected a finite number, or NaN where unknown)");
  }

  @Test
  void coefficientsThatDoNotFitAreRefused() {
    assertRefused(
        () -> changed(new double[0], SMALL.linear()),
        "a split has no groups (expected at least 1)");
    assertRefused(
        () -> changed(SMALL.logWeights(), new double[][] {{1, 2}, {3}}),
        "linear coefficients are not 2 groups x 2 columns");
    assertRefused(
        () -> changed(SMALL.logWeights(), new double[][] {{1, 2}, {3, Double.NaN}}),
        "linear coefficients are not all finite (expected numbers)");
    assertRefused(
        () -> changed(new double[] {0, Double.NEGATIVE_INFINITY}, SMALL.linear()),
        "logarithms of shares are [0.0, -Infinity] (expected finite numbers)");
    assertRefused(
        () -> SMALL.with(new Familiarity(new double[1], new double[2])),
        "familiarity is of 1 and 2 columns (expected 2)");
    assertRefused(
        () -> SMALL.with(new Familiarity(new double[2], new double[] {1, -1})),
        "familiarity expects [0.0, 0.0] with variance [1.0, -1.0] (expected finite numbers, no"
            + " variance below 0)");
  }

  @Test
  void aColumnIsAFeatureOfTheRow() {
    assertRefused(
        () ->
            new LearnedSplit(
                1,
                SMALL.columns(),
                SMALL.logWeights(),
                SMALL.constant(),
                SMALL.linear(),
                SMALL.quadratic(),
                List.of(),
                SMALL.familiarity()),
        "column orders stands at 1 (expected below the row's size, 1)");
  }

  private static LearnedSplit changed(double[] logWeights, double[][] linear) {
    return new LearnedSplit(
        2,
        SMALL.columns(),
        logWeights,
        SMALL.constant(),
        linear,
        SMALL.quadratic(),
        List.of(),
        SMALL.familiarity());
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
