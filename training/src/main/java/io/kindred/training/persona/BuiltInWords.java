package io.kindred.training.persona;

import io.kindred.models.Text;
import io.kindred.training.persona.FeatureWords.Phrase;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of every built-in feature of which segments are made.
final class BuiltInWords {
  private static final double NEARLY_THE_SAME = .85;

  private static final Map<String, FeatureWords> WORDS =
      Stream.of(BuyingWords.all(), HabitWords.all())
          .flatMap(Function.identity())
          .collect(Collectors.toMap(Entry::feature, Entry::words));

  private BuiltInWords() {}

  /// A feature and its words.
  record Entry(String feature, FeatureWords words) {}

  static Optional<FeatureWords> of(String feature) {
    return Optional.ofNullable(WORDS.get(feature));
  }

  /// The feature that speaks for its subject.
  static Entry words(
      String feature,
      Comparative comparative,
      String english,
      String swedish,
      Phrase high,
      Phrase low) {
    return entry(feature, comparative, new Text(english, swedish), high, low, 1);
  }

  /// A feature that says nearly the same as one that speaks for its subject.
  static Entry nearlyTheSame(
      String feature,
      Comparative comparative,
      String english,
      String swedish,
      Phrase high,
      Phrase low) {
    return entry(feature, comparative, new Text(english, swedish), high, low, NEARLY_THE_SAME);
  }

  private static Entry entry(
      String feature,
      Comparative comparative,
      Text sentence,
      Phrase high,
      Phrase low,
      double plainness) {
    return new Entry(
        feature,
        new FeatureWords(new Claim(comparative, sentence, Text.same("")), high, low, plainness));
  }
}
