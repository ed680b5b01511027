package io.kindred.training.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletedRowsTest {
  private static final int ROWS = 4_000;

  @Test
  void wholeRowsStayAsTheyAre() {
    MixedRows rows = MixedSimulation.draw(300, 0, 1, 1);
    assertThat(CompletedRows.of(rows, fitted(rows, new Covariance(1, false)), 1)).isSameAs(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void unknownValuesAreDrawnAsTheFitDescribesThem(int factors) {
    MixedRows whole = MixedSimulation.draw(ROWS, 0, 1, 2);
    MixedRows rows = MixedSimulation.draw(ROWS, .5, 1, 3);
    Mixture mixture = fitted(rows, new Covariance(factors, false));
    MixedRows completed = CompletedRows.of(rows, mixture, 4);

    for (int i = 0; i < ROWS; i++) {
      for (int d = 0; d < rows.width(); d++) {
        double known = rows.values()[i][d];
        double now = completed.values()[i][d];
        assertThat(now).isFinite();
        if (!Double.isNaN(known)) {
          assertThat(now).isEqualTo(known);
        }
      }
    }
    // A mixture that describes them finds completed rows as likely as ones that are whole.
    assertThat(mean(mixture, completed)).isCloseTo(mean(mixture, whole), within(.1));
    for (int d = 0; d < rows.width(); d++) {
      assertThat(mean(completed, d)).isCloseTo(mean(whole, d), within(.1));
    }
  }

  @Test
  void theSameSeedDrawsTheSame() {
    MixedRows rows = MixedSimulation.draw(200, .3, 1, 5);
    Mixture mixture = fitted(rows, Covariance.DIAGONAL);
    assertThat(CompletedRows.of(rows, mixture, 7).values())
        .isDeepEqualTo(CompletedRows.of(rows, mixture, 7).values());
    assertThat(
            Arrays.deepEquals(
                CompletedRows.of(rows, mixture, 7).values(),
                CompletedRows.of(rows, mixture, 8).values()))
        .isFalse();
  }

  private static Mixture fitted(MixedRows rows, Covariance covariance) {
    return ExpectationMaximisation.fit(
        rows, 3, covariance, Starts.of(rows, 3, 4, 1).assignments(), ExpectationMaximisation.ROUGH);
  }

  private static double mean(Mixture mixture, MixedRows rows) {
    return Summary.of(mixture.objectives(rows)).mean();
  }

  private static double mean(MixedRows rows, int column) {
    return Arrays.stream(rows.values()).mapToDouble(row -> row[column]).average().orElseThrow();
  }
}
