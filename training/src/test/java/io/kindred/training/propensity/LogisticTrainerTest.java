package io.kindred.training.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

class LogisticTrainerTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void predictionsAreTribuos(long seed) {
    SimulatedPanel data = SimulatedPanel.draw(600, seed, SimulatedPanel.ADDITIVE);
    List<LogisticModel.Term> columns = LogisticTrainer.standardise(data.table());
    LinearSGDModel library = LogisticTrainer.train(data.table(), data.labels(), columns, seed);
    LogisticModel model = LogisticTrainer.fit(data.table(), data.labels(), seed);

    for (int row = 0; row < data.table().size(); row++) {
      assertSame(library, model, columns, data.table().row(row));
    }
    for (float[] row : SimulatedPanel.extremeRows()) {
      assertSame(library, model, columns, row);
    }
  }

  @Test
  void theWeightsOfAnAdditiveTruthAreFound() {
    SimulatedPanel data = SimulatedPanel.draw(20_000, 4, SimulatedPanel.ADDITIVE);

    LogisticModel model = LogisticTrainer.fit(data.table(), data.labels(), 1);

    // By unit of the feature, not by standard deviation.
    assertThat(slope(model, 0)).isCloseTo(0.05, within(0.01));
    assertThat(slope(model, 1)).isCloseTo(2, within(0.2));
    assertThat(slope(model, 2)).isCloseTo(0.5, within(0.05));
    assertThat(slope(model, 3)).isCloseTo(1, within(0.1));
    double worst = 0;
    for (int row = 0; row < 1000; row++) {
      double error = model.logOdds(data.table().row(row)) - data.trueLogOdds()[row];
      worst = Math.max(worst, Math.abs(error));
    }
    assertThat(worst).isLessThan(0.5);
  }

  @Test
  void constantColumnsHaveNoTerm() {
    float[][] rows = new float[100][];
    boolean[] purchases = new boolean[100];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[] {7, i, Float.NaN, 1};
      purchases[i] = i % 3 == 0;
    }

    LogisticModel model =
        LogisticTrainer.fit(
            SimulatedPanel.panel(rows, purchases).table(),
            SimulatedPanel.panel(rows, purchases).purchases(),
            1);

    assertThat(model.terms()).extracting(LogisticModel.Term::feature).isEqualTo(List.of(1));
  }

  @Test
  void oneAnswerOnlyGivesItsBaseRate() {
    SimulatedPanel data = SimulatedPanel.draw(48, 1, SimulatedPanel.ADDITIVE);

    LogisticModel model = LogisticTrainer.fit(data.table(), new float[48], 1);

    assertThat(model.terms()).isEmpty();
    assertThat(model.logOdds(data.table().row(0))).isCloseTo(Math.log(1 / 49.0), within(1e-12));
  }

  @Test
  void anExtremeValueCountsAsSixDeviations() {
    LogisticModel model =
        new LogisticModel(0.5, List.of(new LogisticModel.Term(0, false, 10, 2, 3, -1)));

    assertThat(model.logOdds(new float[] {14})).isEqualTo(0.5 + 3 * 2);
    assertThat(model.logOdds(new float[] {1e30f})).isEqualTo(0.5 + 3 * 6);
    assertThat(model.logOdds(new float[] {-1e30f})).isEqualTo(0.5 - 3 * 6);
    assertThat(model.logOdds(new float[] {Float.NaN})).isEqualTo(0.5 - 1);
  }

  private static double slope(LogisticModel model, int feature) {
    LogisticModel.Term term = model.terms().get(feature);
    assertThat(term.feature()).isEqualTo(feature);
    return term.weight() / term.scale();
  }

  private static void assertSame(
      LinearSGDModel library, LogisticModel model, List<LogisticModel.Term> columns, float[] row) {
    Label yes =
        library
            .predict(LogisticTrainer.example(row, LogisticTrainer.YES, columns))
            .getOutputScores()
            .getOrDefault(LogisticTrainer.YES, new Label(LogisticTrainer.YES, Double.NaN));
    double theirs = yes.getScore();
    assertThat(1 / (1 + Math.exp(-model.logOdds(row)))).isCloseTo(theirs, within(1e-9));
  }
}
