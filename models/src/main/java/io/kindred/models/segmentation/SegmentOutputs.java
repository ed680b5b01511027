package io.kindred.models.segmentation;

import java.util.Arrays;

/// What is said of a customer's segment, as numbers.
///
/// @param posterior probability of each segment
/// @param macroSegments probability of each macro-segment
/// @param forecasts by forecast of {@link SegmentModel#forecasts}: the probability that each
///   segment is the one that the customer turns out to be in
/// @param familiarity see {@link Familiarity}
public record SegmentOutputs(
    double[] posterior, double[] macroSegments, double[][] forecasts, double familiarity) {
  public SegmentOutputs {
    for (double[] forecast : forecasts) {
      if (forecast.length != posterior.length) {
        throw new IllegalArgumentException(
            "a forecast has %d segments (expected %d)"
                .formatted(forecast.length, posterior.length));
      }
    }
    if (forecasts.length == 0) {
      throw new IllegalArgumentException("there is no forecast of segments (expected at least 1)");
    }
  }

  /// Forecasts that stand one after the other.
  public static double[][] split(double[] forecasts, int segments) {
    double[][] split = new double[forecasts.length / segments][];
    for (int f = 0; f < split.length; f++) {
      split[f] = Arrays.copyOfRange(forecasts, f * segments, (f + 1) * segments);
    }
    return split;
  }

  /// The forecast that confidence and prediction sets speak of.
  public double[] settled() {
    return forecasts[0];
  }

  /// All numbers, one after the other.
  public double[] all() {
    double[] all = new double[posterior.length * (1 + forecasts.length) + macroSegments.length + 1];
    int next = 0;
    for (double[] part : forecasts) {
      System.arraycopy(part, 0, all, next, part.length);
      next += part.length;
    }
    System.arraycopy(posterior, 0, all, next, posterior.length);
    next += posterior.length;
    System.arraycopy(macroSegments, 0, all, next, macroSegments.length);
    all[all.length - 1] = familiarity;
    return all;
  }

  /// Whether no number is NaN or infinite.
  public boolean isFinite() {
    return Arrays.stream(all()).allMatch(Double::isFinite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentOutputs outputs
        && Arrays.equals(posterior, outputs.posterior)
        && Arrays.equals(macroSegments, outputs.macroSegments)
        && Arrays.deepEquals(forecasts, outputs.forecasts)
        && Double.compare(familiarity, outputs.familiarity) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(posterior) + Arrays.deepHashCode(forecasts);
  }

  @Override
  public String toString() {
    return "SegmentOutputs[posterior=%s, macroSegments=%s, forecasts=%s, familiarity=%s]"
        .formatted(
            Arrays.toString(posterior),
            Arrays.toString(macroSegments),
            Arrays.deepToString(forecasts),
            familiarity);
  }
}
