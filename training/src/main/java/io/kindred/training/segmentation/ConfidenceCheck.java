package io.kindred.training.segmentation;

import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// How honest the posterior is for customers of whom half is known: on customers not used in
/// fitting, a random half of each one's values is hidden, and the segment given to the rest is
/// compared with the segment that the whole gives.
///
/// @param temperature what the log-densities are multiplied by, at most 1: correlated columns
///   counted as independent make a posterior too sure of itself
/// @param meanConfidence the mean posterior of the segment given to the visible half
/// @param agreement the share of customers where it is the segment that the whole gives
public record ConfidenceCheck(double temperature, double meanConfidence, double agreement) {
  private static final double STEP = .05;

  /// @param seed of what is hidden
  static ConfidenceCheck of(HalfFits fits, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Answers> answers = new ArrayList<>();
    for (int h = 0; h < fits.halves().size(); h++) {
      answers.add(Answers.of(fits.fits().get(h), fits.halves().get(h).unseen(), random));
    }
    ConfidenceCheck best = new ConfidenceCheck(1, 1, 1);
    double leastLoss = Double.POSITIVE_INFINITY;
    for (int step = (int) (1 / STEP); step >= 1; step--) {
      Tally tally = new Tally(step * STEP);
      answers.forEach(tally::add);
      if (tally.loss < leastLoss) {
        leastLoss = tally.loss;
        best = tally.check();
      }
    }
    return best;
  }

  /// What a fit says of customers it had not seen.
  ///
  /// @param whole the segment that each whole row gives
  /// @param visible the posterior of what is left visible of each
  private record Answers(double[] logWeights, int[] whole, double[][] visible) {
    static Answers of(Mixture mixture, MixedRows unseen, SplittableRandom random) {
      double[][] hidden =
          Arrays.stream(unseen.values())
              .map(row -> halfHidden(row, unseen, random))
              .toArray(double[][]::new);
      return new Answers(
          mixture.logWeights(), mixture.assign(unseen), mixture.posteriors(unseen.with(hidden)));
    }

    /// Columns of one feature, and the words of a category, are hidden together.
    private static double[] halfHidden(double[] row, MixedRows rows, SplittableRandom random) {
      double[] visible = row.clone();
      Map<Integer, Boolean> hidden = new HashMap<>();
      for (int d = 0; d < row.length; d++) {
        int source = rows.columns().get(rows.columns().get(d).group()).source();
        if (hidden.computeIfAbsent(source, _ -> random.nextBoolean())) {
          visible[d] = Double.NaN;
        }
      }
      return visible;
    }
  }

  private static final class Tally {
    private final double temperature;
    private double loss;
    private double confidence;
    private double agreeing;
    private int customers;

    private Tally(double temperature) {
      this.temperature = temperature;
    }

    private void add(Answers answers) {
      for (int i = 0; i < answers.whole.length; i++) {
        double[] posterior = tempered(answers.visible[i], answers.logWeights);
        int given = Mixture.likeliest(posterior);
        loss -= Math.log(Math.max(posterior[answers.whole[i]], 1e-12));
        confidence += posterior[given];
        agreeing += given == answers.whole[i] ? 1 : 0;
        customers++;
      }
    }

    /// The log-densities are multiplied, the weights are not.
    private double[] tempered(double[] posterior, double[] logWeights) {
      double[] tempered = new double[posterior.length];
      double sum = 0;
      for (int k = 0; k < tempered.length; k++) {
        double logDensity = Math.log(Math.max(posterior[k], 1e-300)) - logWeights[k];
        tempered[k] = logWeights[k] + temperature * logDensity;
      }
      double largest = Arrays.stream(tempered).max().orElseThrow();
      for (int k = 0; k < tempered.length; k++) {
        tempered[k] = Math.exp(tempered[k] - largest);
        sum += tempered[k];
      }
      for (int k = 0; k < tempered.length; k++) {
        tempered[k] /= sum;
      }
      return tempered;
    }

    private ConfidenceCheck check() {
      return new ConfidenceCheck(temperature, confidence / customers, agreeing / customers);
    }
  }
}
