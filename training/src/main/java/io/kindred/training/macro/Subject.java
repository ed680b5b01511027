package io.kindred.training.macro;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.FeatureNames;
import io.kindred.features.WordFamily;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a condition's key means: something with a yes/no column per word, or one column.
///
/// An attribute's name goes before a family's, and both before a feature's; `account:` before
/// either means the account's.
sealed interface Subject {

  /// Something that is a word, or has words.
  ///
  /// @param beginning of the name of each word's column
  /// @param source where its words come from; none where they are the same everywhere
  record OfWords(String beginning, Optional<WordSource> source) implements Subject {}

  /// One column.
  ///
  /// @param attribute whose it is; none where it is no attribute's
  record OfFeature(String feature, Optional<AttributeDefinition> attribute) implements Subject {}

  /// What a key means.
  ///
  /// @param attributes those that models may read
  static Subject of(String key, List<AttributeDefinition> attributes) {
    String account = account(key);
    String own = key.substring(account.length());
    String name = withoutPrefix(own);
    for (AttributeDefinition attribute : attributes) {
      if (attribute.name().equals(name)) {
        String column = account + FeatureNames.ATTRIBUTE + name;
        return WordSource.hasWords(attribute)
            ? new OfWords(column + "=", Optional.of(new WordSource.OfAttribute(attribute)))
            : new OfFeature(column, Optional.of(attribute));
      }
    }
    if (FeatureNames.JOURNEY_STAGE.equals(own + ":")) {
      return new OfWords(account + FeatureNames.JOURNEY_STAGE, Optional.empty());
    }
    return Stream.of(WordFamily.values())
        .filter(family -> family.isYesNo() && family.beginning().equals(own + ":"))
        .findFirst()
        .<Subject>map(family ->
            new OfWords(account + family.beginning(), Optional.of(new WordSource.OfFamily(family))))
        .orElseGet(() -> new OfFeature(key, Optional.empty()));
  }

  /// What a key can name beside attributes and features: what has a yes/no column per word.
  static Stream<String> familyNames() {
    return Stream.concat(
            Stream.of(FeatureNames.JOURNEY_STAGE),
            Stream.of(WordFamily.values()).filter(WordFamily::isYesNo).map(WordFamily::beginning))
        .map(beginning -> beginning.substring(0, beginning.length() - 1));
  }

  /// The names of features that a key could mean, whatever attributes there are.
  static List<String> possibleFeatures(String key) {
    String own = key.substring(account(key).length());
    return List.of(own, FeatureNames.ATTRIBUTE + own);
  }

  static String account(String key) {
    return key.startsWith(FeatureNames.ACCOUNT) ? FeatureNames.ACCOUNT : "";
  }

  private static String withoutPrefix(String own) {
    return own.startsWith(FeatureNames.ATTRIBUTE)
        ? own.substring(FeatureNames.ATTRIBUTE.length())
        : own;
  }
}
