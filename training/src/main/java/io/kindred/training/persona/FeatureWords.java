package io.kindred.training.persona;

import io.kindred.features.Feature;
import io.kindred.models.Persona.TypicalFeature;
import io.kindred.models.Text;
import java.util.List;
import java.util.Optional;

/// How much or little of a feature is said in plain words.
///
/// @param high of customers who have much of it
/// @param low of customers who have little
/// @param plainness 1 for the feature that speaks for its subject; less for one that says nearly
///   the same and is told only where its difference is clearly larger
record FeatureWords(Claim claim, Phrase high, Phrase low, double plainness) {

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
  /// @param name what it puts into a segment's name, if anything
  /// @param bounds what must be true of the typical customer for it to do so
  record Phrase(Subject subject, Optional<NamePart> name, List<Bound> bounds) {
    Phrase {
      bounds = List.copyOf(bounds);
    }

    Phrase(Subject subject, Optional<NamePart> name) {
      this(subject, name, List.of());
    }

    /// The same where the name holds within bounds only.
    Phrase where(Bound... needed) {
      return new Phrase(subject, name, List.of(needed));
    }

    /// What it puts into the name of a segment with this typical customer.
    Optional<NamePart> name(List<TypicalFeature> typical) {
      return name.filter(_ -> bounds.stream().allMatch(bound -> bound.holds(typical)));
    }
  }

  /// A part of a segment's name.
  sealed interface NamePart {
    Text words();

    /// Where the customers stand, such as `lapsed`.
    record Adjective(Text words) implements NamePart {}

    /// Who they are, such as `discount hunters`.
    record Noun(Text words) implements NamePart {}
  }

  static Phrase adjective(Subject subject, String english, String swedish) {
    return new Phrase(subject, Optional.of(new NamePart.Adjective(new Text(english, swedish))));
  }

  static Phrase noun(Subject subject, String english, String swedish) {
    return new Phrase(subject, Optional.of(new NamePart.Noun(new Text(english, swedish))));
  }

  /// A direction that names nobody: most customers send nothing back.
  static Phrase unnamed(Subject subject) {
    return new Phrase(subject, Optional.empty());
  }

  /// The words of a feature: its own where it is built in, else those of its family.
  static FeatureWords of(Feature feature) {
    return BuiltInWords.of(feature.name()).orElseGet(() -> FamilyWords.of(feature));
  }
}
