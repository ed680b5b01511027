package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.CustomerId;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.training.segmentation.DrawnExamples.Truth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformalTest {
  private static final double[] LEVELS = {.8, .9, .95};
  private static final double[] SHARES = {.3, .3, .2, .2};

  /// Sets hold what the level says whatever the forecasts are worth: here they are far too sure,
  /// and take the fourth segment for rarer than it is.
  private static final Truth TOO_SURE =
      (logs, _) -> new double[] {.4 * logs[0], .4 * logs[1], .4 * logs[2], .4 * logs[3] + .3};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void freshDrawsAreCoveredAtEachLevel(long seed) {
    ForecastExamples examples = DrawnExamples.of(4_000, SHARES, 1, 1, TOO_SURE, seed);
    ForecastExamples fresh = DrawnExamples.of(8_000, SHARES, 1, 1, TOO_SURE, seed + 10);

    PredictionSets sets = Conformal.sets(examples.posteriors(), examples, 4, LEVELS);

    double sizeBefore = 0;
    for (int level = 0; level < LEVELS.length; level++) {
      assertThat(coverage(sets, level, fresh, -1))
          .isBetween(LEVELS[level] - .02, LEVELS[level] + .03);
      double size = meanSize(sets, level, fresh);
      assertThat(size).isBetween(Math.max(1, sizeBefore), 3.9);
      sizeBefore = size;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSmallSegmentIsNotLeftOutTimeAndAgain(long seed) {
    // The forecasts all but deny the fourth segment.
    Truth denied = (logs, _) -> new double[] {logs[0], logs[1], logs[2], logs[3] + 2.5};
    double[] shares = {.5, .3, .19, .01};
    ForecastExamples examples = DrawnExamples.of(4_000, shares, 1, 1, denied, seed);
    ForecastExamples fresh = DrawnExamples.of(8_000, shares, 1, 1, denied, seed + 10);

    PredictionSets sets = Conformal.sets(examples.posteriors(), examples, 4, LEVELS);

    for (int level = 0; level < LEVELS.length; level++) {
      assertThat(sets.thresholds()[level][3]).isLessThan(sets.thresholds()[level][0]);
      for (int k = 0; k < 4; k++) {
        assertThat(coverage(sets, level, fresh, k)).isGreaterThan(LEVELS[level] - .1 - .06);
      }
    }
  }

  /// The likeliest segment is in the set anyhow. Of 9 customers, 90 % with one customer more left
  /// out are all 9; of 19, 18.
  @Test
  void thresholdsByHand() {
    assertThat(single(9).thresholds()[0][0]).isEqualTo(.01);
    assertThat(single(19).thresholds()[0][0]).isEqualTo(.02);
  }

  /// The probabilities given to what turned out are .01, .02, ..., never the largest.
  private static PredictionSets single(int customers) {
    ForecastExamples examples = ForecastExamples.none();
    for (int i = 1; i <= customers; i++) {
      examples.add(
          new double[] {i / 100.0, 1 - i / 100.0}, 0, new double[] {1, 0}, new CustomerId("c" + i));
    }
    return Conformal.sets(examples.posteriors(), examples, 2, new double[] {.9});
  }

  @Test
  void examplesOfOneCustomerCountOnce() {
    ForecastExamples many = DrawnExamples.of(400, SHARES, 1, 1, TOO_SURE, 5);
    ForecastExamples one = DrawnExamples.of(400, SHARES, 1, 40, TOO_SURE, 5);

    double asMany = Conformal.sets(many.posteriors(), many, 4, LEVELS).thresholds()[1][0];
    double asOne = Conformal.sets(one.posteriors(), one, 4, LEVELS).thresholds()[1][0];

    // Ten customers: 90 % with one more left out is all but the last hundredth.
    assertThat(asOne).isLessThan(asMany);
  }

  @Test
  void withoutExamplesEverySegmentIsInTheSet() {
    PredictionSets sets =
        Conformal.sets(ForecastExamples.none().posteriors(), ForecastExamples.none(), 4, LEVELS);

    assertThat(sets.set(1, new double[] {.4, .3, .3, 0})).hasSize(4);
  }

  /// @param segment that turned out, or -1 for any
  private static double coverage(
      PredictionSets sets, int level, ForecastExamples fresh, int segment) {
    double covered = 0;
    double all = 0;
    for (int i = 0; i < fresh.size(); i++) {
      double[] outcome = fresh.outcomes().get(i);
      if (segment < 0 || outcome[segment] == 1) {
        all++;
        covered +=
            IntStream.of(sets.set(level, fresh.posteriors().get(i)))
                .mapToDouble(k -> outcome[k])
                .sum();
      }
    }
    return covered / all;
  }

  private static double meanSize(PredictionSets sets, int level, ForecastExamples fresh) {
    return fresh.posteriors().stream()
        .mapToInt(posterior -> sets.set(level, posterior).length)
        .average()
        .orElseThrow();
  }
}
