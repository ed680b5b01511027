package io.kindred.models;

import java.util.List;
import java.util.Optional;

/// One figure of an evaluation beside its baselines.
///
/// @param subject what is measured, such as `purchase`
/// @param name the figure's name, such as `AUC`
/// @param interval its 95 % interval, where one was computed
/// @param customers how many customers it rests on
public record Measure(
    String subject,
    String name,
    double value,
    Optional<Interval> interval,
    int customers,
    boolean higherIsBetter,
    List<Baseline> baselines) {
  public Measure {
    baselines = List.copyOf(baselines);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s of %s is %s (expected a finite number)".formatted(name, subject, value));
    }
  }

  /// The ends of an interval.
  public record Interval(double low, double high) {}

  /// The same figure of a simpler way, on the same customers.
  public record Baseline(String name, double value) {}
}
