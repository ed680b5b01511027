package io.kindred.training.propensity;

/// Platt's scaling: the calibrated log-odds are a straight line of the model's.
///
/// Platt (1999), with his smoothed labels, which keep the fit finite where the classes are apart.
public record Calibration(double slope, double intercept) {
  private static final int MOST_STEPS = 100;
  private static final double LEAST_STEP = 1e-10;

  /// A little weight on slope 1 and intercept 0, which keeps the curvature from vanishing.
  private static final double RIDGE = 1e-6;

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

    double[] targets = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      targets[i] = labels[i] > 0 ? high : low;
    }
    double baseRate = Math.log(positives + 1) - Math.log(negatives + 1);
    double slope = 0;
    double intercept = baseRate;
    double loss = loss(slope, intercept, logOdds, targets);
    for (int step = 0; step < MOST_STEPS; step++) {
      double slopeGradient = RIDGE * (slope - 1);
      double interceptGradient = RIDGE * intercept;
      double slopeCurvature = RIDGE;
      double crossCurvature = 0;
      double interceptCurvature = RIDGE;
      for (int i = 0; i < labels.length; i++) {
        double probability = probability(slope * logOdds[i] + intercept);
        double error = probability - targets[i];
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
      // Newton's step may overshoot where the model is far too sure: halve it until it gains.
      double share = 1;
      double next = loss(slope - slopeStep, intercept - interceptStep, logOdds, targets);
      while (!(next <= loss) && share > LEAST_STEP) {
        share /= 2;
        next = loss(slope - share * slopeStep, intercept - share * interceptStep, logOdds, targets);
      }
      if (!(next <= loss)) {
        break;
      }
      slope -= share * slopeStep;
      intercept -= share * interceptStep;
      loss = next;
      if (Math.abs(slopeStep) + Math.abs(interceptStep) < 1e-10) {
        break;
      }
    }
    if (!Double.isFinite(slope) || !Double.isFinite(intercept) || slope <= 0) {
      // The model ranks no better than chance: the base rate is all that can be said.
      return new Calibration(0, baseRate);
    }
    return new Calibration(slope, intercept);
  }

  public double calibrated(double logOdds) {
    return probability(slope * logOdds + intercept);
  }

  private static double loss(double slope, double intercept, double[] logOdds, double[] targets) {
    double loss = RIDGE / 2 * ((slope - 1) * (slope - 1) + intercept * intercept);
    for (int i = 0; i < targets.length; i++) {
      double z = slope * logOdds[i] + intercept;
      // log(1 + e^z) - target z, without overflow.
      loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[i] * z;
    }
    return loss;
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
