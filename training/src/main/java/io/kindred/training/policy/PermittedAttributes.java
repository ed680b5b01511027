package io.kindred.training.policy;

import io.kindred.datasets.CustomerStream;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.BatchFeaturizer;
import io.kindred.features.DeclaredFeature;
import io.kindred.features.FeatureNames;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.WordCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was decided of each attribute of a data set.
public record PermittedAttributes(List<AttributeDecision> decisions) {
  /// So many words of an attribute are looked at; who has more has no categories but texts.
  private static final int MOST_WORDS = 10_000;

  private static final String ANY = FeatureNames.DAYS_SINCE_FIRST_ORDER;

  public PermittedAttributes {
    decisions = List.copyOf(decisions);
  }

  /// Decides on every attribute, by its name and the words it has among all customers and their
  /// accounts, and on every declared feature, by what it asks for.
  public static PermittedAttributes of(
      CustomerStream customers, PolicyChoices choices, List<DeclaredFeature> declared) {
    return new PermittedAttributes(
        AttributePolicy.decide(customers.attributes(), words(customers), choices, declared));
  }

  /// The attributes that models may read.
  public List<AttributeDefinition> used() {
    return decisions.stream()
        .filter(AttributeDecision.Used.class::isInstance)
        .map(AttributeDecision::attribute)
        .toList();
  }

  /// Whether models may read a feature: one of no attribute, or of one that is used.
  public boolean permits(String feature) {
    return decisions.stream()
        .filter(decision -> FeatureNames.isOf(feature, decision.attribute()))
        .allMatch(AttributeDecision.Used.class::isInstance);
  }

  /// Why models may not read a feature, and what can be done; none where they may.
  public Optional<String> objection(String feature) {
    return decisions.stream()
        .filter(decision -> FeatureNames.isOf(feature, decision.attribute()))
        .flatMap(decision -> objection(decision).stream())
        .findFirst();
  }

  private static Optional<String> objection(AttributeDecision decision) {
    return switch (decision) {
      case AttributeDecision.Used _ -> Optional.empty();
      case AttributeDecision.Refused refused -> Optional.of(refusal(refused));
      case AttributeDecision.AuditOnly audit ->
          Optional.of(
              "%s, so that it is kept for audits and is no input (expected an attribute that models may read; choose it in the training file: policy: {use: [%s]})"
                  .formatted(audit.why(), quoted(audit.attribute().name())));
    };
  }

  /// Stops where an attribute is refused, saying which, why, and what can be done.
  ///
  /// @throws IllegalArgumentException where one is
  public PermittedAttributes orRefuse() {
    return orRefuse(decisions);
  }

  /// Stops where one of these features is of an attribute that is refused.
  ///
  /// @throws IllegalArgumentException where one is
  public PermittedAttributes orRefuse(Collection<String> features) {
    return orRefuse(
        decisions.stream()
            .filter(decision ->
                features.stream()
                    .anyMatch(feature -> FeatureNames.isOf(feature, decision.attribute())))
            .toList());
  }

  private PermittedAttributes orRefuse(List<AttributeDecision> some) {
    List<String> refused = refusals(some);
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", refused));
    }
    return this;
  }

  /// A paragraph for each attribute that is refused.
  public List<String> refusals() {
    return refusals(decisions);
  }

  private static List<String> refusals(List<AttributeDecision> decisions) {
    return decisions.stream()
        .filter(AttributeDecision.Refused.class::isInstance)
        .map(AttributeDecision.Refused.class::cast)
        .map(PermittedAttributes::refusal)
        .toList();
  }

  /// What a reader of the evaluation should know of the attributes.
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (AttributeDecision decision : decisions) {
      String name = decision.attribute().name();
      switch (decision) {
        case AttributeDecision.Used used ->
            used.reason()
                .ifPresent(reason -> remarks.add("Attribute %s: %s.".formatted(name, reason)));
        case AttributeDecision.AuditOnly audit ->
            remarks.add(
                "Attribute %s: %s; kept for audits and not an input (policy: {use: [%s]} chooses it)."
                    .formatted(name, audit.why(), name));
        case AttributeDecision.Refused refused ->
            remarks.add("Attribute %s: %s; refused.".formatted(name, refused.why()));
      }
    }
    return remarks;
  }

  private static String refusal(AttributeDecision.Refused refused) {
    String name = refused.attribute().name();
    return "attribute %s is refused as an input: %s, a special category of personal data (expected no such"
            .formatted(name, refused.why())
        + " input; leave it out of the mapping, or name what it is needed for in the training file:"
        + " policy: {allow: [{attribute: %s, purpose: \"...\"}]}; where the guess is wrong: policy:"
            .formatted(quoted(name))
        + " {notSensitive: [{attribute: %s, because: \"...\"}]})".formatted(quoted(name));
  }

  private static String quoted(String name) {
    return name.matches("[\\p{L}_][\\p{L}\\d_ ]*") ? name : "\"%s\"".formatted(name);
  }

  private static Map<String, List<String>> words(CustomerStream customers) {
    boolean anyWords =
        customers.attributes().stream()
            .anyMatch(attribute ->
                attribute.type() == AttributeDefinition.Type.CATEGORY
                    || attribute.type() == AttributeDefinition.Type.MULTI_VALUE);
    if (!anyWords) {
      return Map.of();
    }
    BatchFeaturizer featurizer =
        new Featurizer(
                FeatureSchema.of(
                    customers.zone(),
                    customers.currency(),
                    customers.attributes(),
                    List.of(),
                    customers.hasAccounts()
                        ? List.of(ANY, FeatureNames.ACCOUNT + ANY)
                        : List.of(ANY)))
            .batch();
    WordCounts counts = new WordCounts(customers.attributes());
    customers.forEach(featurizer, _ -> counts.add(featurizer, Instant.MAX));
    Map<String, List<String>> words = new HashMap<>();
    for (AttributeDefinition attribute : customers.attributes()) {
      List<String> ofAttribute = counts.mostCommon(attribute, 0, MOST_WORDS);
      if (!ofAttribute.isEmpty()) {
        words.put(attribute.name(), ofAttribute);
      }
    }
    return words;
  }
}
