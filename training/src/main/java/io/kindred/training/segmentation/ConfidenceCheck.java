package io.kindred.training.segmentation;

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

  static ConfidenceCheck of(HalfFits fits, long seed) {
    ConfidenceCheck best = new ConfidenceCheck(1, 1, 1);
    double leastLoss = Double.POSITIVE_INFINITY;
    for (int step = (int) (1 / STEP); step >= 1; step--) {
      Tally tally = new Tally(step * STEP);
      SplittableRandom random = new SplittableRandom(seed);
      for (int h = 0; h < fits.halves().size(); h++) {
        tally.add(fits.fits().get(h), fits.halves().get(h).unseen(), random);
      }
      if (tally.loss < leastLoss) {
        leastLoss = tally.loss;
        best = tally.check();
      }
    }
    return best;
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

    private void add(Mixture mixture, MixedRows unseen, SplittableRandom random) {
      double[] posterior = new double[mixture.components];
      for (double[] row : unseen.values()) {
        mixture.posterior(row, 1, posterior);
        int whole = Mixture.likeliest(posterior);
        double[] visible = halfHidden(row, unseen.groups(), random);
        mixture.posterior(visible, temperature, posterior);
        int given = Mixture.likeliest(posterior);
        loss -= Math.log(Math.max(posterior[whole], 1e-12));
        confidence += posterior[given];
        agreeing += given == whole ? 1 : 0;
        customers++;
      }
    }

    /// The words of a category are hidden together.
    private static double[] halfHidden(double[] row, int[] groups, SplittableRandom random) {
      boolean[] hidden = new boolean[row.length];
      double[] visible = row.clone();
      for (int d = 0; d < row.length; d++) {
        hidden[d] = groups[d] == d ? random.nextBoolean() : hidden[groups[d]];
        if (hidden[d]) {
          visible[d] = Double.NaN;
        }
      }
      return visible;
    }

    private ConfidenceCheck check() {
      return new ConfidenceCheck(temperature, confidence / customers, agreeing / customers);
    }
  }
}
