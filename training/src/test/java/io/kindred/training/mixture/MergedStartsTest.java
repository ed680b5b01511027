package io.kindred.training.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.training.mixture.MixedColumn.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedStartsTest {
  private static final int ROWS = 600;

  /// Three groups far apart, one of them shared by two components of a fit.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void componentsThatShareAGroupAreMergedFirst(long seed) {
    MixedRows rows = rows(seed);
    int[] labels = new int[ROWS];
    Arrays.setAll(labels, i -> i % 3);
    // The second group's rows begin in the second and the last component at random.
    SplittableRandom random = new SplittableRandom(seed);
    int[] start = Arrays.stream(labels).map(k -> k == 1 && random.nextBoolean() ? 3 : k).toArray();
    Mixture four = ExpectationMaximisation.fit(rows, 4, Covariance.DIAGONAL, List.of(start), .5);

    List<int[]> merged = MergedStarts.of(four, rows);

    assertThat(merged).hasSize(3);
    assertThat(merged.getFirst()).isEqualTo(labels);
    assertThat(merged)
        .allSatisfy(assigned ->
            assertThat(Arrays.stream(assigned).distinct().sorted().toArray())
                .isEqualTo(new int[] {0, 1, 2}));
  }

  @Test
  void ofTwoComponentsOneIsLeft() {
    MixedRows rows = rows(5);
    Mixture two =
        ExpectationMaximisation.fit(
            rows, 2, Covariance.DIAGONAL, Starts.of(rows, 2, 1, 5).assignments(), .5);

    assertThat(MergedStarts.of(two, rows)).containsExactly(new int[ROWS]);
  }

  private static MixedRows rows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[ROWS][2];
    for (int i = 0; i < ROWS; i++) {
      values[i][0] = 10 * (i % 3) + random.nextGaussian();
      values[i][1] = random.nextGaussian();
    }
    MixedColumn first =
        new MixedColumn(Family.GAUSSIAN, 0, 0, MixedColumn.NO_BLOCK, 1, .02, Optional.empty());
    MixedColumn second =
        new MixedColumn(Family.GAUSSIAN, 1, 1, MixedColumn.NO_BLOCK, 1, .02, Optional.empty());
    return new MixedRows(values, List.of(first, second));
  }
}
