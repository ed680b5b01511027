package io.kindred.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The columns of a feature row in order, and what it takes to compute them.
///
/// Two schemas with the same fingerprint compute the same row from the same history.
///
/// @param zone where the customers' calendar days begin and end
/// @param currency the one currency of all amounts, an ISO 4217 code
/// @param attributes what is declared of the customers' attributes
/// @param declared the features that were declared, not built in
/// @param features the columns
public record FeatureSchema(
    ZoneId zone,
    String currency,
    List<AttributeDefinition> attributes,
    List<DeclaredFeature> declared,
    List<Feature> features) {
  /// Raised whenever a formula changes its numbers, so that old bundles are never scored with new
  /// formulas.
  static final int FORMULAS = 2;

  public FeatureSchema {
    attributes = List.copyOf(attributes);
    declared = List.copyOf(declared);
    features = List.copyOf(features);
    if (features.isEmpty()) {
      throw new IllegalArgumentException("schema has no features (expected at least one)");
    }
    Set<String> attributeNames = new HashSet<>();
    for (AttributeDefinition attribute : attributes) {
      if (!attributeNames.add(attribute.name())) {
        throw new IllegalArgumentException(
            "attribute %s is declared twice in the schema (expected once)"
                .formatted(attribute.name()));
      }
    }
    Set<String> declaredNames = new HashSet<>();
    for (DeclaredFeature feature : declared) {
      if (FeatureCatalog.isTaken(feature.name())) {
        throw new IllegalArgumentException(
            "feature %s is declared, but built in too (expected another name)"
                .formatted(feature.name()));
      }
      if (!declaredNames.add(feature.name())) {
        throw new IllegalArgumentException(
            "feature %s is declared twice (expected once)".formatted(feature.name()));
      }
    }
    Set<String> names = new HashSet<>();
    for (Feature feature : features) {
      if (!names.add(feature.name())) {
        throw new IllegalArgumentException(
            "feature %s stands twice in the schema (expected once)".formatted(feature.name()));
      }
    }
  }

  /// A schema without declared features.
  public FeatureSchema(
      ZoneId zone, String currency, List<AttributeDefinition> attributes, List<Feature> features) {
    this(zone, currency, attributes, List.of(), features);
  }

  /// Every built-in feature, and a column for each category, channel and word of an attribute
  /// given.
  ///
  /// @param attributes the declared attributes, each with its known words where it has words
  public static FeatureSchema complete(
      ZoneId zone,
      String currency,
      SequencedMap<AttributeDefinition, ? extends Collection<String>> attributes,
      Collection<String> categories,
      Collection<String> channels) {
    return complete(
        zone,
        currency,
        attributes,
        Map.of(
            WordFamily.CATEGORY, List.copyOf(categories),
            WordFamily.CHANNEL, List.copyOf(channels)),
        List.of(),
        false);
  }

  /// Every built-in feature, every declared one, and a column for each word given.
  ///
  /// @param attributes the declared attributes, each with its known words where it has words
  /// @param words the words of each family that have a column
  /// @param ofAccounts whether each feature stands once more for the account of a contact
  public static FeatureSchema complete(
      ZoneId zone,
      String currency,
      SequencedMap<AttributeDefinition, ? extends Collection<String>> attributes,
      Map<WordFamily, List<String>> words,
      List<DeclaredFeature> declared,
      boolean ofAccounts) {
    List<FeatureDefinition> own =
        Stream.of(
                FeatureCatalog.all().stream(),
                declared.stream().map(DeclaredFeature::definition),
                Stream.of(WordFamily.values())
                    .flatMap(family ->
                        words.getOrDefault(family, List.of()).stream().map(family::column)),
                attributes.sequencedEntrySet().stream()
                    .flatMap(entry ->
                        AttributeFeatures.columns(entry.getKey(), entry.getValue()).stream()))
            .flatMap(definitions -> definitions)
            .toList();
    Stream<FeatureDefinition> accounts =
        ofAccounts ? own.stream().map(FeatureCatalog::ofAccount) : Stream.empty();
    return new FeatureSchema(
        zone,
        currency,
        List.copyOf(attributes.keySet()),
        declared,
        Stream.concat(own.stream(), accounts).map(FeatureDefinition::feature).toList());
  }

  /// The features of these names, in this order.
  ///
  /// @throws IllegalArgumentException naming the nearest known feature, where there is none
  public static FeatureSchema of(
      ZoneId zone,
      String currency,
      List<AttributeDefinition> attributes,
      List<DeclaredFeature> declared,
      Collection<String> names) {
    return new FeatureSchema(
        zone,
        currency,
        attributes,
        declared,
        names.stream()
            .map(name -> FeatureCatalog.named(name, attributes, declared).feature())
            .toList());
  }

  /// The same schema with only the columns named, in this schema's order.
  ///
  /// @throws IllegalArgumentException naming the nearest known feature, where one is not there
  public FeatureSchema only(Collection<String> names) {
    names.forEach(this::indexOf);
    Set<String> kept = new HashSet<>(names);
    return new FeatureSchema(
        zone,
        currency,
        attributes,
        declared,
        features.stream().filter(feature -> kept.contains(feature.name())).toList());
  }

  public int size() {
    return features.size();
  }

  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  /// Where a feature stands in the row.
  ///
  /// @throws IllegalArgumentException naming the nearest known feature, where there is none
  public int indexOf(String name) {
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "feature %s is not in the schema (did you mean %s?)"
            .formatted(name, NearestName.to(name, names()).orElseThrow()));
  }

  /// SHA-256 over everything that decides a row's numbers, in hexadecimal.
  public String fingerprint() {
    StringBuilder text = new StringBuilder();
    describe(text, "formulas", FORMULAS, zone.getId(), currency);
    for (AttributeDefinition attribute : attributes) {
      describe(
          text,
          "attribute",
          attribute.name(),
          attribute.basis().name(),
          attribute.type().name(),
          attribute.lowest(),
          attribute.highest());
    }
    for (DeclaredFeature feature : declared) {
      describe(
          text,
          "declared",
          feature.name(),
          feature.kinds().stream().sorted().toList(),
          feature.lines(),
          feature.where(),
          feature.days(),
          feature.aggregate().name(),
          feature.of());
    }
    features.forEach(feature -> describe(text, "feature", feature.name()));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// A line of parts, each after its length, so that no two schemas have the same text.
  private static void describe(StringBuilder text, Object... parts) {
    for (Object part : parts) {
      String word = String.valueOf(part);
      text.append(word.length()).append(':').append(word).append(' ');
    }
    text.append('\n');
  }
}
