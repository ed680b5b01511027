package io.kindred.training.policy;

import io.kindred.datasets.Dataset;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A data set with only those attributes declared that models may read, and what was decided of
/// each.
///
/// The customers keep the values of the others, so that an audit can hold scores against them; an
/// attribute that is not declared becomes no feature.
///
/// @param dataset the data set as models may see it
/// @param decisions on every attribute of the whole data set
public record PermittedData(Dataset dataset, List<AttributeDecision> decisions) {
  /// So many words of an attribute are looked at; who has more has no categories but texts.
  private static final int MOST_WORDS = 10_000;

  public PermittedData {
    decisions = List.copyOf(decisions);
  }

  /// Decides on every attribute; those refused are left out, like those for audits.
  public static PermittedData of(Dataset dataset, PolicyChoices choices) {
    List<AttributeDecision> decisions =
        AttributePolicy.decide(dataset.attributes(), words(dataset), choices);
    List<AttributeDefinition> used =
        decisions.stream()
            .filter(AttributeDecision.Used.class::isInstance)
            .map(AttributeDecision::attribute)
            .toList();
    return new PermittedData(dataset.withAttributes(used), decisions);
  }

  /// Stops where an attribute is refused, saying which, why, and what can be done.
  ///
  /// @throws IllegalArgumentException where one is
  public PermittedData orRefuse() {
    List<String> refused = refusals();
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", refused));
    }
    return this;
  }

  /// A paragraph for each attribute that is refused.
  public List<String> refusals() {
    return decisions.stream()
        .filter(AttributeDecision.Refused.class::isInstance)
        .map(AttributeDecision.Refused.class::cast)
        .map(PermittedData::refusal)
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
    return "attribute %s is refused as an input: %s, a special category of personal data (expected none of"
            .formatted(name, refused.why())
        + " these; leave it out of the mapping, or name what it is needed for in the training file:"
        + " policy: {allow: [{attribute: %s, purpose: \"...\"}]}; where the guess is wrong: policy:"
            .formatted(quoted(name))
        + " {notSensitive: [{attribute: %s, because: \"...\"}]})".formatted(quoted(name));
  }

  private static String quoted(String name) {
    return name.matches("[\\p{L}_][\\p{L}\\d_ ]*") ? name : "\"%s\"".formatted(name);
  }

  private static Map<String, Set<String>> words(Dataset dataset) {
    Map<String, Set<String>> words = new HashMap<>();
    for (Customer customer : dataset.customers()) {
      for (Attribute attribute : customer.history().attributes()) {
        Set<String> ofAttribute = words.computeIfAbsent(attribute.name(), _ -> new TreeSet<>());
        if (ofAttribute.size() < MOST_WORDS) {
          ofAttribute.addAll(words(attribute.value()));
        }
      }
    }
    return words.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Set<String> words(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Category category -> Set.of(category.value());
      case AttributeValue.Words several -> several.values();
      case AttributeValue.Quantity _,
          AttributeValue.ScalePoint _,
          AttributeValue.YesNo _,
          AttributeValue.Day _ ->
          Set.of();
    };
  }
}
