package io.kindred.models.segmentation;

import java.util.Arrays;
import java.util.stream.Stream;

/// From what the segments' probabilities are now to the probability of the segment that the
/// customer turns out to be in, calibrated on what did turn out.
///
/// With p the posterior, held to at least {@link #LEAST}, and s the band of what is known,
///
/// ```
/// logit[j] = sharpness[s] log p[j] + sum over i of weight[i][j] log p[i] + bias[s][j]
/// ```
///
/// and the forecast is their softmax: Dirichlet calibration (Kull and others 2019), by how much is
/// known.
///
/// @param days how far ahead; 0 for the segment once information is complete
/// @param sharpness by band
/// @param weight by segment now, then segment then
/// @param bias by band, then segment
public record SegmentForecast(int days, double[] sharpness, double[][] weight, double[][] bias) {
  /// Probabilities below count as this.
  public static final double LEAST = 1e-6;

  public SegmentForecast {
    int segments = weight.length;
    if (sharpness.length != bias.length
        || Arrays.stream(weight).anyMatch(row -> row.length != segments)
        || Arrays.stream(bias).anyMatch(row -> row.length != segments)) {
      throw new IllegalArgumentException(
          "forecast of %d days has sizes that do not belong together".formatted(days));
    }
    if (days < 0
        || !Stream.of(new double[][] {sharpness}, weight, bias)
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "forecast of %d days is not all finite (expected numbers, and days >= 0)"
              .formatted(days));
    }
  }

  /// The probability of each segment.
  public double[] of(double[] posterior, int band) {
    double[] logits = bias[band].clone();
    for (int i = 0; i < posterior.length; i++) {
      double log = Math.log(Math.max(posterior[i], LEAST));
      logits[i] += sharpness[band] * log;
      for (int j = 0; j < logits.length; j++) {
        logits[j] += weight[i][j] * log;
      }
    }
    return Probabilities.softmax(logits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentForecast forecast
        && days == forecast.days
        && Arrays.equals(sharpness, forecast.sharpness)
        && Arrays.deepEquals(weight, forecast.weight)
        && Arrays.deepEquals(bias, forecast.bias);
  }

  @Override
  public int hashCode() {
    return 31 * days + Arrays.deepHashCode(bias);
  }

  @Override
  public String toString() {
    return "forecast of %d days of %d segments".formatted(days, weight.length);
  }
}
