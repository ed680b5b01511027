package io.kindred.training.lifetimevalue;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.special.Beta;

/// The exact log-likelihood of the Gamma-Gamma model, (1a) of Fader and Hardie 2013.
///
/// With u = gamma / (m x) a customer's term is `-log B(p x, q) - p x log(1 + u) - q log(1 + 1/u) -
/// log m`; what depends on x alone is computed once for each x.
final class GammaGammaLikelihood {
  private final double[] counts;
  private final int[] countOf;
  private final double[] total;
  private final double sumOfLogMeans;

  GammaGammaLikelihood(List<RepeatValue> customers) {
    counts =
        customers.stream().mapToDouble(RepeatValue::repeatPurchases).sorted().distinct().toArray();
    countOf =
        customers.stream()
            .mapToInt(customer -> Arrays.binarySearch(counts, customer.repeatPurchases()))
            .toArray();
    total = customers.stream().mapToDouble(c -> c.repeatPurchases() * c.meanValue()).toArray();
    sumOfLogMeans = customers.stream().mapToDouble(c -> Math.log(c.meanValue())).sum();
  }

  double at(double p, double q, double gamma) {
    double[] logBeta = Arrays.stream(counts).map(x -> Beta.logBeta(p * x, q)).toArray();
    double sum = -sumOfLogMeans;
    for (int i = 0; i < total.length; i++) {
      double shape = p * counts[countOf[i]];
      double u = gamma / total[i];
      sum -= logBeta[countOf[i]] + shape * Math.log1p(u) + q * Math.log1p(1 / u);
    }
    return sum;
  }
}
