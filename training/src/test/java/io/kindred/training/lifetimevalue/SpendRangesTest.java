package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendRangesTest {
  @ParameterizedTest
  @CsvSource({"0.8, 1", "0.8, 2", "0.5, 3", "0.9, 4", "0.95, 5"})
  void freshCustomersAreCoveredAsPromised(double coverage, long seed) {
    Customers known = Customers.draw(4000, seed);
    Customers fresh = Customers.draw(20_000, 1000 + seed);
    SpendRanges ranges = SpendRanges.fit(known.expected, known.spend, coverage);

    assertThat(fresh.covered(ranges, 0, 1e9)).isBetween(coverage - 0.03, 1.0);
    // For small expectations, where most spend nothing, as for large ones.
    assertThat(fresh.covered(ranges, 0, 10)).isGreaterThan(coverage - 0.06);
    assertThat(fresh.covered(ranges, 200, 1e9)).isGreaterThan(coverage - 0.06);
  }

  @Test
  void rangesHoldTheExpectationAndChangeSmoothlyWithIt() {
    Customers known = Customers.draw(3000, 6);
    SpendRanges ranges = SpendRanges.fit(known.expected, known.spend, 0.8);

    assertThat(ranges.knots()).hasSize(10).isSorted();
    for (double expected = 1e-12; expected < 1e9; expected *= 1.01) {
      assertThat(ranges.low(expected)).isBetween(0.0, expected);
      assertThat(ranges.high(expected)).isGreaterThanOrEqualTo(expected).isFinite();
      double next = expected * (1 + 1e-9);
      assertThat(ranges.low(next)).isCloseTo(ranges.low(expected), within(1e-6 * expected));
      assertThat(ranges.high(next))
          .isCloseTo(ranges.high(expected), within(1e-6 * ranges.high(expected)));
    }
    assertThat(ranges.low(0)).isZero();
    assertThat(ranges.high(0)).isEqualTo(ranges.high(SpendRanges.LEAST_EXPECTED));
  }

  @Test
  void aHundredCustomersByHand() {
    // Two groups of 50; in each the multiples are 0, 1, ..., 49 twenty-fifths. floor(.1 * 51) = 5.
    double[] expected = new double[100];
    double[] spend = new double[100];
    for (int i = 0; i < 100; i++) {
      expected[i] = i < 50 ? 10 : 1000;
      spend[i] = expected[i] * (i % 50) / 25;
    }

    SpendRanges ranges = SpendRanges.fit(expected, spend, 0.8);

    assertThat(ranges.knots()).containsExactly(Math.log(10), Math.log(1000));
    assertThat(ranges.low()).containsExactly(new double[] {4 / 25.0, 4 / 25.0}, within(1e-12));
    assertThat(ranges.high()).containsExactly(new double[] {45 / 25.0, 45 / 25.0}, within(1e-12));
    assertThat(ranges.low(100)).isCloseTo(16, within(1e-9));
    assertThat(ranges.high(100)).isCloseTo(180, within(1e-9));
  }

  @Test
  void betweenKnotsMultiplesFollowTheLogarithm() {
    SpendRanges ranges =
        new SpendRanges(
            new double[] {Math.log(1), Math.log(100)}, new double[] {0, 0.5}, new double[] {9, 3});

    assertThat(ranges.low(10)).isCloseTo(2.5, within(1e-12));
    assertThat(ranges.high(10)).isCloseTo(60, within(1e-12));
    assertThat(ranges.high(0.01)).isCloseTo(0.09, within(1e-12));
    assertThat(ranges.high(1e6)).isCloseTo(3e6, within(1e-6));
  }

  @Test
  void identicalExpectationsShareOneGroup() {
    double[] expected = new double[1000];
    Arrays.fill(expected, 50);
    double[] spend = new SplittableRandom(7).doubles(1000, 0, 100).toArray();

    SpendRanges ranges = SpendRanges.fit(expected, spend, 0.8);

    assertThat(ranges.knots()).hasSize(1);
    long covered =
        Arrays.stream(new SplittableRandom(8).doubles(10_000, 0, 100).toArray())
            .filter(s -> ranges.low(50) <= s && s <= ranges.high(50))
            .count();
    assertThat(covered / 10_000.0).isBetween(0.77, 0.83);
  }

  @Test
  void fewCustomersAreOneGroupAndVeryFewGetTheWidestRange() {
    SpendRanges few = SpendRanges.fit(new double[] {1, 2, 4}, new double[] {0, 6, 1}, 0.8);

    assertThat(few.knots()).containsExactly(Math.log(2));
    assertThat(few.low()).containsExactly(0);
    assertThat(few.high()).containsExactly(3);
  }

  @Test
  void customersWhoLeftCountAsExpectingNextToNothing() {
    double[] expected = new double[60];
    double[] spend = new double[60];
    SpendRanges ranges = SpendRanges.fit(expected, spend, 0.8);

    assertThat(ranges.knots()).containsExactly(Math.log(SpendRanges.LEAST_EXPECTED));
    assertThat(ranges.high(5)).isEqualTo(5);
  }

  @Test
  void unequalListsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpendRanges(new double[2], new double[1], new double[2]))
        .withMessage(
            "2 knots, 1 low and 2 high multiples (expected as many of each, at least one)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpendRanges(new double[0], new double[0], new double[0]))
        .withMessage(
            "0 knots, 0 low and 0 high multiples (expected as many of each, at least one)");
  }

  /// Expectations over many orders of magnitude; the smaller, the more often nothing is spent.
  private record Customers(double[] expected, double[] spend) {
    static Customers draw(int count, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] expected = new double[count];
      double[] spend = new double[count];
      for (int i = 0; i < count; i++) {
        expected[i] = Math.exp(3 + 2 * random.nextGaussian());
        double buys = expected[i] / (expected[i] + 50);
        spend[i] =
            random.nextDouble() < buys
                ? expected[i] / buys * -Math.log(1 - random.nextDouble())
                : 0;
      }
      return new Customers(expected, spend);
    }

    double covered(SpendRanges ranges, double from, double to) {
      int inside = 0;
      int all = 0;
      for (int i = 0; i < spend.length; i++) {
        if (from <= expected[i] && expected[i] < to) {
          all++;
          if (ranges.low(expected[i]) <= spend[i] && spend[i] <= ranges.high(expected[i])) {
            inside++;
          }
        }
      }
      return inside / (double) all;
    }
  }
}
