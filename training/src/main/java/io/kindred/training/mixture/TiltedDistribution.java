package io.kindred.training.mixture;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The distribution of a column over all customers, from which each component's own is tilted:
///
/// ```
/// f_k(z) = f_0(z) exp(a_k z + b_k z^2) / Z_k,   Z_k = sum over the support of f_0(z) exp(a_k z + b_k z^2)
/// ```
///
/// Of all distributions on the column's own values with a component's mean and variance it is the
/// one that differs least from all customers' (exponential tilting). A value that many customers
/// share is as common in `f_0` as it is in fact, so that no component can make a segment of it
/// alone, as a narrow Gaussian would.
public final class TiltedDistribution {
  private static final int LARGEST_SUPPORT = 40;
  private static final int STEPS = 25;
  private static final int STEPS_FROM_TILT = 2;
  private static final double CLOSE = 1e-7;
  private static final double RIDGE = 1e-4;
  private static final double LARGEST_STEP = 5;

  /// How far a component may prefer both ends to the middle.
  private static final double HOLLOWEST = 3;

  /// A peak is at least half a step wide (standard deviation).
  private static final double SHARPEST = 2;

  private final double[] support;
  private final double[] share;
  private final double mean;
  private final double meanSquare;

  private TiltedDistribution(double[] support, double[] share) {
    this.support = support;
    this.share = share;
    double first = 0;
    double second = 0;
    for (int l = 0; l < support.length; l++) {
      first += share[l] * support[l];
      second += share[l] * support[l] * support[l];
    }
    this.mean = first;
    this.meanSquare = second;
  }

  /// The distribution of some values; beyond 40 different ones neighbours stand together.
  ///
  /// @param values at least one, without NaN
  public static TiltedDistribution of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] support = new double[LARGEST_SUPPORT + 2];
    double[] count = new double[LARGEST_SUPPORT + 2];
    boolean few =
        Arrays.stream(sorted).distinct().limit(LARGEST_SUPPORT + 1L).count() <= LARGEST_SUPPORT;
    int used = 0;
    double perPoint = few ? 0 : (double) sorted.length / LARGEST_SUPPORT;
    int from = 0;
    while (from < sorted.length) {
      int to = from + 1;
      // Equal values never part, and a point has at least its share of the values; the least and
      // the
      // largest stand for themselves, so that every mean of values can be matched.
      while (to < sorted.length
          && (sorted[to] == sorted[to - 1]
              || (to - from < perPoint
                  && sorted[from] != sorted[0]
                  && sorted[to] != sorted[sorted.length - 1]))) {
        to++;
      }
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += sorted[i];
      }
      support[used] = sum / (to - from);
      count[used] = (double) (to - from) / sorted.length;
      used++;
      from = to;
    }
    return new TiltedDistribution(Arrays.copyOf(support, used), Arrays.copyOf(count, used));
  }

  double mean() {
    return mean;
  }

  double meanSquare() {
    return meanSquare;
  }

  /// A tilt.
  ///
  /// @param logNormaliser log Z
  record Tilt(double linear, double quadratic, double logNormaliser) {
    static final Tilt NONE = new Tilt(0, 0, 0);
  }

  /// The tilt with a mean and a mean square, by Newton's method from another tilt.
  ///
  /// A peak narrower than the step between the values beside it would make a value in between,
  /// which no customer had, more probable than any that some had: there only the mean is matched.
  ///
  /// @param wantedMean within the support's ends
  Tilt matching(double wantedMean, double wantedMeanSquare, Tilt start) {
    Tilt free = newton(wantedMean, wantedMeanSquare, start, true);
    if (free.quadratic() > HOLLOWEST) {
      return newton(wantedMean, wantedMeanSquare, new Tilt(0, HOLLOWEST, 0), false);
    }
    if (free.quadratic() < 0) {
      double step = stepAt(-free.linear() / (2 * free.quadratic()));
      double sharpest = -SHARPEST / (step * step);
      if (free.quadratic() < sharpest) {
        Tilt held = new Tilt(free.linear() * sharpest / free.quadratic(), sharpest, 0);
        return newton(wantedMean, wantedMeanSquare, held, false);
      }
    }
    return free;
  }

  /// A value of the tilted distribution.
  double draw(Tilt tilt, RandomGenerator random) {
    double left = random.nextDouble();
    for (int l = 0; l < support.length - 1; l++) {
      double z = support[l];
      left -=
          share[l] * Math.exp(z * (tilt.linear() + tilt.quadratic() * z) - tilt.logNormaliser());
      if (left < 0) {
        return z;
      }
    }
    return support[support.length - 1];
  }

  /// The distance between the values on either side of a place; at the ends, to the next.
  private double stepAt(double place) {
    int above = Arrays.binarySearch(support, place);
    int next = Math.clamp(above < 0 ? -above - 1 : above, 1, support.length - 1);
    return support[next] - support[next - 1];
  }

  /// Goes on from a tilt by a few steps only: the steps of expectation-maximisation follow each
  /// other closely, and each need only come nearer.
  ///
  /// @param both whether the quadratic part may change too
  private Tilt newton(double wantedMean, double wantedMeanSquare, Tilt start, boolean both) {
    double a = start.linear();
    double b = start.quadratic();
    int steps = start.equals(Tilt.NONE) || !both ? STEPS : STEPS_FROM_TILT;
    Moments moments = moments(a, b);
    for (int step = 0; step < steps; step++) {
      double gradientA = wantedMean - moments.first - RIDGE * a;
      double gradientB = both ? wantedMeanSquare - moments.second - RIDGE * b : 0;
      if (Math.abs(gradientA) < CLOSE && Math.abs(gradientB) < CLOSE) {
        break;
      }
      double aa = moments.second - moments.first * moments.first + RIDGE;
      double ab = both ? moments.third - moments.first * moments.second : 0;
      double bb = moments.fourth - moments.second * moments.second + RIDGE;
      double determinant = aa * bb - ab * ab;
      double stepA = (bb * gradientA - ab * gradientB) / determinant;
      double stepB = both ? (aa * gradientB - ab * gradientA) / determinant : 0;
      double size = Math.max(Math.abs(stepA), Math.abs(stepB));
      double factor = size > LARGEST_STEP ? LARGEST_STEP / size : 1;
      double before = objective(a, b, moments.logNormaliser, wantedMean, wantedMeanSquare);
      // The objective is concave: half steps until it grows.
      for (int halving = 0; halving < STEPS; halving++) {
        double nextA = a + factor * stepA;
        double nextB = b + factor * stepB;
        Moments next = moments(nextA, nextB);
        double after = objective(nextA, nextB, next.logNormaliser, wantedMean, wantedMeanSquare);
        if (after >= before) {
          a = nextA;
          b = nextB;
          moments = next;
          break;
        }
        factor /= 2;
      }
    }
    return new Tilt(a, b, moments.logNormaliser);
  }

  private static double objective(
      double a, double b, double logNormaliser, double wantedMean, double wantedMeanSquare) {
    return a * wantedMean + b * wantedMeanSquare - logNormaliser - RIDGE / 2 * (a * a + b * b);
  }

  private record Moments(
      double logNormaliser, double first, double second, double third, double fourth) {}

  private Moments moments(double a, double b) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double z : support) {
      largest = Math.max(largest, z * (a + b * z));
    }
    double total = 0;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int l = 0; l < support.length; l++) {
      double z = support[l];
      double p = share[l] * Math.exp(z * (a + b * z) - largest);
      total += p;
      first += p * z;
      second += p * z * z;
      third += p * z * z * z;
      fourth += p * z * z * z * z;
    }
    return new Moments(
        largest + Math.log(total), first / total, second / total, third / total, fourth / total);
  }
}
