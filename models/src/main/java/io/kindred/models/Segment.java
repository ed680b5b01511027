package io.kindred.models;

import java.util.List;

/// A micro-segment.
///
/// @param share of the training customers, 0 to 1
/// @param customers how many training customers it has
/// @param traits what sets it apart, strongest first
public record Segment(
    String id,
    String macroSegmentId,
    String name,
    double share,
    int customers,
    List<Trait> traits) {
  public Segment {
    traits = List.copyOf(traits);
  }
}
