package io.kindred.training.macro;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import io.kindred.features.FeatureSchema;
import io.kindred.features.WordFamily;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Rules and a schema to try them on.
public final class Rules {
  public static final AttributeDefinition COUNTRY =
      attribute("country", AttributeDefinition.Type.CATEGORY);
  public static final AttributeDefinition INTERESTS =
      attribute("interests", AttributeDefinition.Type.MULTI_VALUE);
  public static final AttributeDefinition AGE = attribute("age", AttributeDefinition.Type.NUMBER);
  public static final AttributeDefinition MEMBER =
      attribute("member", AttributeDefinition.Type.YES_NO);
  public static final AttributeDefinition CONTRACT_END =
      attribute("contract_end", AttributeDefinition.Type.DATE);
  public static final AttributeDefinition TRUST =
      new AttributeDefinition("trust", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.SCALE, 1, 5);

  /// Those of the attributes above, of plans `pro` and `free`, and every built-in feature.
  public static final FeatureSchema SCHEMA = schema(false);

  private Rules() {}

  public static FeatureSchema schema(boolean ofAccounts) {
    SequencedMap<AttributeDefinition, Collection<String>> attributes = new LinkedHashMap<>();
    attributes.put(COUNTRY, List.of("SE", "NO", "DK", "DE"));
    attributes.put(INTERESTS, List.of("books", "sport"));
    for (AttributeDefinition attribute : List.of(AGE, MEMBER, CONTRACT_END, TRUST)) {
      attributes.put(attribute, List.of());
    }
    return FeatureSchema.complete(
        ZoneId.of("UTC"),
        "EUR",
        attributes,
        Map.of(WordFamily.PLAN, List.of("pro", "free"), WordFamily.CATEGORY, List.of("home")),
        List.of(),
        ofAccounts);
  }

  public static MacroRules of(MacroRule... rules) {
    return new MacroRules(List.of(rules));
  }

  public static MacroRule rule(String name, MacroCondition... where) {
    return new MacroRule(MacroName.of(name), List.of(where));
  }

  public static MacroCondition is(String key, String... texts) {
    return new MacroCondition(key, new Wanted.OneOf(List.of(texts)), "");
  }

  public static MacroCondition atLeast(String key, double from) {
    return between(key, from, Double.POSITIVE_INFINITY);
  }

  public static MacroCondition below(String key, double below) {
    return between(key, Double.NEGATIVE_INFINITY, below);
  }

  public static MacroCondition between(String key, double from, double below) {
    return new MacroCondition(key, new Wanted.Between(from, below), "");
  }

  private static AttributeDefinition attribute(String name, AttributeDefinition.Type type) {
    return new AttributeDefinition(name, Basis.DEMOGRAPHIC, type, 0, 0);
  }
}
