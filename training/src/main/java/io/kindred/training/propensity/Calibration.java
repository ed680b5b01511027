package io.kindred.training.propensity;

/// Platt's scaling: the calibrated log-odds are a straight line of the model's.
///
/// Platt (1999), with his smoothed labels, which keep the fit finite where the classes are apart.
public record Calibration(double slope, double intercept) {
  private static final int MOST_STEPS = 100;

  /// Fits by Newton's method on log-odds of rows the model was not fitted on.
  ///
  /// @param labels 0 or 1
  static Calibration fit(double[] logOdds, float[] labels) {
    double positives = 0;
    for (float label : labels) {
      positives += label;
    }
    double negatives = labels.length - positives;
    double high = (positives + 1) / (positives + 2);
    double low = 1 / (negatives + 2);

    double slope = 1;
    double intercept = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      // A little weight on slope 1 and intercept 0 keeps the curvature from vanishing.
      double slopeGradient = 1e-6 * (slope - 1);
      double interceptGradient = 1e-6 * intercept;
      double slopeCurvature = 1e-6;
      double crossCurvature = 0;
      double interceptCurvature = 1e-6;
      for (int i = 0; i < labels.length; i++) {
        double probability = probability(slope * logOdds[i] + intercept);
        double error = probability - (labels[i] > 0 ? high : low);
        double weight = probability * (1 - probability);
        slopeGradient += error * logOdds[i];
        interceptGradient += error;
        slopeCurvature += weight * logOdds[i] * logOdds[i];
        crossCurvature += weight * logOdds[i];
        interceptCurvature += weight;
      }
      double determinant = slopeCurvature * interceptCurvature - crossCurvature * crossCurvature;
      double slopeStep =
          (interceptCurvature * slopeGradient - crossCurvature * interceptGradient) / determinant;
      double interceptStep =
          (slopeCurvature * interceptGradient - crossCurvature * slopeGradient) / determinant;
      slope -= slopeStep;
      intercept -= interceptStep;
      if (Math.abs(slopeStep) + Math.abs(interceptStep) < 1e-10) {
        break;
      }
    }
    if (!Double.isFinite(slope) || !Double.isFinite(intercept) || slope <= 0) {
      // The model ranks no better than chance: the base rate is all that can be said.
      return new Calibration(0, Math.log(positives + 1) - Math.log(negatives + 1));
    }
    return new Calibration(slope, intercept);
  }

  public double calibrated(double logOdds) {
    return probability(slope * logOdds + intercept);
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
