package io.kindred.training.persona;

import io.kindred.models.Persona.Difference;
import io.kindred.models.Persona.Trait;
import io.kindred.training.persona.FeatureWords.Phrase;
import io.kindred.training.persona.FeatureWords.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What sets a segment apart from its siblings, and is worth telling: one difference of each
/// subject.
final class Traits {
  /// To have much of something says more than to have little of it, above all where features are
  /// shares of one whole.
  private static final double WEIGHT_OF_LITTLE = .95;

  private static final int MOST = 6;

  private Traits() {}

  /// The weightiest traits, in their order.
  static List<Trait> of(List<Contrast> contrasts) {
    List<Contrast> weightiestFirst =
        contrasts.stream()
            .filter(contrast ->
                Math.abs(contrast.difference(Reference.SIBLINGS)) >= Strength.SOMEWHAT.from())
            .sorted(
                Comparator.comparingDouble(Traits::weighted)
                    .reversed()
                    .thenComparing(contrast -> contrast.feature().name()))
            .toList();
    Set<Subject> told = new HashSet<>();
    List<Contrast> chosen = new ArrayList<>();
    for (Contrast contrast : weightiestFirst) {
      if (chosen.size() < MOST
          && told.add(phrase(contrast, contrast.difference(Reference.SIBLINGS)).subject())) {
        chosen.add(contrast);
      }
    }
    return chosen.stream().map(Traits::trait).toList();
  }

  /// What is said of a feature in the direction of a difference.
  static Phrase phrase(Contrast contrast, double difference) {
    FeatureWords words = FeatureWords.of(contrast.feature());
    return difference > 0 ? words.high() : words.low();
  }

  /// How much a difference weighs against those of other features; one known of few weighs little.
  static double weight(Contrast contrast, double difference) {
    double weight =
        phrase(contrast, difference).subject().concern().weight()
            * FeatureWords.of(contrast.feature()).plainness()
            * contrast.knownShare();
    return difference > 0 ? weight : weight * WEIGHT_OF_LITTLE;
  }

  private static double weighted(Contrast contrast) {
    double difference = contrast.difference(Reference.SIBLINGS);
    return weight(contrast, difference) * Math.abs(difference);
  }

  private static Trait trait(Contrast contrast) {
    return new Trait(
        contrast.feature().name(),
        Rounded.toThreeDigits(contrast.feature(), contrast.own().plain().mean()),
        difference(contrast, Reference.SIBLINGS),
        difference(contrast, Reference.EVERYONE));
  }

  private static Difference difference(Contrast contrast, Reference reference) {
    // A segment without siblings is held against everyone, and says so.
    Reference said = contrast.isAlone() ? Reference.EVERYONE : reference;
    return new Difference(
        Sentences.of(
            FeatureWords.of(contrast.feature()).claim(),
            contrast.difference(reference),
            contrast.ratio(reference),
            said),
        Rounded.toHundredths(contrast.effect(reference)),
        Rounded.toThreeDigits(contrast.feature(), contrast.beside(reference).plain().mean()));
  }
}
