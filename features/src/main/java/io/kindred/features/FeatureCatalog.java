package io.kindred.features;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every feature there is, by name: the built-in ones, and the families with a column per word.
final class FeatureCatalog {
  private static final Map<String, FeatureDefinition> BUILT_IN = builtIn();

  private FeatureCatalog() {}

  static Collection<FeatureDefinition> all() {
    return BUILT_IN.values();
  }

  /// The feature of this name.
  ///
  /// @throws IllegalArgumentException naming the nearest known feature, where there is none
  static FeatureDefinition named(String name, Collection<AttributeDefinition> attributes) {
    FeatureDefinition builtIn = BUILT_IN.get(name);
    if (builtIn != null) {
      return builtIn;
    }
    if (name.startsWith(FeatureNames.CATEGORY_SHARE)) {
      return ShareFeatures.categoryShare(name.substring(FeatureNames.CATEGORY_SHARE.length()));
    }
    if (name.startsWith(FeatureNames.CHANNEL_SHARE)) {
      return ShareFeatures.channelShare(name.substring(FeatureNames.CHANNEL_SHARE.length()));
    }
    if (name.startsWith(FeatureNames.ATTRIBUTE)) {
      Optional<FeatureDefinition> ofAttribute =
          ofAttribute(name.substring(FeatureNames.ATTRIBUTE.length()), attributes);
      if (ofAttribute.isPresent()) {
        return ofAttribute.get();
      }
    }
    throw new IllegalArgumentException(
        "feature %s is not known (expected a feature such as %s)"
            .formatted(name, NearestName.to(name, BUILT_IN.keySet()).orElse("order_count")));
  }

  static List<FeatureDefinition> ofAttribute(
      AttributeDefinition attribute, Collection<String> words) {
    return switch (attribute.type()) {
      case CATEGORY, MULTI_VALUE ->
          words.stream().map(word -> AttributeFeatures.is(attribute, word)).toList();
      case NUMBER, SCALE, YES_NO, DATE -> List.of(AttributeFeatures.of(attribute));
    };
  }

  private static Optional<FeatureDefinition> ofAttribute(
      String rest, Collection<AttributeDefinition> attributes) {
    for (AttributeDefinition attribute : attributes) {
      boolean isCategory = attribute.type() == AttributeDefinition.Type.CATEGORY;
      if (isCategory && rest.startsWith(attribute.name() + "=")) {
        String word = rest.substring(attribute.name().length() + 1);
        return Optional.of(AttributeFeatures.is(attribute, word));
      }
      if (!isCategory && rest.equals(attribute.name())) {
        return Optional.of(AttributeFeatures.of(attribute));
      }
    }
    return Optional.empty();
  }

  private static Map<String, FeatureDefinition> builtIn() {
    Map<String, FeatureDefinition> byName = new LinkedHashMap<>();
    Stream.of(
            OrderFeatures.definitions(),
            ValueFeatures.definitions(),
            EngagementFeatures.definitions(),
            ShareFeatures.definitions())
        .flatMap(List::stream)
        .forEach(definition -> byName.put(definition.feature().name(), definition));
    return byName;
  }
}
