package io.kindred.models;

import java.util.Optional;
import java.util.OptionalDouble;

/// A micro-segment.
///
/// @param name suggested by training; given by a person it survives retraining
/// @param share of the training customers, 0 to 1
/// @param customers how many training customers it has
/// @param stability how well it is found again on other samples of the customers (mean Jaccard
///   index), 0 to 1; empty where it was not measured
/// @param unstable whether it is too unstable to plan with
public record Segment(
    String id,
    String macroSegmentId,
    SegmentName name,
    double share,
    int customers,
    OptionalDouble stability,
    boolean unstable,
    Persona persona) {
  public Segment {
    if (stability.isPresent() && !(stability.getAsDouble() >= 0 && stability.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "stability of segment %s is %s (expected 0 to 1)".formatted(id, stability.getAsDouble()));
    }
  }

  /// The same segment under this given name, or none.
  public Segment withGivenName(Optional<String> given) {
    return new Segment(
        id,
        macroSegmentId,
        new SegmentName(name.suggested(), given),
        share,
        customers,
        stability,
        unstable,
        persona);
  }
}
