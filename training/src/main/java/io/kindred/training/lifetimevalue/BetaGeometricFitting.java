package io.kindred.training.lifetimevalue;

import java.util.Arrays;
import java.util.List;

/// Maximum likelihood of the BG/NBD, in a time unit of its own.
///
/// The plain NBD is fitted first and extended by the drop-out. Where nobody leaves, the likelihood
/// has no maximum in a and b: it rises ever more slowly as a / b goes to 0. There the answer is
/// that limit itself, the plain NBD with a = 0.
final class BetaGeometricFitting {
  /// In logarithms: r, the mean rate over the crude one, a, b.
  private static final double[] LOWER = LikelihoodSearch.logs(1e-4, 1e-4, 1e-6, 1e-3);

  private static final double[] UPPER = LikelihoodSearch.logs(1e3, 1e4, 1e3, 1e6);

  /// The gain in log-likelihood below which the drop-out cannot be told from none.
  private static final double LEAST_GAIN = 0.01;

  private final BetaGeometricLikelihood likelihood;
  private final double crudeRate;

  private BetaGeometricFitting(List<PurchaseSummary> customers) {
    likelihood = new BetaGeometricLikelihood(customers);
    crudeRate =
        customers.stream().mapToDouble(PurchaseSummary::repeatPurchases).sum()
            / customers.stream().mapToDouble(PurchaseSummary::observed).sum();
  }

  static BetaGeometricFit fit(List<PurchaseSummary> customers) {
    long repeatCustomers =
        customers.stream().filter(customer -> customer.repeatPurchases() > 0).count();
    Checks.enoughToFit("BG/NBD", repeatCustomers, "a repeat purchase");
    double unit = customers.stream().mapToDouble(PurchaseSummary::observed).max().orElseThrow();
    if (unit == 0) {
      throw new IllegalArgumentException(
          "BG/NBD needs customers observed for some time, all %d are for 0 (use a later cut-off)"
              .formatted(customers.size()));
    }
    BetaGeometricFitting fitting =
        new BetaGeometricFitting(customers.stream().map(c -> scaled(c, unit)).toList());
    BetaGeometric best = fitting.best();
    BetaGeometric model = new BetaGeometric(best.r(), best.alpha() * unit, best.a(), best.b());
    return new BetaGeometricFit(
        model, model.logLikelihood(customers), customers.size(), (int) repeatCustomers);
  }

  private static PurchaseSummary scaled(PurchaseSummary customer, double unit) {
    return new PurchaseSummary(
        customer.repeatPurchases(), customer.lastPurchase() / unit, customer.observed() / unit);
  }

  private BetaGeometric best() {
    double[] rates = maximise(new double[2]);
    double[] all = maximise(new double[] {rates[0], rates[1], Math.log(0.5), Math.log(2)});
    BetaGeometric plain = model(rates);
    BetaGeometric withDropOut = model(all);
    return at(withDropOut) - at(plain) < LEAST_GAIN ? plain : withDropOut;
  }

  private double[] maximise(double[] start) {
    return LikelihoodSearch.maximise(
        point -> at(model(point)),
        start,
        Arrays.copyOf(LOWER, start.length),
        Arrays.copyOf(UPPER, start.length));
  }

  private double at(BetaGeometric model) {
    return likelihood.at(model.r(), model.alpha(), model.a(), model.b());
  }

  /// Of the plain NBD a point has only the first two coordinates.
  private BetaGeometric model(double[] point) {
    double r = Math.exp(point[0]);
    double alpha = r / (crudeRate * Math.exp(point[1]));
    return point.length == 2
        ? new BetaGeometric(r, alpha, 0, 1)
        : new BetaGeometric(r, alpha, Math.exp(point[2]), Math.exp(point[3]));
  }
}
