package io.kindred.datasets.generator;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Random draws of one synthetic customer.
final class Draws {
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
  private static final long MIX = 0xD1B54A32D192ED03L;

  private final SplittableRandom random;

  /// Each customer has a stream of their own, whatever the others drew.
  Draws(long seed, int customer) {
    this(new SplittableRandom(seed ^ customer * GOLDEN_RATIO).nextLong());
  }

  private Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// The customer's further streams, one for each subject, so that what is drawn for one changes
  /// nothing of another.
  static Draws of(long seed, int customer, Subject subject) {
    return new Draws(
        new SplittableRandom(seed ^ customer * GOLDEN_RATIO).nextLong() ^ subject.number * MIX);
  }

  /// What a stream of draws is for.
  enum Subject {
    DETAILS(1),
    SERVICE(2),
    SUBSCRIPTION(3),
    CONTACTS(4),
    MIGRATION(5),
    EXPERIMENT(6),
    MISSING(7),
    LATE(8);

    /// Another one would give other customers.
    private final int number;

    Subject(int number) {
      this.number = number;
    }
  }

  double uniform() {
    return random.nextDouble();
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /// Exponentially distributed with mean 1.
  double unit() {
    return random.nextExponential();
  }

  double gaussian() {
    return random.nextGaussian();
  }

  double exponential(double mean) {
    return random.nextExponential() * mean;
  }

  /// Log-normal of mean 1; `spread` is the standard deviation of its logarithm.
  double around1(double spread) {
    return Math.exp(spread * random.nextGaussian() - spread * spread / 2);
  }

  /// Gamma distributed, by Marsaglia & Tsang 2000 for a shape of at least 1.
  double gamma(double shape, double mean) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v * mean / shape;
      }
    }
  }

  /// One of the words, or an empty one where there are none.
  String pickAny(Map<String, Double> weights) {
    return weights.isEmpty() ? "" : pick(weights);
  }

  /// One of the things, in proportion to its weight.
  <T> T pick(List<T> all, ToDoubleFunction<T> weight) {
    double sum = 0;
    for (T one : all) {
      sum += weight.applyAsDouble(one);
    }
    double left = random.nextDouble() * sum;
    for (T one : all) {
      left -= weight.applyAsDouble(one);
      if (left < 0) {
        return one;
      }
    }
    return all.getLast();
  }

  /// One of the words, in proportion to its weight.
  <T> T pick(Map<T, Double> weights) {
    double sum = 0;
    for (double weight : weights.values()) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    T latest = null;
    for (Map.Entry<T, Double> entry : weights.entrySet()) {
      latest = entry.getKey();
      left -= entry.getValue();
      if (left < 0) {
        return latest;
      }
    }
    if (latest == null) {
      throw new IllegalArgumentException("nothing to pick from");
    }
    return latest;
  }
}
