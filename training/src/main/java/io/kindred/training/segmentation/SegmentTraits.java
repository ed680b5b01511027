package io.kindred.training.segmentation;

import io.kindred.features.FeatureSchema;
import io.kindred.training.segmentation.FeatureWords.Phrase;
import io.kindred.training.segmentation.SegmentDescription.Distinction;
import io.kindred.training.segmentation.SegmentDescription.FeatureProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What of a segment's profiles is worth telling: one difference of each subject, the weightiest
/// first.
final class SegmentTraits {
  /// Differences below a third of a standard deviation are not worth a sentence.
  private static final double SMALLEST_DIFFERENCE = .33;

  /// To have much of something says more than to have little of it, above all where features are
  /// shares of one whole.
  private static final double WEIGHT_OF_LITTLE = .95;

  private static final int MOST_SENTENCES = 6;

  private SegmentTraits() {}

  /// A difference and how it is told.
  private record Trait(Phrase phrase, double weight, FeatureProfile profile) {
    static Trait of(FeatureWords words, FeatureProfile profile) {
      boolean isHigh = profile.standardisedDifference() > 0;
      Phrase phrase = isHigh ? words.high() : words.low();
      double weight = phrase.subject().concern().weight() * words.plainness();
      return new Trait(phrase, isHigh ? weight : weight * WEIGHT_OF_LITTLE, profile);
    }

    double difference() {
      return Math.abs(profile.standardisedDifference());
    }

    double weighted() {
      return weight * difference();
    }
  }

  /// What the segment's name may be made of, the weightiest first.
  static List<Phrase> phrases(FeatureSchema schema, List<FeatureProfile> profiles) {
    return traits(schema, profiles).stream().map(Trait::phrase).toList();
  }

  /// The sentences, of the greatest difference first.
  static List<Distinction> distinctions(FeatureSchema schema, List<FeatureProfile> profiles) {
    return traits(schema, profiles).stream()
        .limit(MOST_SENTENCES)
        .sorted(Comparator.comparingDouble(Trait::difference).reversed())
        .map(trait ->
            new Distinction(
                trait.profile().feature(),
                trait.profile().standardisedDifference(),
                trait.phrase().sentence()))
        .toList();
  }

  private static List<Trait> traits(FeatureSchema schema, List<FeatureProfile> profiles) {
    List<Trait> weightiestFirst =
        profiles.stream()
            .map(profile -> trait(schema, profile))
            .filter(trait -> trait.difference() >= SMALLEST_DIFFERENCE)
            .sorted(Comparator.comparingDouble(Trait::weighted).reversed())
            .toList();
    Set<FeatureWords.Subject> told = new HashSet<>();
    List<Trait> traits = new ArrayList<>();
    for (Trait trait : weightiestFirst) {
      if (told.add(trait.phrase().subject())) {
        traits.add(trait);
      }
    }
    return traits;
  }

  private static Trait trait(FeatureSchema schema, FeatureProfile profile) {
    return Trait.of(
        FeatureWords.of(schema.features().get(schema.indexOf(profile.feature())), profile.median()),
        profile);
  }
}
