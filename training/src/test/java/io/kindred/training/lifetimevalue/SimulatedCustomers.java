package io.kindred.training.lifetimevalue;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/// Customers drawn from known parameters.
final class SimulatedCustomers {
  /// One customer up to the cut-off, and the purchases they really made in the horizon after it.
  record Observed(PurchaseSummary summary, int purchasesAfter) {}

  private SimulatedCustomers() {}

  /// Customers whose first purchase lies 20 to 60 time units before the cut-off.
  static List<Observed> buying(BetaGeometric truth, int customers, double horizon, long seed) {
    RandomDataGenerator random = new RandomDataGenerator(seed);
    List<Observed> drawn = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double rate = random.nextGamma(truth.r(), 1 / truth.alpha());
      double dropOut = truth.withoutDropOut() ? 0 : random.nextBeta(truth.a(), truth.b());
      drawn.add(buying(rate, dropOut, random.nextUniform(20, 60), horizon, random));
    }
    return drawn;
  }

  private static Observed buying(
      double rate, double dropOut, double observed, double horizon, RandomDataGenerator random) {
    int before = 0;
    int after = 0;
    double last = 0;
    double now = random.nextExponential(1 / rate);
    while (now < observed + horizon) {
      if (now <= observed) {
        before++;
        last = now;
      } else {
        after++;
      }
      if (random.nextUniform(0, 1) < dropOut) {
        break;
      }
      now += random.nextExponential(1 / rate);
    }
    return new Observed(new PurchaseSummary(before, last, observed), after);
  }

  /// Customers of 1 to 6 purchases each.
  static List<RepeatValue> spending(GammaGamma truth, int customers, long seed) {
    RandomDataGenerator random = new RandomDataGenerator(seed);
    List<RepeatValue> drawn = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double scale = random.nextGamma(truth.q(), 1 / truth.gamma());
      int purchases = 1 + i % 6;
      double total = random.nextGamma(truth.p() * purchases, 1 / scale);
      drawn.add(new RepeatValue(purchases, total / purchases));
    }
    return drawn;
  }
}
