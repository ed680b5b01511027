package io.kindred.models;

import io.kindred.models.segmentation.SegmentOutputs;
import java.util.Arrays;
import java.util.Objects;

/// A model's outputs for one customer, as the graph gives them.
///
/// @param propensities calibrated probability of each propensity target
/// @param value one number for each {@link ValueOutput}
public record Outputs(SegmentOutputs segments, double[] propensities, double[] value) {
  public Outputs {
    propensities = propensities.clone();
    value = value.clone();
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
    return segments.isFinite() && allFinite(propensities) && allFinite(value);
  }

  /// The largest difference from other outputs, relative where numbers exceed 1.
  public double distance(Outputs other) {
    return Math.max(
        distance(segments.all(), other.segments.all()),
        Math.max(distance(propensities, other.propensities), distance(value, other.value)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outputs outputs
        && segments.equals(outputs.segments)
        && Arrays.equals(propensities, outputs.propensities)
        && Arrays.equals(value, outputs.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(segments, Arrays.hashCode(propensities), Arrays.hashCode(value));
  }

  @Override
  public String toString() {
    return "Outputs[segments=%s, propensities=%s, value=%s]"
        .formatted(segments, Arrays.toString(propensities), Arrays.toString(value));
  }

  private static boolean allFinite(double[] numbers) {
    return Arrays.stream(numbers).allMatch(Double::isFinite);
  }

  /// The largest difference between two lists of numbers, relative where numbers exceed 1.
  public static double distance(double[] these, double[] those) {
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
