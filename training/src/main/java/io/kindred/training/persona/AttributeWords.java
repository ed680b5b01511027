package io.kindred.training.persona;

import static io.kindred.training.persona.FeatureWords.noun;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.FeatureNames;
import io.kindred.features.MeasurementScale;
import io.kindred.models.Text;
import io.kindred.training.persona.FeatureWords.Concern;
import io.kindred.training.persona.FeatureWords.Phrase;
import io.kindred.training.persona.FeatureWords.Subject;

/// Words of attributes and of features that a training file declares.
final class AttributeWords {
  private static final Text IS =
      new Text("Has “{word}” {more} {than}.", "Har ”{word}” {more} {than}.");
  private static final Text SAYS_YES =
      new Text("Says yes to “{word}” {more} {than}.", "Svarar ja på ”{word}” {more} {than}.");
  private static final Text AGREES =
      new Text("Agrees {more} with “{word}” {than}.", "Instämmer {more} i ”{word}” {than}.");
  private static final Text IS_HIGH =
      new Text("Is {more} in “{word}” {than}.", "Ligger {more} i ”{word}” {than}.");

  private AttributeWords() {}

  /// @param name the feature's name without its beginning
  static FeatureWords of(Feature feature, String name) {
    int equals = name.indexOf('=');
    if (equals > 0) {
      String attribute = plain(name.substring(0, equals));
      Subject subject = profile(attribute);
      String word = attribute + ": " + name.substring(equals + 1);
      return words(
          Comparative.OFTEN, IS, word, named(subject, word), FeatureWords.unnamed(subject));
    }
    String word = plain(name);
    Subject subject = profile(word);
    if (feature.scale() == MeasurementScale.YES_NO) {
      return words(
          Comparative.OFTEN,
          SAYS_YES,
          word,
          named(subject, word),
          noun(subject, "customers (not %s)".formatted(word), "kunder (ej %s)".formatted(word)));
    }
    if (feature.scale() == MeasurementScale.ORDERED && feature.basis() == Basis.PSYCHOGRAPHIC) {
      return words(
          Comparative.MUCH,
          AGREES,
          word,
          named(subject, word),
          noun(subject, "customers (not %s)".formatted(word), "kunder (ej %s)".formatted(word)));
    }
    return words(
        Comparative.HIGH,
        IS_HIGH,
        word,
        noun(subject, "customers (high %s)".formatted(word), "kunder (hög %s)".formatted(word)),
        noun(subject, "customers (low %s)".formatted(word), "kunder (låg %s)".formatted(word)));
  }

  private static FeatureWords words(
      Comparative comparative, Text sentence, String word, Phrase high, Phrase low) {
    return new FeatureWords(new Claim(comparative, sentence, Text.same(word)), high, low, 1);
  }

  private static Phrase named(Subject subject, String word) {
    return noun(subject, "customers (%s)".formatted(word), "kunder (%s)".formatted(word));
  }

  private static Subject profile(String attribute) {
    return new Subject(FeatureNames.ATTRIBUTE + attribute, Concern.PROFILE);
  }

  /// The name as it stands within a sentence: `Only_child` as `only child`, `GDP` as it is.
  private static String plain(String name) {
    String spaced = name.replace('_', ' ').strip();
    boolean abbreviation = spaced.length() > 1 && Character.isUpperCase(spaced.charAt(1));
    return abbreviation || spaced.isEmpty()
        ? spaced
        : Character.toLowerCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
