package io.kindred.training.propensity;

import java.util.List;

/// The winning candidate and its calibration.
///
/// @param candidates every candidate with the loss it was judged by, the winner among them
public record FittedPropensity(
    PropensityModel model, Calibration calibration, List<Candidate> candidates, double baseRate) {
  public FittedPropensity {
    candidates = List.copyOf(candidates);
  }

  /// The calibrated probability for one feature row.
  public double probability(float[] row) {
    return calibration.calibrated(model.logOdds(row));
  }

  /// A candidate and its mean log-loss on customers it was not fitted on, calibrated.
  public record Candidate(String kind, double logLoss) {}
}
