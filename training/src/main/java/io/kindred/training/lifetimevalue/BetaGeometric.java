package io.kindred.training.lifetimevalue;

import java.util.List;

/// BG/NBD: how often customers buy and when they silently leave.
///
/// A customer buys at a rate of their own, Gamma(r, alpha) distributed over customers, and after
/// each purchase leaves for good with a probability of their own, Beta(a, b) distributed. Fader,
/// Hardie and Lee 2005, "Counting Your Customers the Easy Way", Marketing Science 24(2). With `a` =
/// 0 nobody ever leaves: the plain NBD.
///
/// ```java
/// BetaGeometric model = BetaGeometric.fit(customers).model();
/// model.probabilityAlive(customer);
/// model.expectedPurchases(customer, 26); // in the time unit of the customers fitted
/// ```
///
/// @param r shape of the purchase rates: the smaller, the more different the customers
/// @param alpha their scale, in the time unit; the mean rate is r / alpha
/// @param a, with b: the mean probability to leave after a purchase is a / (a + b)
/// @param b see a; any number > 0 where a is 0
public record BetaGeometric(double r, double alpha, double a, double b) {
  public BetaGeometric {
    Checks.positive(r, "BG/NBD parameter r");
    Checks.positive(alpha, "BG/NBD parameter alpha");
    Checks.notNegative(a, "BG/NBD parameter a");
    Checks.positive(b, "BG/NBD parameter b");
  }

  /// The parameters of maximum likelihood.
  ///
  /// @throws IllegalArgumentException where too few customers bought again
  public static BetaGeometricFit fit(List<PurchaseSummary> customers) {
    return BetaGeometricFitting.fit(customers);
  }

  /// Whether nobody ever leaves, so that everyone is alive for certain.
  public boolean withoutDropOut() {
    return a == 0;
  }

  /// Natural logarithm of the likelihood, (6) of the paper; its level depends on the time unit.
  public double logLikelihood(List<PurchaseSummary> customers) {
    return new BetaGeometricLikelihood(customers).at(r, alpha, a, b);
  }

  /// The probability that the customer has not left; 1 before the first repeat purchase, because
  /// one leaves only after one.
  public double probabilityAlive(PurchaseSummary customer) {
    return 1 / (1 + Math.exp(logOddsOfGone(customer)));
  }

  /// The purchases to expect in the time `horizon` after the cut-off, (10) of the paper.
  public double expectedPurchases(PurchaseSummary customer, double horizon) {
    return expectedPurchases(List.of(customer), horizon)[0];
  }

  /// The same for many customers, in their order.
  public double[] expectedPurchases(List<PurchaseSummary> customers, double horizon) {
    Checks.notNegative(horizon, "horizon");
    DropOutQuadrature quadrature = quadrature();
    return customers.stream()
        .mapToDouble(customer -> {
          double x = customer.repeatPurchases();
          double ratio = horizon / (alpha + customer.observed());
          return probabilityAlive(customer) * quadrature.expectedIfAlive(x, r + x, ratio);
        })
        .toArray();
  }

  /// The constants with which expected purchases are computed, here and in an exported graph.
  public DropOutQuadrature quadrature() {
    return DropOutQuadrature.of(a, b);
  }

  /// Logarithm of the odds `a / (b+x-1) ((alpha+T) / (alpha+t_x))^(r+x)`, which as such overflow;
  /// Fader and Hardie 2008, "Computing P(alive) Using the BG/NBD Model".
  private double logOddsOfGone(PurchaseSummary customer) {
    double x = customer.repeatPurchases();
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double silence = Math.log((alpha + customer.observed()) / (alpha + customer.lastPurchase()));
    return Math.log(a) - Math.log(b + x - 1) + (r + x) * silence;
  }
}
