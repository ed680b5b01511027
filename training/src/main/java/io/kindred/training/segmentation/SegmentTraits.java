package io.kindred.training.segmentation;

import io.kindred.features.FeatureSchema;
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
  private static final double WEIGHT_OF_LITTLE = .9;

  private static final int MOST_SENTENCES = 6;

  private SegmentTraits() {}

  /// A difference and how it is told.
  private record Trait(FeatureWords words, FeatureProfile profile) {
    boolean isHigh() {
      return profile.standardisedDifference() > 0;
    }

    double size() {
      return Math.abs(profile.standardisedDifference());
    }

    double weight() {
      return size() * words.concern().weight() * (isHigh() ? 1 : WEIGHT_OF_LITTLE);
    }
  }

  /// The parts of the segment's name, the weightiest first.
  static List<NamePart> nameParts(FeatureSchema schema, List<FeatureProfile> profiles) {
    return traits(schema, profiles).stream()
        .map(trait ->
            new NamePart(trait.words().phrase(trait.isHigh()).name(), trait.words().concern()))
        .toList();
  }

  /// The sentences, of the greatest difference first.
  static List<Distinction> distinctions(FeatureSchema schema, List<FeatureProfile> profiles) {
    return traits(schema, profiles).stream()
        .limit(MOST_SENTENCES)
        .sorted(Comparator.comparingDouble(Trait::size).reversed())
        .map(trait ->
            new Distinction(
                trait.profile().feature(),
                trait.profile().standardisedDifference(),
                trait.words().phrase(trait.isHigh()).sentence()))
        .toList();
  }

  private static List<Trait> traits(FeatureSchema schema, List<FeatureProfile> profiles) {
    List<Trait> weightiestFirst =
        profiles.stream()
            .map(profile -> trait(schema, profile))
            .filter(trait -> trait.size() >= SMALLEST_DIFFERENCE)
            .sorted(Comparator.comparingDouble(Trait::weight).reversed())
            .toList();
    Set<String> told = new HashSet<>();
    List<Trait> traits = new ArrayList<>();
    for (Trait trait : weightiestFirst) {
      if (told.add(trait.words().subject())) {
        traits.add(trait);
      }
    }
    return traits;
  }

  private static Trait trait(FeatureSchema schema, FeatureProfile profile) {
    return new Trait(
        FeatureWords.of(schema.features().get(schema.indexOf(profile.feature())), profile.median()),
        profile);
  }
}
