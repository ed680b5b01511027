package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentStabilityTest {
  private static final int CUSTOMERS = 3_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void clearSegmentsAreFoundAgain(long seed) {
    LabelledTable drawn = Simulation.draw(CUSTOMERS, 0, seed);

    double[] stability = stability(drawn, drawn.labels(), Simulation.SEGMENTS, seed);

    assertThat(stability).hasSize(Simulation.SEGMENTS);
    for (double each : stability) {
      assertThat(each).isBetween(.9, 1.0);
    }
  }

  /// The first segment cut in two as a coin falls, the others as they are. Of few customers a cut
  /// fits by chance what samples of the same customers show again; of these it does not.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aSegmentCutInTwoAtRandomIsNot(long seed) {
    LabelledTable drawn = Simulation.draw(CUSTOMERS, 0, seed);
    Random coin = new Random(seed);
    int[] cut = drawn.labels().clone();
    for (int i = 0; i < cut.length; i++) {
      cut[i] = cut[i] == 0 && coin.nextBoolean() ? Simulation.SEGMENTS : cut[i];
    }

    double[] stability = stability(drawn, cut, Simulation.SEGMENTS + 1, seed);

    double one = stability[0];
    double other = stability[Simulation.SEGMENTS];
    assertThat(Math.min(one, other)).isLessThan(SegmentStability.LEAST);
    assertThat((one + other) / 2).isLessThan(SegmentStability.LEAST);
    assertThat(stability[1]).isGreaterThan(.85);
    assertThat(stability[2]).isGreaterThan(.85);
  }

  @Test
  void theOnlySegmentIsFoundForSure() {
    LabelledTable drawn = Simulation.draw(60, 0, 1);
    assertThat(stability(drawn, new int[60], 1, 1)).containsExactly(1);
  }

  @Test
  void theSameSeedGivesTheSame() {
    LabelledTable drawn = Simulation.draw(300, .2, 4);
    assertThat(stability(drawn, drawn.labels(), 3, 5))
        .isEqualTo(stability(drawn, drawn.labels(), 3, 5));
  }

  /// Of the segments that begin with these labels.
  private static double[] stability(LabelledTable drawn, int[] labels, int segments, long seed) {
    MixedRows rows = ColumnChoice.of(drawn.table(), .02).rows();
    Mixture mixture =
        ExpectationMaximisation.fit(
            rows, segments, Covariance.DIAGONAL, List.of(labels), ExpectationMaximisation.ROUGH);
    return SegmentStability.of(rows, mixture, Covariance.DIAGONAL, seed);
  }
}
