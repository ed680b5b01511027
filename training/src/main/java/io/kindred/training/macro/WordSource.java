package io.kindred.training.macro;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.FeatureNames;
import io.kindred.features.WordCounts;
import io.kindred.features.WordFamily;
import java.util.List;

/// Where words with columns come from: an attribute or a family of features.
public sealed interface WordSource {

  record OfAttribute(AttributeDefinition attribute) implements WordSource {}

  record OfFamily(WordFamily family) implements WordSource {}

  /// Its words of at least a share of the customers or events, most common first.
  default List<String> mostCommon(WordCounts counts, double leastShare, int most) {
    return switch (this) {
      case OfAttribute(AttributeDefinition attribute) ->
          counts.mostCommon(attribute, leastShare, most);
      case OfFamily(WordFamily family) -> counts.mostCommon(family, leastShare, most);
    };
  }

  /// How the names of its words' columns begin.
  default String beginning() {
    return switch (this) {
      case OfAttribute(AttributeDefinition attribute) ->
          FeatureNames.ATTRIBUTE + attribute.name() + "=";
      case OfFamily(WordFamily family) -> family.beginning();
    };
  }

  static boolean hasWords(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case CATEGORY, MULTI_VALUE -> true;
      case NUMBER, SCALE, YES_NO, DATE -> false;
    };
  }
}
