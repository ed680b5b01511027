package io.kindred.training.check;

import io.kindred.features.Customer;
import io.kindred.training.metrics.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds which things go together over customers.
///
/// All pairs are compared by ranks over everyone of whom a thing is known; the strongest are then
/// ranked anew over those of whom both are.
final class CorrelationCheck {
  private static final int MOST_PARAMETERS = 400;
  private static final int LOOKED_AT = 60;
  private static final int SHOWN = 12;
  private static final int LEAST_CUSTOMERS = 50;

  /// A correlation by chance is beyond this many standard errors in one of some thousand pairs.
  private static final double SURE = 4;

  private static final double LEAST = 0.1;

  private CorrelationCheck() {}

  static List<CheckReport.Correlation> of(
      List<Customer> customers, List<CustomerParameter> parameters) {
    List<CustomerParameter> compared =
        parameters.subList(0, Math.min(MOST_PARAMETERS, parameters.size()));
    double[][] numbers =
        compared.stream()
            .map(parameter -> customers.stream().mapToDouble(parameter.of()).toArray())
            .toArray(double[][]::new);
    double[][] ranks = Arrays.stream(numbers).map(CorrelationCheck::ranks).toArray(double[][]::new);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < compared.size(); i++) {
      for (int j = i + 1; j < compared.size(); j++) {
        if (!compared.get(i).family().equals(compared.get(j).family())) {
          double roughly = product(ranks[i], ranks[j]);
          if (Double.isFinite(roughly)) {
            pairs.add(new Pair(i, j, roughly));
          }
        }
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparingDouble(pair -> -Math.abs(pair.roughly())))
        .limit(LOOKED_AT)
        .map(pair ->
            correlation(
                compared.get(pair.one()),
                compared.get(pair.other()),
                numbers[pair.one()],
                numbers[pair.other()]))
        .filter(CorrelationCheck::isSure)
        .sorted(Comparator.comparingDouble(found -> -Math.abs(found.rho())))
        .limit(SHOWN)
        .toList();
  }

  private record Pair(int one, int other, double roughly) {}

  private static boolean isSure(CheckReport.Correlation found) {
    return Double.isFinite(found.rho())
        && found.customers() >= LEAST_CUSTOMERS
        && Math.abs(found.rho()) >= LEAST
        && Math.abs(found.rho()) * Math.sqrt(found.customers() - 1) >= SURE;
  }

  private static CheckReport.Correlation correlation(
      CustomerParameter one, CustomerParameter other, double[] left, double[] right) {
    int[] both =
        IntStream.range(0, left.length)
            .filter(row -> !Double.isNaN(left[row]) && !Double.isNaN(right[row]))
            .toArray();
    double rho =
        Metrics.spearman(
            Arrays.stream(both).mapToDouble(row -> left[row]).toArray(),
            Arrays.stream(both).mapToDouble(row -> right[row]).toArray());
    return new CheckReport.Correlation(
        one.name(),
        other.name(),
        rho,
        both.length,
        "%s, %s".formatted(one.more(), rho > 0 ? other.more() : other.less()));
  }

  /// Ranks less their mean, in standard deviations; 0 where a number is unknown.
  private static double[] ranks(double[] numbers) {
    int[] known =
        IntStream.range(0, numbers.length).filter(row -> !Double.isNaN(numbers[row])).toArray();
    double[] standardised = new double[numbers.length];
    if (known.length < LEAST_CUSTOMERS) {
      Arrays.fill(standardised, Double.NaN);
      return standardised;
    }
    Integer[] order =
        Arrays.stream(known)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> numbers[row]))
            .toArray(Integer[]::new);
    double mean = (known.length + 1) / 2.0;
    double squares = 0;
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && numbers[order[to]] == numbers[order[from]]) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0 - mean;
      for (int i = from; i < to; i++) {
        standardised[order[i]] = rank;
        squares += rank * rank;
      }
      from = to;
    }
    double norm = Math.sqrt(squares);
    return Arrays.stream(standardised).map(rank -> rank / norm).toArray();
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
