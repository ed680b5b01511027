package io.kindred.training.lifetimevalue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How far spend lies from what was expected: a low and a high multiple of it, by how much was
/// expected.
///
/// The multiples are order statistics of `spend / expected` over customers with known outcomes, as
/// split conformal prediction takes them (Vovk et al. 2005), one pair for each of some groups of
/// customers with like expectations. Between the middles of neighbouring groups they change in a
/// straight line with the logarithm of the expectation, so that no two customers who differ by a
/// hair get ranges that differ by much.
///
/// @param knots the logarithm of each group's median expectation, ascending
/// @param low the multiple at the low end of the range at each knot, at most 1
/// @param high the multiple at the high end at each knot, at least 1
public record SpendRanges(double[] knots, double[] low, double[] high) {
  /// A customer who has surely left is expected to spend next to nothing: below this counts as
  /// this.
  public static final double LEAST_EXPECTED = 1e-9;

  private static final int MOST_GROUPS = 10;
  private static final int LEAST_IN_GROUP = 50;

  public SpendRanges {
    knots = knots.clone();
    low = low.clone();
    high = high.clone();
    if (knots.length == 0 || low.length != knots.length || high.length != knots.length) {
      throw new IllegalArgumentException(
          "%d knots, %d low and %d high multiples (expected as many of each, at least one)"
              .formatted(knots.length, low.length, high.length));
    }
  }

  /// The multiples of customers whose expectation and outcome are known.
  ///
  /// @param expected what a model expected of each, 0 or more
  /// @param spend what each then spent
  static SpendRanges fit(double[] expected, double[] spend, double coverage) {
    int[] order =
        IntStream.range(0, expected.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> expected[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    int groups = Math.clamp(order.length / LEAST_IN_GROUP, 1, MOST_GROUPS);
    double[] knots = new double[groups];
    double[] low = new double[groups];
    double[] high = new double[groups];
    int kept = 0;
    for (int group = 0; group < groups; group++) {
      int from = start(group, order.length, groups);
      double knot = logarithm(expected[order[middle(group, order.length, groups)]]);
      // Groups that share one expectation, such as that of having left, are one.
      while (group + 1 < groups
          && logarithm(expected[order[middle(group + 1, order.length, groups)]]) - knot < 1e-6) {
        group++;
      }
      double[] multiples =
          Arrays.stream(order, from, start(group + 1, order.length, groups))
              .mapToDouble(row -> spend[row] / Math.max(expected[row], LEAST_EXPECTED))
              .sorted()
              .toArray();
      knots[kept] = knot;
      low[kept] = Math.min(lowEnd(multiples, coverage), 1);
      high[kept] = Math.max(highEnd(multiples, coverage), 1);
      kept++;
    }
    return new SpendRanges(
        Arrays.copyOf(knots, kept), Arrays.copyOf(low, kept), Arrays.copyOf(high, kept));
  }

  /// The order statistic below which a new number lies with probability `(1 - coverage) / 2` at
  /// most, of numbers >= 0; 0 where there are too few to tell.
  static double lowEnd(double[] sorted, double coverage) {
    int below = beyond(sorted, coverage);
    return below == 0 ? 0 : sorted[below - 1];
  }

  /// The order statistic above which a new number lies with probability `(1 - coverage) / 2` at
  /// most; the largest where there are too few to tell.
  static double highEnd(double[] sorted, double coverage) {
    return sorted[Math.min(sorted.length - beyond(sorted, coverage), sorted.length - 1)];
  }

  private static int beyond(double[] sorted, double coverage) {
    return (int) Math.floor((1 - coverage) / 2 * (sorted.length + 1));
  }

  private static int start(int group, int size, int groups) {
    return (int) ((long) size * group / groups);
  }

  private static int middle(int group, int size, int groups) {
    return (start(group, size, groups) + start(group + 1, size, groups)) / 2;
  }

  @Override
  public double[] knots() {
    return knots.clone();
  }

  @Override
  public double[] low() {
    return low.clone();
  }

  @Override
  public double[] high() {
    return high.clone();
  }

  /// The low end of the range; never above what is expected.
  public double low(double expected) {
    return Math.min(multiple(low, expected) * Math.max(expected, LEAST_EXPECTED), expected);
  }

  /// The high end of the range; never below what is expected.
  public double high(double expected) {
    return multiple(high, expected) * Math.max(expected, LEAST_EXPECTED);
  }

  private double multiple(double[] multiples, double expected) {
    double at = logarithm(expected);
    double multiple = multiples[0];
    for (int i = 1; i < knots.length; i++) {
      double way = Math.clamp((at - knots[i - 1]) / (knots[i] - knots[i - 1]), 0, 1);
      multiple += way * (multiples[i] - multiples[i - 1]);
    }
    return multiple;
  }

  private static double logarithm(double expected) {
    return Math.log(Math.max(expected, LEAST_EXPECTED));
  }
}
