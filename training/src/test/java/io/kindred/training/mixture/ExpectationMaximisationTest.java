package io.kindred.training.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationMaximisationTest {
  private static final int ROWS = 900;

  /// What the pseudo-customers take, over all rows: the objective is without them.
  private static final double PSEUDO_CUSTOMERS = 1e-4;

  @ParameterizedTest
  @CsvSource({
    "0, false, 0, 1, 1",
    "0, false, .3, 1, 2",
    "0, true, .3, 1, 3",
    "1, false, 0, 1, 4",
    "1, false, .3, .5, 5",
    "1, true, 0, 1, 6",
    "1, true, .3, 1, 7",
    "2, false, .3, 1, 8",
    "2, true, .5, .7, 9",
    "3, false, .1, 1, 10"
  })
  void noStepMakesTheObjectiveWorse(
      int factors, boolean tied, double missing, double weight, long seed) {
    MixedRows rows = MixedSimulation.draw(ROWS, missing, weight, seed);
    Covariance covariance = new Covariance(factors, tied);
    SplittableRandom random = new SplittableRandom(seed);
    int[] start = random.ints(ROWS, 0, MixedSimulation.COMPONENTS).toArray();
    Mixture mixture =
        ExpectationMaximisation.fit(
            rows, MixedSimulation.COMPONENTS, covariance, List.of(start), Double.MAX_VALUE);
    double first = mean(mixture, rows);
    double before = first;
    for (int step = 0; step < 60; step++) {
      mixture = ExpectationMaximisation.refit(rows, mixture, covariance, 1);
      double after = mean(mixture, rows);
      assertThat(after).as("step %d", step).isGreaterThan(before - PSEUDO_CUSTOMERS);
      before = after;
    }
    assertThat(before).isGreaterThan(first + .1 * weight);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void componentsAreFoundFromKMeans(long seed) {
    MixedRows rows = MixedSimulation.draw(ROWS, .1, 1, seed);
    Mixture mixture =
        ExpectationMaximisation.fit(
            rows,
            MixedSimulation.COMPONENTS,
            new Covariance(1, false),
            Starts.of(rows, MixedSimulation.COMPONENTS, 4, seed).assignments(),
            ExpectationMaximisation.FINE);

    assertThat(
            SmileClustering.adjustedRandIndex(MixedSimulation.labels(ROWS), mixture.assign(rows)))
        .isGreaterThan(.9);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 3"})
  void theFitIsTheSameHoweverManyThreadsThereAre(long seed, int factors) {
    MixedRows rows = MixedSimulation.draw(5_000, .2, 1, seed);
    List<int[]> starts = Starts.of(rows, 4, 2, seed).assignments();
    Covariance covariance = new Covariance(factors, false);
    Mixture many =
        ExpectationMaximisation.fit(rows, 4, covariance, starts, ExpectationMaximisation.ROUGH);
    try (ForkJoinPool alone = new ForkJoinPool(1)) {
      double[][] posteriors =
          alone
              .submit(() ->
                  ExpectationMaximisation.fit(
                          rows, 4, covariance, starts, ExpectationMaximisation.ROUGH)
                      .posteriors(rows))
              .join();
      assertThat(posteriors).isDeepEqualTo(many.posteriors(rows));
    }
  }

  private static double mean(Mixture mixture, MixedRows rows) {
    return Arrays.stream(mixture.objectives(rows)).average().orElseThrow();
  }
}
