package io.kindred.training.lifetimevalue;

import java.util.List;

/// Maximum likelihood of the Gamma-Gamma model, in a currency of its own.
final class GammaGammaFitting {
  /// The smallest q - 1. At q = 1 the population's mean would be infinite.
  private static final double LEAST_ABOVE_ONE = 0.05;

  /// In logarithms: p, q - 1, the population's mean over the customers' geometric mean.
  private static final double[] LOWER = LikelihoodSearch.logs(1e-3, LEAST_ABOVE_ONE, 1e-3);

  private static final double[] UPPER = LikelihoodSearch.logs(1e4, 1e4, 1e6);

  private GammaGammaFitting() {}

  static GammaGammaFit fit(List<RepeatValue> customers) {
    List<RepeatValue> used = positive(customers);
    Checks.enoughToFit("Gamma-Gamma", used.size(), "repeat purchases of positive value");
    double meanOfLogs =
        used.stream().mapToDouble(c -> Math.log(c.meanValue())).average().orElseThrow();
    double unit = Math.exp(meanOfLogs);
    GammaGammaLikelihood likelihood =
        new GammaGammaLikelihood(
            used.stream()
                .map(c -> new RepeatValue(c.repeatPurchases(), c.meanValue() / unit))
                .toList());
    double[] best =
        LikelihoodSearch.maximise(
            point -> {
              GammaGamma model = model(point, 1);
              return likelihood.at(model.p(), model.q(), model.gamma());
            },
            LikelihoodSearch.logs(1, 2, 1),
            LOWER,
            UPPER);
    GammaGamma model = model(best, unit);
    boolean meanBounded = model.q() - 1 < 1.001 * LEAST_ABOVE_ONE;
    return new GammaGammaFit(model, model.logLikelihood(used), used.size(), meanBounded);
  }

  static List<RepeatValue> positive(List<RepeatValue> customers) {
    return customers.stream().filter(customer -> customer.meanValue() > 0).toList();
  }

  private static GammaGamma model(double[] point, double unit) {
    double p = Math.exp(point[0]);
    double aboveOne = Math.exp(point[1]);
    double mean = unit * Math.exp(point[2]);
    return new GammaGamma(p, 1 + aboveOne, mean * aboveOne / p);
  }
}
