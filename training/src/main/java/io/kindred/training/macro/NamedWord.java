package io.kindred.training.macro;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.NearestName;
import io.kindred.features.WordCounts;
import io.kindred.features.WordFamily;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A word that a rule names, and that needs a column however rare it is.
///
/// @param macro whose rule names it
/// @param condition the rule's condition that names it
public record NamedWord(MacroName macro, MacroCondition condition, WordSource source, String word) {
  private static final int MOST_SHOWN = 5;
  private static final double LEAST_SHARE_SHOWN = .01;

  /// The words that a condition names: those it wants, or the one that its key ends with.
  static List<NamedWord> of(
      MacroName macro, MacroCondition condition, List<AttributeDefinition> attributes) {
    return switch (Subject.of(condition.key(), attributes)) {
      case Subject.OfWords(_, Optional<WordSource> source) ->
          source.stream()
              .flatMap(from ->
                  wanted(condition).map(word -> new NamedWord(macro, condition, from, word)))
              .toList();
      case Subject.OfFeature(String feature, _) -> {
        String own = feature.substring(Subject.account(feature).length());
        yield sources(attributes)
            .filter(source ->
                own.startsWith(source.beginning()) && own.length() > source.beginning().length())
            .map(source ->
                new NamedWord(macro, condition, source, own.substring(source.beginning().length())))
            .toList();
      }
    };
  }

  /// Refuses a word that no customer has, with the commonest ones; rarer ones are never shown,
  /// since they may be a single person's.
  ///
  /// @throws IllegalArgumentException where it has not been counted
  public void check(WordCounts counts) {
    if (source.mostCommon(counts, 0, Integer.MAX_VALUE).contains(word)) {
      return;
    }
    List<String> common = source.mostCommon(counts, LEAST_SHARE_SHOWN, MOST_SHOWN);
    throw condition.refusal(
        macro,
        "asks for %s \"%s\", which none of the customers looked at has (expected %s)"
            .formatted(
                condition.key(),
                word,
                NearestName.to(word, common)
                    .map(nearest ->
                        "one that they have; the commonest are %s; did you mean \"%s\"?"
                            .formatted(String.join(", ", common), nearest))
                    .orElse("one that they have, of which none is common")));
  }

  private static Stream<String> wanted(MacroCondition condition) {
    return switch (condition.wanted()) {
      case Wanted.OneOf(List<String> texts) -> texts.stream();
      // Refused when the condition's columns are looked up.
      case Wanted.Between _ -> Stream.empty();
    };
  }

  private static Stream<WordSource> sources(List<AttributeDefinition> attributes) {
    return Stream.concat(
        attributes.stream().filter(WordSource::hasWords).map(WordSource.OfAttribute::new),
        Stream.of(WordFamily.values()).map(WordSource.OfFamily::new));
  }
}
