package io.kindred.training.lifetimevalue;

import java.util.List;

/// Gamma-Gamma: what a customer's purchases are worth on average in the long run.
///
/// The values of a customer's purchases are Gamma(p, nu) distributed, and nu is Gamma(q, gamma)
/// distributed over customers. Fader and Hardie 2013, "The Gamma-Gamma Model of Monetary Value". A
/// customer's expected value lies between their own mean and everyone's, the nearer to their own
/// the more purchases it is over.
///
/// @param p shape of one customer's values: the larger, the more alike they are
/// @param q shape over customers, above 1 so that everyone's mean exists: the larger, the more
///   alike the customers are
/// @param gamma scale over customers, in the currency
public record GammaGamma(double p, double q, double gamma) {
  public GammaGamma {
    Checks.positive(p, "Gamma-Gamma parameter p");
    Checks.positive(gamma, "Gamma-Gamma parameter gamma");
    if (!(q > 1) || Double.isInfinite(q)) {
      throw new IllegalArgumentException(
          "Gamma-Gamma parameter q is %s (expected a finite number > 1)".formatted(q));
    }
  }

  /// The parameters of maximum likelihood, over the customers whose mean value is positive.
  ///
  /// @throws IllegalArgumentException where too few are
  public static GammaGammaFit fit(List<RepeatValue> customers) {
    return GammaGammaFitting.fit(customers);
  }

  /// Natural logarithm of the likelihood, (1a) of the paper, over customers with a positive mean.
  public double logLikelihood(List<RepeatValue> customers) {
    return new GammaGammaLikelihood(GammaGammaFitting.positive(customers)).at(p, q, gamma);
  }

  /// The value to expect of a purchase of a customer nothing is known of.
  public double populationMean() {
    return gamma / (q - 1) * p;
  }

  /// The value to expect of a customer's next purchases, (5) of the paper: `p (gamma + x m) / (p x
  /// + q - 1)`, written as the mean of m and the population's.
  ///
  /// @param repeatPurchases purchases the mean is over; 0 for the population's mean
  /// @param meanValue their mean; unused without repeat purchases, taken as 0 where negative
  public double expectedValue(double repeatPurchases, double meanValue) {
    Checks.notNegative(repeatPurchases, "repeat purchases");
    if (repeatPurchases == 0) {
      return populationMean();
    }
    if (!Double.isFinite(meanValue)) {
      throw new IllegalArgumentException(
          "mean value is %s over %s repeat purchases (expected a finite number)"
              .formatted(meanValue, repeatPurchases));
    }
    double everyones = 1 / (1 + p * repeatPurchases / (q - 1));
    return everyones * populationMean() + (1 - everyones) * Math.max(meanValue, 0);
  }
}
