package io.kindred.training.propensity;

/// A fitted model of the log-odds of an event, before calibration.
public sealed interface PropensityModel permits LogisticModel, BoostedTrees {

  /// The log-odds for one feature row; NaN in the row is an unknown value.
  double logOdds(float[] row);

  /// What kind of model it is, in words.
  String kind();
}
