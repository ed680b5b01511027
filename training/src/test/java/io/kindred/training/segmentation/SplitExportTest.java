package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.FeatureTable;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.Starts;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A split's coefficients say what the mixture says that they were made from.
class SplitExportTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 3"})
  void theSplitAnswersAsTheMixture(int factors, long seed) {
    FeatureTable table = CorrelatedSimulation.draw(900, .2, seed).table();
    ColumnChoice choice = ColumnChoice.of(table, .02);
    MixedRows rows = choice.rows();
    Mixture mixture =
        ExpectationMaximisation.fit(
            rows,
            3,
            new Covariance(factors, false),
            Starts.of(rows, 3, 2, seed).assignments(),
            ExpectationMaximisation.ROUGH);
    assertThat(mixture.blocks()).hasSize(factors == 0 ? 0 : 1);

    LearnedSplit split = SplitExport.of(mixture, choice.columns(), 1, table);

    double[][] posteriors = mixture.posteriors(rows);
    double[] familiarity = new double[table.size()];
    for (int i = 0; i < table.size(); i++) {
      assertThat(split.posterior(table.row(i))).containsExactly(posteriors[i], within(1e-9));
      familiarity[i] = split.familiarity(table.row(i));
    }
    assertThat(Arrays.stream(familiarity).average().orElseThrow()).isBetween(-1.0, 1.0);
    float[] strange = table.row(0);
    Arrays.fill(strange, 0, 4, 1e6f);
    strange[1] = -1e6f;
    assertThat(split.familiarity(strange))
        .isLessThan(Arrays.stream(familiarity).min().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "1, 5"})
  void aTemperatureFlattensWhatColumnsSayAndNotTheShares(int factors, long seed) {
    FeatureTable table = CorrelatedSimulation.draw(600, .2, seed).table();
    ColumnChoice choice = ColumnChoice.of(table, .02);
    MixedRows rows = choice.rows();
    Mixture mixture =
        ExpectationMaximisation.fit(
            rows,
            3,
            new Covariance(factors, false),
            Starts.of(rows, 3, 2, seed).assignments(),
            ExpectationMaximisation.ROUGH);

    LearnedSplit sharp = SplitExport.of(mixture, choice.columns(), 1, table);
    LearnedSplit flat = SplitExport.of(mixture, choice.columns(), .5, table);

    for (int i = 0; i < table.size(); i++) {
      double[] whole = sharp.scores(table.row(i));
      double[] half = flat.scores(table.row(i));
      for (int k = 0; k < 3; k++) {
        double shares = mixture.logWeights()[k];
        assertThat(half[k] - shares).isCloseTo((whole[k] - shares) / 2, within(1e-9));
      }
    }
  }
}
