package io.kindred.training.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.training.mixture.TiltedDistribution.Tilt;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiltedDistributionTest {
  /// Ordered scales and counts, standardised: values at equal and at unequal steps.
  private static double[] draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int different = 2 + random.nextInt(15);
    boolean isScale = random.nextBoolean();
    double[] support =
        IntStream.range(0, different).mapToDouble(l -> isScale ? l : Math.log1p(l * l)).toArray();
    double[] values =
        IntStream.range(0, 2_000)
            .mapToDouble(i -> support[i < different ? i : random.nextInt(different)])
            .map(z -> random.nextInt(3) > 0 ? support[0] : z)
            .toArray();
    System.arraycopy(support, 0, values, 0, different);
    double mean = Arrays.stream(values).average().orElseThrow();
    double scale =
        Math.sqrt(Arrays.stream(values).map(z -> (z - mean) * (z - mean)).average().orElseThrow());
    return Arrays.stream(values).map(z -> (z - mean) / scale).toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void withoutATiltItIsTheValues(long seed) {
    double[] values = draw(seed);
    TiltedDistribution base = TiltedDistribution.of(values);

    assertThat(base.mean()).isCloseTo(0, within(1e-9));
    assertThat(base.meanSquare()).isCloseTo(1, within(1e-9));
    Tilt tilt = base.matching(0, 1, Tilt.NONE);
    assertThat(tilt.linear()).isCloseTo(0, within(1e-6));
    assertThat(tilt.quadratic()).isCloseTo(0, within(1e-6));
    assertThat(tilt.logNormaliser()).isCloseTo(0, within(1e-6));
  }

  /// Moments of a mild tilt of the values themselves are met again.
  @ParameterizedTest
  @CsvSource({"1, .5, 0", "2, -.5, 0", "3, 1, -.3", "4, -1, .2", "5, 0, -1", "6, .3, .3"})
  void wantedMomentsAreMet(long seed, double linear, double quadratic) {
    double[] values = draw(seed);
    Moments wanted = Moments.of(values, linear, quadratic);

    Tilt tilt = TiltedDistribution.of(values).matching(wanted.first, wanted.second, Tilt.NONE);

    Moments met = Moments.of(values, tilt.linear(), tilt.quadratic());
    assertThat(met.first).isCloseTo(wanted.first, within(2e-3));
    assertThat(met.second).isCloseTo(wanted.second, within(2e-3));
    assertThat(tilt.logNormaliser()).isCloseTo(met.logNormaliser, within(1e-9));
  }

  /// Whatever is wanted: a value that nobody had is at most `e^.5` times as probable, beside what
  /// it is for all, as the likelier one of the two beside it.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void nothingBetweenTheValuesIsFarLikelierThanThey(long seed) {
    double[] values = draw(seed);
    double[] support = Arrays.stream(values).sorted().distinct().toArray();
    TiltedDistribution base = TiltedDistribution.of(values);
    SplittableRandom random = new SplittableRandom(seed + 100);
    for (int trial = 0; trial < 200; trial++) {
      double mean = random.nextDouble(support[0], support[support.length - 1]);
      double spread = Math.exp(random.nextDouble(-8, 1));
      Tilt tilt = base.matching(mean, mean * mean + spread * spread, Tilt.NONE);
      for (int l = 1; l < support.length; l++) {
        double beside = Math.max(log(tilt, support[l - 1]), log(tilt, support[l]));
        for (int step = 1; step < 10; step++) {
          double between = support[l - 1] + (support[l] - support[l - 1]) * step / 10;
          assertThat(log(tilt, between) - beside)
              .as("mean %s, spread %s, %s at %s", mean, spread, tilt, between)
              .isLessThan(.55);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void momentsThatCannotBeGiveFiniteTilts(long seed) {
    double[] values = draw(seed);
    TiltedDistribution base = TiltedDistribution.of(values);
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    double[][] wanted = {
      {least, least * least},
      {most, most * most},
      {least, 0},
      {most, 100},
      {0, 0},
      {0, -1},
      {0, 1e6},
      {(least + most) / 2, Math.max(least * least, most * most)},
      {most - 1e-9, most * most - 1e-9}
    };
    Tilt before = Tilt.NONE;
    for (double[] moments : wanted) {
      for (Tilt start : new Tilt[] {Tilt.NONE, before}) {
        Tilt tilt = base.matching(moments[0], moments[1], start);
        assertThat(tilt.linear()).isFinite();
        assertThat(tilt.quadratic()).isFinite();
        assertThat(tilt.logNormaliser()).isFinite();
        assertThat(log(tilt, least)).isFinite();
        assertThat(log(tilt, most)).isFinite();
        before = tilt;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void manyValuesStandTogetherButTheEndsStay(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = random.doubles(5_000).map(_ -> random.nextGaussian()).toArray();
    double most = Arrays.stream(values).max().orElseThrow();
    double mean = Arrays.stream(values).average().orElseThrow();
    TiltedDistribution base = TiltedDistribution.of(values);

    assertThat(base.mean()).isCloseTo(mean, within(1e-9));
    // Nearly all at the top is possible only if the top stands for itself.
    Tilt tilt = base.matching(most - .01, (most - .01) * (most - .01) + .001, Tilt.NONE);
    assertThat(log(tilt, most)).isGreaterThan(log(tilt, most - 1));
  }

  /// Of a value beside what it is for all.
  private static double log(Tilt tilt, double z) {
    return z * (tilt.linear() + z * tilt.quadratic()) - tilt.logNormaliser();
  }

  private record Moments(double logNormaliser, double first, double second) {
    static Moments of(double[] values, double linear, double quadratic) {
      double[] weight =
          Arrays.stream(values).map(z -> Math.exp(z * (linear + z * quadratic))).toArray();
      double total = Arrays.stream(weight).sum();
      double first = 0;
      double second = 0;
      for (int i = 0; i < values.length; i++) {
        first += weight[i] * values[i] / total;
        second += weight[i] * values[i] * values[i] / total;
      }
      return new Moments(Math.log(total / values.length), first, second);
    }
  }
}
