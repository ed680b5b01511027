package io.kindred.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against numbers worked by hand.
class MetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void aucCountsPairsInTheRightOrder() {
    // Of the 2 x 3 pairs 0.8 beats all three, 0.4 beats 0.1 and 0.3 but not 0.6.
    assertThat(Metrics.auc(new double[] {0.1, 0.8, 0.3, 0.4, 0.6}, new float[] {0, 1, 0, 1, 0}))
        .isCloseTo(5 / 6.0, EXACT);
  }

  @Test
  void aucCountsTiesHalf() {
    // 0.5 ties one negative and beats one; 0.9 beats both: 3.5 of 4.
    assertThat(Metrics.auc(new double[] {0.5, 0.5, 0.9, 0.2}, new float[] {1, 0, 1, 0}))
        .isCloseTo(3.5 / 4, EXACT);
    assertThat(Metrics.auc(new double[] {3, 3, 3, 3}, new float[] {1, 0, 0, 1})).isEqualTo(0.5);
    assertThat(
            Metrics.auc(
                new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, -3},
                new float[] {0, 1, 1}))
        .isEqualTo(0.75);
  }

  @Test
  void aucOfOneClassIsNotDefined() {
    assertThat(Metrics.auc(new double[] {1, 2}, new float[] {1, 1})).isNaN();
    assertThat(Metrics.auc(new double[] {1, 2}, new float[] {0, 0})).isNaN();
    assertThat(Metrics.auc(new double[0], new float[0])).isNaN();
  }

  @Test
  void logLossIsTheMeanSurprise() {
    assertThat(Metrics.logLoss(new double[] {0.25, 0.5}, new float[] {1, 0}))
        .isCloseTo((Math.log(4) + Math.log(2)) / 2, EXACT);
    assertThat(Metrics.logLoss(new double[] {1}, new float[] {0}))
        .isCloseTo(15 * Math.log(10), EXACT);
  }

  @Test
  void brierScoreIsTheMeanSquaredError() {
    assertThat(Metrics.brier(new double[] {0.25, 0.5, 1}, new float[] {1, 0, 1}))
        .isCloseTo((0.5625 + 0.25) / 3, EXACT);
  }

  @Test
  void calibrationErrorAveragesOverTenBins() {
    // Bins of two; bin k holds probability k/10 + 0.05 twice and one positive each.
    double[] probabilities =
        IntStream.range(0, 20).mapToDouble(i -> Math.floorDiv(i, 2) / 10.0 + 0.05).toArray();
    float[] labels = new float[20];
    for (int i = 0; i < 20; i += 2) {
      labels[i] = 1;
    }

    // |0.05 - 0.5| + |0.15 - 0.5| + ... = 2 (0.45 + 0.35 + 0.25 + 0.15 + 0.05), over 10.
    assertThat(Metrics.calibrationError(probabilities, labels)).isCloseTo(0.25, EXACT);
  }

  @Test
  void calibrationErrorOfFewRowsHasABinForEach() {
    assertThat(Metrics.calibrationError(new double[] {0.2, 0.9}, new float[] {0, 1}))
        .isCloseTo(0.15, EXACT);
  }

  @Test
  void calibrationErrorOfAConstantIsItsDistanceFromTheRateWhateverTheOrder() {
    double[] constant = new double[40];
    Arrays.fill(constant, 0.3);
    float[] sorted = new float[40];
    Arrays.fill(sorted, 0, 20, 1);
    float[] mixed = new float[40];
    for (int i = 0; i < 40; i += 2) {
      mixed[i] = 1;
    }

    assertThat(Metrics.calibrationError(constant, sorted)).isCloseTo(0.2, EXACT);
    assertThat(Metrics.calibrationError(constant, mixed)).isCloseTo(0.2, EXACT);
  }

  @Test
  void spearmanIsPearsonOfRanks() {
    // Ranks 1 2 3 4 and 2 1 4 3: 1 - 6 * 4 / (4 * 15).
    assertThat(Metrics.spearman(new double[] {10, 20, 30, 1e9}, new double[] {5, 1, 9, 7}))
        .isCloseTo(0.6, EXACT);
    assertThat(Metrics.spearman(new double[] {1, 2, 3}, new double[] {9, 4, 1}))
        .isCloseTo(-1, EXACT);
  }

  @Test
  void spearmanGivesTiesTheirMeanRank() {
    // Ranks 1.5 1.5 3 4 and 1 2 3.5 3.5: products of differences 4 over sqrt(4.5 * 4.5).
    assertThat(Metrics.spearman(new double[] {0, 0, 1, 2}, new double[] {0, 5, 8, 8}))
        .isCloseTo(4 / 4.5, EXACT);
    assertThat(Metrics.spearman(new double[] {7, 7, 7}, new double[] {1, 2, 3})).isNaN();
  }

  @Test
  void normalisedGiniOfAPerfectRankingIsOneAndOfItsReverseMinusOne() {
    double[] spend = {0, 0, 10, 30};
    assertThat(Metrics.normalisedGini(new double[] {1, 2, 3, 4}, spend)).isCloseTo(1, EXACT);
    assertThat(Metrics.normalisedGini(new double[] {4, 4, 3, 2}, spend)).isCloseTo(-1, EXACT);
    assertThat(Metrics.normalisedGini(new double[] {5, 5, 5, 5}, spend)).isCloseTo(0, EXACT);
  }

  @Test
  void normalisedGiniByHand() {
    // Outcomes in order of prediction: 10 0 30 0; 2 * (10 + 90) / (4 * 40) - 5/4 = 0. Sorted by
    // themselves, the zeros sharing nothing: 2 * (30 + 120) / 160 - 5/4 = .625.
    assertThat(Metrics.normalisedGini(new double[] {1, 2, 3, 4}, new double[] {10, 0, 30, 0}))
        .isCloseTo(0, EXACT);
    // 0 10 30 0: 2 * (20 + 90) / 160 - 5/4 = .125.
    assertThat(Metrics.normalisedGini(new double[] {1, 2, 3, 4}, new double[] {0, 10, 30, 0}))
        .isCloseTo(0.125 / 0.625, EXACT);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noFigureHangsOnTheOrderOfRows(long seed) {
    Random random = new Random(seed);
    int rows = 101;
    double[] scores = random.doubles(rows).map(x -> Math.round(x * 8) / 8.0).toArray();
    float[] labels = new float[rows];
    double[] spend = new double[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = random.nextInt(3) == 0 ? 1 : 0;
      spend[i] = random.nextInt(4);
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
    Collections.shuffle(order, random);
    int[] shuffled = order.stream().mapToInt(Integer::intValue).toArray();
    double[] scoresThen = Bootstrap.pick(scores, shuffled);
    float[] labelsThen = Bootstrap.pick(labels, shuffled);
    double[] spendThen = Bootstrap.pick(spend, shuffled);

    assertThat(Metrics.auc(scoresThen, labelsThen)).isCloseTo(Metrics.auc(scores, labels), EXACT);
    assertThat(Metrics.calibrationError(scoresThen, labelsThen))
        .isCloseTo(Metrics.calibrationError(scores, labels), EXACT);
    assertThat(Metrics.spearman(scoresThen, spendThen))
        .isCloseTo(Metrics.spearman(scores, spend), EXACT);
    assertThat(Metrics.normalisedGini(scoresThen, spendThen))
        .isCloseTo(Metrics.normalisedGini(scores, spend), EXACT);
  }

  @Test
  void errorsOfAmounts() {
    double[] expected = {10, 20, 30};
    double[] spend = {0, 20, 60};
    assertThat(Metrics.meanAbsoluteError(expected, spend)).isCloseTo(40 / 3.0, EXACT);
    assertThat(Metrics.totalError(expected, spend)).isCloseTo(60 / 80.0 - 1, EXACT);
  }

  @Test
  void unknownScoresEndInNoEndlessLoop() {
    double[] unknown = {Double.NaN, 1, Double.NaN};
    assertThat(Metrics.spearman(unknown, new double[] {1, 2, 3})).isFinite();
    assertThat(Metrics.auc(unknown, new float[] {0, 1, 1})).isFinite();
    assertThat(Metrics.normalisedGini(unknown, new double[] {1, 2, 3})).isFinite();
  }
}
