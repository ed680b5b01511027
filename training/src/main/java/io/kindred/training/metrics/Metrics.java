package io.kindred.training.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Figures that hold predictions against what happened.
public final class Metrics {
  private static final double LEAST_PROBABILITY = 1e-15;

  private Metrics() {}

  /// The probability that a positive is ranked above a negative, ties counting half; NaN where
  /// there is only one class.
  public static double auc(double[] scores, float[] labels) {
    double[] ranks = midranks(scores);
    double positives = 0;
    double rankSum = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] > 0) {
        positives++;
        rankSum += ranks[i];
      }
    }
    double negatives = labels.length - positives;
    return positives == 0 || negatives == 0
        ? Double.NaN
        : (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
  }

  /// Mean negative log-likelihood.
  public static double logLoss(double[] probabilities, float[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double likelihood = labels[i] > 0 ? probabilities[i] : 1 - probabilities[i];
      sum -= Math.log(Math.max(likelihood, LEAST_PROBABILITY));
    }
    return sum / labels.length;
  }

  /// Mean squared error of probabilities.
  public static double brier(double[] probabilities, float[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double error = probabilities[i] - labels[i];
      sum += error * error;
    }
    return sum / labels.length;
  }

  /// Expected calibration error over ten bins of equal frequency; rows of equal probability share
  /// their labels evenly, so that their order does not matter.
  public static double calibrationError(double[] probabilities, float[] labels) {
    int[] order = order(probabilities);
    double[] outcomes = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      outcomes[i] = labels[i];
    }
    double[] shared = shared(order, probabilities, outcomes);
    int bins = Math.min(10, order.length);
    double error = 0;
    for (int bin = 0; bin < bins; bin++) {
      int from = (int) ((long) order.length * bin / bins);
      int to = (int) ((long) order.length * (bin + 1) / bins);
      double difference = 0;
      for (int i = from; i < to; i++) {
        difference += probabilities[order[i]] - shared[i];
      }
      error += Math.abs(difference);
    }
    return error / order.length;
  }

  /// Spearman's rank correlation; NaN where either side is constant.
  public static double spearman(double[] left, double[] right) {
    return pearson(midranks(left), midranks(right));
  }

  /// Gini coefficient of the outcome sorted by the prediction over that sorted by itself (Wang et
  /// al. 2019); 1 is a perfect ranking, 0 none.
  public static double normalisedGini(double[] predictions, double[] outcomes) {
    return gini(predictions, outcomes) / gini(outcomes, outcomes);
  }

  public static double meanAbsoluteError(double[] predictions, double[] outcomes) {
    double sum = 0;
    for (int i = 0; i < outcomes.length; i++) {
      sum += Math.abs(predictions[i] - outcomes[i]);
    }
    return sum / outcomes.length;
  }

  /// Sum of the predictions over sum of the outcomes, less 1.
  public static double totalError(double[] predictions, double[] outcomes) {
    return Arrays.stream(predictions).sum() / Arrays.stream(outcomes).sum() - 1;
  }

  private static double gini(double[] scores, double[] outcomes) {
    double[] shared = shared(order(scores), scores, outcomes);
    double total = 0;
    double weighted = 0;
    int n = shared.length;
    for (int i = 0; i < n; i++) {
      total += shared[i];
      weighted += (i + 1) * shared[i];
    }
    return 2 * weighted / (n * total) - (n + 1.0) / n;
  }

  /// The outcomes in order, those of equal scores each replaced by their mean.
  private static double[] shared(int[] order, double[] scores, double[] outcomes) {
    double[] shared = new double[outcomes.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      double sum = 0;
      do {
        sum += outcomes[order[to++]];
      } while (to < order.length && scores[order[to]] == scores[order[from]]);
      Arrays.fill(shared, from, to, sum / (to - from));
      from = to;
    }
    return shared;
  }

  private static double pearson(double[] left, double[] right) {
    double leftMean = Arrays.stream(left).average().orElse(Double.NaN);
    double rightMean = Arrays.stream(right).average().orElse(Double.NaN);
    double product = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int i = 0; i < left.length; i++) {
      double leftDifference = left[i] - leftMean;
      double rightDifference = right[i] - rightMean;
      product += leftDifference * rightDifference;
      leftSquares += leftDifference * leftDifference;
      rightSquares += rightDifference * rightDifference;
    }
    return product / Math.sqrt(leftSquares * rightSquares);
  }

  private static double[] midranks(double[] numbers) {
    int[] order = order(numbers);
    double[] ranks = new double[numbers.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && numbers[order[to]] == numbers[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static int[] order(double[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> numbers[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
