package io.kindred.models;

import java.util.List;
import java.util.Optional;

/// A micro-segment.
///
/// @param name the name that training suggests
/// @param givenName the name that a person gave it, which survives retraining
/// @param share of the training customers, 0 to 1
/// @param customers how many training customers it has
/// @param traits what sets it apart, strongest first
public record Segment(
    String id,
    String macroSegmentId,
    String name,
    Optional<String> givenName,
    double share,
    int customers,
    List<Trait> traits) {
  public Segment {
    traits = List.copyOf(traits);
  }

  /// A segment that nobody has named.
  public Segment(
      String id,
      String macroSegmentId,
      String name,
      double share,
      int customers,
      List<Trait> traits) {
    this(id, macroSegmentId, name, Optional.empty(), share, customers, traits);
  }

  /// The given name, or else the suggested one.
  public String displayName() {
    return givenName.orElse(name);
  }

  /// The same segment under this given name, or none.
  public Segment withGivenName(Optional<String> given) {
    return new Segment(id, macroSegmentId, name, given, share, customers, traits);
  }
}
