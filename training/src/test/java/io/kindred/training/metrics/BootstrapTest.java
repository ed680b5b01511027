package io.kindred.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.Measure;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] numbers = new Random(1).doubles(100).toArray();

    assertThat(Bootstrap.interval(100, 7, mean(numbers)))
        .isEqualTo(Bootstrap.interval(100, 7, mean(numbers)))
        .isNotEqualTo(Bootstrap.interval(100, 8, mean(numbers)));
  }

  @Test
  void theIntervalOfAMeanIsAboutTwoStandardErrorsEachWay() {
    double[] numbers = new Random(2).doubles(1000).toArray();
    double mean = Arrays.stream(numbers).average().orElseThrow();

    Measure.Interval interval = Bootstrap.interval(1000, 1, mean(numbers)).orElseThrow();

    double standardError = Math.sqrt(1 / 12.0 / 1000);
    assertThat(interval.low()).isCloseTo(mean - 1.96 * standardError, within(standardError / 2));
    assertThat(interval.high()).isCloseTo(mean + 1.96 * standardError, within(standardError / 2));
  }

  @Test
  void nineteenOfTwentyIntervalsHoldTheTruth() {
    Random random = new Random(3);
    int hits = 0;
    for (int i = 0; i < 300; i++) {
      double[] numbers = random.doubles(60).toArray();
      Measure.Interval interval = Bootstrap.interval(60, i, mean(numbers)).orElseThrow();
      hits += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
    }
    assertThat(hits / 300.0).isBetween(0.90, 0.98);
  }

  @Test
  void aFigureThatIsMostlyNotDefinedHasNoInterval() {
    // One positive among many: a draw misses it with probability .37, so most are defined.
    float[] onePositive = new float[200];
    onePositive[3] = 1;
    double[] scores = new Random(4).doubles(200).toArray();
    ToDoubleFunction<int[]> auc =
        rows -> Metrics.auc(Bootstrap.pick(scores, rows), Bootstrap.pick(onePositive, rows));

    assertThat(Bootstrap.interval(200, 1, auc)).isPresent();
    assertThat(Bootstrap.interval(200, 1, _ -> Double.NaN)).isEmpty();
  }

  private static ToDoubleFunction<int[]> mean(double[] numbers) {
    return rows -> Arrays.stream(Bootstrap.pick(numbers, rows)).average().orElseThrow();
  }
}
