package io.kindred.training.segmentation;

import io.kindred.features.Feature;

/// How much or little of a feature is said in plain words.
///
/// @param high of customers who have much of it
/// @param low of customers who have little
/// @param plainness 1 for the feature that speaks for its subject; less for one that says nearly
///   the same and is told only where its difference is clearly larger
record FeatureWords(Phrase high, Phrase low, double plainness) {

  /// How near a subject is to the business; of differences alike in size the nearer one is told.
  enum Concern {
    /// Value, frequency, recency and engagement.
    BUSINESS(1),
    /// What is bought, where and how.
    HABIT(.9),
    /// Who the customers are and what they say.
    PROFILE(.7);

    private final double weight;

    Concern(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }
  }

  /// What phrases are about: those of one subject say much the same, so that a name or a list of
  /// traits speaks of a subject once.
  record Subject(String name, Concern concern) {}

  /// One direction of a feature.
  ///
  /// @param name part of a segment's name, such as `frequent buyers`
  /// @param sentence such as `Has ordered more often than others.`
  record Phrase(Subject subject, String name, String sentence) {}

  /// The words of a feature: its own where it is built in, else those of its family.
  ///
  /// @param typicalShare the segment's median, where the feature is a share: `mostly` is said of at
  ///   least a half
  static FeatureWords of(Feature feature, double typicalShare) {
    return BuiltInWords.of(feature.name()).orElseGet(() -> FamilyWords.of(feature, typicalShare));
  }
}
