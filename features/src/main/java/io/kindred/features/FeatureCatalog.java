package io.kindred.features;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every feature there is, by name: the built-in ones, the families with a column per word, and
/// those declared.
final class FeatureCatalog {
  private static final Map<String, FeatureDefinition> BUILT_IN = builtIn();

  private FeatureCatalog() {}

  static Collection<FeatureDefinition> all() {
    return BUILT_IN.values();
  }

  /// The feature of this name.
  ///
  /// @throws IllegalArgumentException naming the nearest known feature, where there is none
  static FeatureDefinition named(
      String name,
      Collection<AttributeDefinition> attributes,
      Collection<DeclaredFeature> declared) {
    if (name.startsWith(FeatureNames.ACCOUNT)) {
      return ofAccount(named(name.substring(FeatureNames.ACCOUNT.length()), attributes, declared));
    }
    return Stream.of(
            Optional.ofNullable(BUILT_IN.get(name)),
            declared.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .map(DeclaredFeature::definition),
            WordFamily.of(name)
                .map(family -> family.column(name.substring(family.beginning().length()))),
            name.startsWith(FeatureNames.ATTRIBUTE)
                ? AttributeFeatures.named(
                    name.substring(FeatureNames.ATTRIBUTE.length()), attributes)
                : Optional.<FeatureDefinition>empty())
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "feature %s is not known (expected a feature such as %s)"
                    .formatted(
                        name, NearestName.to(name, BUILT_IN.keySet()).orElse("order_count"))));
  }

  /// The same of a contact's account.
  static FeatureDefinition ofAccount(FeatureDefinition definition) {
    Feature feature = definition.feature();
    return new FeatureDefinition(
        new Feature(
            FeatureNames.ACCOUNT + feature.name(),
            feature.basis(),
            feature.scale(),
            feature.unit(),
            "Of the account: " + feature.description(),
            feature.use()),
        definition.formula());
  }

  /// Whether a name is taken by a built-in feature or begins as those of a family do.
  static boolean isTaken(String name) {
    return BUILT_IN.containsKey(name);
  }

  private static Map<String, FeatureDefinition> builtIn() {
    Map<String, FeatureDefinition> byName = new LinkedHashMap<>();
    Stream.of(
            OrderFeatures.definitions(),
            DiscountFeatures.definitions(),
            ValueFeatures.definitions(),
            ReturnFeatures.definitions(),
            VisitFeatures.definitions(),
            CartFeatures.definitions(),
            MessageFeatures.definitions(),
            MixFeatures.definitions(),
            PlaceFeatures.definitions(),
            SubscriptionFeatures.definitions(),
            SupportFeatures.definitions(),
            SeasonFeatures.definitions(),
            JourneyFeatures.definitions())
        .flatMap(List::stream)
        .forEach(definition -> byName.put(definition.feature().name(), definition));
    return byName;
  }
}
