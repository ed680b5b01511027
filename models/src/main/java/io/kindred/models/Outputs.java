package io.kindred.models;

import java.util.Arrays;

/// A model's outputs for one customer, as the graph gives them.
///
/// @param segments posterior probability of each segment
/// @param macroSegments posterior probability of each macro-segment
/// @param propensities calibrated probability of each propensity target
/// @param value one number for each {@link ValueOutput}
public record Outputs(
    double[] segments, double[] macroSegments, double[] propensities, double[] value) {
  public Outputs {
    segments = segments.clone();
    macroSegments = macroSegments.clone();
    propensities = propensities.clone();
    value = value.clone();
  }

  @Override
  public double[] segments() {
    return segments.clone();
  }

  @Override
  public double[] macroSegments() {
    return macroSegments.clone();
  }

  @Override
  public double[] propensities() {
    return propensities.clone();
  }

  @Override
  public double[] value() {
    return value.clone();
  }

  public double value(ValueOutput output) {
    return value[output.column()];
  }

  /// Whether no number is NaN or infinite.
  public boolean isFinite() {
    return allFinite(segments)
        && allFinite(macroSegments)
        && allFinite(propensities)
        && allFinite(value);
  }

  /// The largest difference from other outputs, relative where numbers exceed 1.
  public double distance(Outputs other) {
    return Math.max(
        Math.max(distance(segments, other.segments), distance(macroSegments, other.macroSegments)),
        Math.max(distance(propensities, other.propensities), distance(value, other.value)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outputs outputs
        && Arrays.equals(segments, outputs.segments)
        && Arrays.equals(macroSegments, outputs.macroSegments)
        && Arrays.equals(propensities, outputs.propensities)
        && Arrays.equals(value, outputs.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(
        new int[] {
          Arrays.hashCode(segments),
          Arrays.hashCode(macroSegments),
          Arrays.hashCode(propensities),
          Arrays.hashCode(value)
        });
  }

  @Override
  public String toString() {
    return "Outputs[segments=%s, macroSegments=%s, propensities=%s, value=%s]"
        .formatted(
            Arrays.toString(segments),
            Arrays.toString(macroSegments),
            Arrays.toString(propensities),
            Arrays.toString(value));
  }

  private static boolean allFinite(double[] numbers) {
    return Arrays.stream(numbers).allMatch(Double::isFinite);
  }

  private static double distance(double[] these, double[] those) {
    if (these.length != those.length) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < these.length; i++) {
      double difference =
          Math.abs(these[i] - those[i])
              / Math.max(1, Math.max(Math.abs(these[i]), Math.abs(those[i])));
      // A NaN on either side is the greatest distance, never none.
      largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
    }
    return largest;
  }
}
