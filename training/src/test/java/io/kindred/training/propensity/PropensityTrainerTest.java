package io.kindred.training.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindred.training.metrics.Metrics;
import io.kindred.training.panel.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropensityTrainerTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anAdditiveTruthOnFewRowsIsForLogisticRegression(long seed) {
    SimulatedPanel few = SimulatedPanel.draw(400, seed, SimulatedPanel.ADDITIVE);
    SimulatedPanel fresh = SimulatedPanel.draw(5000, 100 + seed, SimulatedPanel.ADDITIVE);

    FittedPropensity fitted = PropensityTrainer.fit(few.panel(), seed);

    assertThat(fitted.model().kind()).isEqualTo("logistic regression");
    assertThat(auc(fitted, fresh)).isGreaterThan(bayesAuc(fresh) - 0.03);
  }

  @Test
  void aCrossedTruthIsForTrees() {
    SimulatedPanel data = SimulatedPanel.draw(3000, 1, SimulatedPanel.CROSSED);
    SimulatedPanel fresh = SimulatedPanel.draw(5000, 2, SimulatedPanel.CROSSED);

    FittedPropensity fitted = PropensityTrainer.fit(data.panel(), 1);

    assertThat(fitted.model().kind()).isEqualTo("boosted trees");
    assertThat(fitted.candidates())
        .extracting(FittedPropensity.Candidate::kind)
        .isEqualTo(List.of("logistic regression", "boosted trees"));
    assertThat(fitted.candidates().get(1).logLoss())
        .isLessThan(fitted.candidates().get(0).logLoss());
    assertThat(auc(fitted, fresh)).isGreaterThan(bayesAuc(fresh) - 0.02);
    assertThat(Metrics.calibrationError(probabilities(fitted, fresh), fresh.labels()))
        .isLessThan(0.04);
  }

  @Test
  void theSameSeedGivesTheSameModel() {
    Panel panel = SimulatedPanel.draw(500, 3, SimulatedPanel.ADDITIVE).panel();

    FittedPropensity fitted = PropensityTrainer.fit(panel, 8);

    assertThat(PropensityTrainer.fit(panel, 8)).isEqualTo(fitted);
    assertThat(PropensityTrainer.fit(panel, 9)).isNotEqualTo(fitted);
  }

  @Test
  void theBaseRateIsThePanelsOwn() {
    SimulatedPanel data = SimulatedPanel.draw(500, 3, SimulatedPanel.ADDITIVE);
    double positives = 0;
    for (float label : data.labels()) {
      positives += label;
    }

    assertThat(PropensityTrainer.fit(data.panel(), 1).baseRate())
        .isCloseTo(positives / 500, within(1e-12));
  }

  @Test
  void noiseGivesTheBaseRate() {
    SimulatedPanel noise = SimulatedPanel.draw(1500, 5, _ -> -1);

    FittedPropensity fitted = PropensityTrainer.fit(noise.panel(), 1);

    double[] probabilities = probabilities(fitted, noise);
    assertThat(Arrays.stream(probabilities).min().orElseThrow()).isBetween(0.15, 0.35);
    assertThat(Arrays.stream(probabilities).max().orElseThrow()).isBetween(0.2, 0.4);
  }

  @Test
  void absurdValuesLeaveTheOthersAsTheyAre() {
    SimulatedPanel data = SimulatedPanel.draw(1000, 6, SimulatedPanel.ADDITIVE);
    float[][] rows =
        IntStream.range(0, 1000).mapToObj(row -> data.table().row(row)).toArray(float[][]::new);
    boolean[] purchases = new boolean[1000];
    for (int i = 0; i < 1000; i++) {
      purchases[i] = data.labels()[i] > 0;
    }
    rows[17][0] = 1e30f;
    rows[18][1] = -3e38f;

    FittedPropensity fitted = PropensityTrainer.fit(SimulatedPanel.panel(rows, purchases), 1);

    for (float[] row : rows) {
      assertThat(fitted.probability(row)).isBetween(0.0, 1.0);
    }
    for (float[] row : SimulatedPanel.extremeRows()) {
      assertThat(fitted.probability(row)).isBetween(0.0, 1.0);
    }
    assertThat(auc(fitted, SimulatedPanel.draw(5000, 7, SimulatedPanel.ADDITIVE)))
        .isGreaterThan(0.7);
  }

  @Test
  void tooFewPurchasesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PropensityTrainer.fit(withPurchases(29), 1))
        .withMessage(
            "29 rows of the training panel purchased within the horizon and 71 did not (expected at"
                + " least 30 of each; choose another horizon or bring more customers)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PropensityTrainer.fit(withPurchases(71), 1))
        .withMessage(
            "71 rows of the training panel purchased within the horizon and 29 did not (expected at"
                + " least 30 of each; choose another horizon or bring more customers)");
    assertThat(PropensityTrainer.fit(withPurchases(30), 1).baseRate()).isEqualTo(0.3);
  }

  private static Panel withPurchases(int count) {
    Panel panel = SimulatedPanel.draw(100, 1, _ -> 0).panel();
    boolean[] purchases = new boolean[100];
    Arrays.fill(purchases, 0, count, true);
    return SimulatedPanel.panel(
        IntStream.range(0, 100).mapToObj(row -> panel.table().row(row)).toArray(float[][]::new),
        purchases);
  }

  private static double auc(FittedPropensity fitted, SimulatedPanel data) {
    return Metrics.auc(probabilities(fitted, data), data.labels());
  }

  private static double bayesAuc(SimulatedPanel data) {
    return Metrics.auc(data.trueLogOdds(), data.labels());
  }

  private static double[] probabilities(FittedPropensity fitted, SimulatedPanel data) {
    return IntStream.range(0, data.table().size())
        .mapToDouble(row -> fitted.probability(data.table().row(row)))
        .toArray();
  }
}
