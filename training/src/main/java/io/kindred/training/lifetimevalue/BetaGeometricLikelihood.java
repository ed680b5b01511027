package io.kindred.training.lifetimevalue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/// The exact log-likelihood of the BG/NBD on given customers, (6) of Fader, Hardie and Lee 2005.
///
/// Customers with equal summaries are one row with a weight, and what depends on the number of
/// purchases alone is computed once for each number.
final class BetaGeometricLikelihood {
  private final double[] counts;
  private final int[] countOfRow;
  private final double[] lastPurchase;
  private final double[] observed;
  private final long[] weight;

  BetaGeometricLikelihood(List<PurchaseSummary> customers) {
    Map<PurchaseSummary, Long> rows =
        customers.stream()
            .collect(groupingBy(customer -> customer, LinkedHashMap::new, counting()));
    counts =
        rows.keySet().stream().mapToDouble(PurchaseSummary::repeatPurchases).distinct().toArray();
    Map<Double, Integer> position = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      position.put(counts[i], i);
    }
    countOfRow =
        rows.keySet().stream().mapToInt(row -> position.get(row.repeatPurchases())).toArray();
    lastPurchase = rows.keySet().stream().mapToDouble(PurchaseSummary::lastPurchase).toArray();
    observed = rows.keySet().stream().mapToDouble(PurchaseSummary::observed).toArray();
    weight = rows.values().stream().mapToLong(Long::longValue).toArray();
  }

  /// The sum over all customers; `a` = 0 is the plain NBD.
  double at(double r, double alpha, double a, double b) {
    double[] common = new double[counts.length];
    double[] alive = new double[counts.length];
    double[] gone = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      double x = counts[i];
      common[i] = Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha);
      alive[i] = a == 0 ? 0 : Beta.logBeta(a, b + x) - Beta.logBeta(a, b);
      gone[i] = alive[i] + Math.log(a) - Math.log(b + x - 1); // unused for x = 0
    }
    double sum = 0;
    for (int row = 0; row < weight.length; row++) {
      int i = countOfRow[row];
      double shape = r + counts[i];
      double term = alive[i] - shape * Math.log(alpha + observed[row]);
      if (counts[i] > 0) {
        term = logSum(term, gone[i] - shape * Math.log(alpha + lastPurchase[row]));
      }
      sum += weight[row] * (common[i] + term);
    }
    return sum;
  }

  /// log(e^first + e^second); the first is finite.
  private static double logSum(double first, double second) {
    return Math.max(first, second) + Math.log1p(Math.exp(-Math.abs(first - second)));
  }
}
