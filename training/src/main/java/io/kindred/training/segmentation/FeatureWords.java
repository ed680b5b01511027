package io.kindred.training.segmentation;

import io.kindred.features.Feature;

/// How much or little of a feature is said in plain words.
///
/// @param subject what the feature is about: features of one subject say much the same, so that a
///   name or a list of traits speaks of a subject once
/// @param high of customers who have much of it
/// @param low of customers who have little
record FeatureWords(String subject, Concern concern, Phrase high, Phrase low) {

  /// How near a feature is to the business; of differences alike in size the nearer one is told.
  enum Concern {
    /// Value, frequency, recency and engagement.
    BUSINESS(1),
    /// What is bought, where and how.
    HABIT(.85),
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

  /// @param name part of a segment's name, such as `frequent buyers`
  /// @param sentence such as `Has ordered more often than others.`
  record Phrase(String name, String sentence) {}

  /// The words of a feature: its own where it is built in, else those of its family.
  ///
  /// @param typicalShare the segment's median, where the feature is a share: `mostly` is said of at
  ///   least a half
  static FeatureWords of(Feature feature, double typicalShare) {
    return BuiltInWords.of(feature.name()).orElseGet(() -> FamilyWords.of(feature, typicalShare));
  }

  Phrase phrase(boolean isHigh) {
    return isHigh ? high : low;
  }
}
