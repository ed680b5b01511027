package io.kindred.training.policy;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import io.kindred.features.DeclaredFeature;
import io.kindred.features.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides which attributes may be inputs of models.
///
/// Special categories of personal data and their declared proxies are refused unless the training
/// file names them with a purpose; gender, nationality and age are for audits unless chosen. Names
/// and words decide, which is a guess: `notSensitive` in the training file says where it is wrong.
public final class AttributePolicy {
  private static final int MOST_WORDS_SHOWN = 3;

  private final PolicyChoices choices;
  private final Map<String, PolicyChoices.Allowed> allowed;
  private final Map<String, PolicyChoices.Proxy> proxies;
  private final Map<String, PolicyChoices.NotSensitive> notSensitive;

  private AttributePolicy(PolicyChoices choices) {
    this.choices = choices;
    this.allowed = byAttribute(choices.allow(), PolicyChoices.Allowed::attribute, "allow");
    this.proxies = byAttribute(choices.proxies(), PolicyChoices.Proxy::attribute, "proxies");
    this.notSensitive =
        byAttribute(choices.notSensitive(), PolicyChoices.NotSensitive::attribute, "notSensitive");
  }

  /// One decision an attribute, in their order, and a refusal of each declared feature that asks
  /// for what may not be asked.
  ///
  /// @param words the words that attributes with words have in the data, by attribute
  /// @throws IllegalArgumentException where the choices name an attribute that is not there, or
  ///   contradict each other
  public static List<AttributeDecision> decide(
      List<AttributeDefinition> attributes,
      Map<String, ? extends Collection<String>> words,
      PolicyChoices choices,
      List<DeclaredFeature> declared) {
    AttributePolicy policy = new AttributePolicy(choices);
    policy.checkNames(
        Stream.concat(
                attributes.stream().map(AttributeDefinition::name),
                declared.stream().map(DeclaredFeature::name))
            .toList());
    return Stream.concat(
            attributes.stream()
                .map(attribute ->
                    policy.decision(
                        attribute,
                        words.containsKey(attribute.name())
                            ? words.get(attribute.name())
                            : List.of())),
            declared.stream().flatMap(feature -> policy.refusal(feature).stream()))
        .toList();
  }

  private Optional<AttributeDecision> refusal(DeclaredFeature feature) {
    if (allowed.containsKey(feature.name()) || notSensitive.containsKey(feature.name())) {
      return Optional.empty();
    }
    List<String> words = feature.where().values().stream().flatMap(List::stream).toList();
    return suspicion(feature.name(), words)
        .or(() ->
            feature.where().keySet().stream()
                .flatMap(field ->
                    SensitiveWords.inName(field).stream()
                        .map(topic ->
                            new Suspicion(
                                topic,
                                "its filter %s speaks of %s".formatted(field, topic.words()))))
                .findFirst())
        .filter(suspicion -> suspicion.topic().specialCategory())
        .map(suspicion ->
            new AttributeDecision.Refused(
                new AttributeDefinition(
                    feature.name(), Basis.BEHAVIOURAL, AttributeDefinition.Type.NUMBER, 0, 0),
                suspicion.topic(),
                suspicion.why()));
  }

  private AttributeDecision decision(AttributeDefinition attribute, Collection<String> words) {
    String name = attribute.name();
    PolicyChoices.NotSensitive cleared = notSensitive.get(name);
    if (cleared != null) {
      return new AttributeDecision.Used(
          attribute,
          Optional.of("declared not sensitive, because: %s".formatted(cleared.because())));
    }
    Optional<Suspicion> suspicion = suspicion(name, words);
    if (suspicion.isEmpty()) {
      return new AttributeDecision.Used(attribute, Optional.empty());
    }
    SensitiveTopic topic = suspicion.get().topic();
    String why = suspicion.get().why();
    PolicyChoices.Allowed permission = allowed.get(name);
    if (permission != null) {
      return new AttributeDecision.Used(
          attribute,
          Optional.of(
              "%s; allowed as an input, for the purpose: %s".formatted(why, permission.purpose())));
    }
    if (topic.specialCategory()) {
      if (choices.use().contains(name)) {
        throw new IllegalArgumentException(
            "policy.use names %s, but %s, a special category of personal data (expected it under allow,"
                    .formatted(name, why)
                + " with a purpose: policy: {allow: [{attribute: %s, purpose: \"...\"}]})"
                    .formatted(name));
      }
      return new AttributeDecision.Refused(attribute, topic, why);
    }
    return choices.use().contains(name)
        ? new AttributeDecision.Used(
            attribute, Optional.of("%s; chosen as an input".formatted(why)))
        : new AttributeDecision.AuditOnly(attribute, topic, why);
  }

  /// @param why as the part of a sentence: `its name speaks of religion`
  private record Suspicion(SensitiveTopic topic, String why) {}

  private Optional<Suspicion> suspicion(String name, Collection<String> words) {
    PolicyChoices.Proxy proxy = proxies.get(name);
    if (proxy != null) {
      return Optional.of(
          new Suspicion(proxy.of(), "it is declared a proxy of %s".formatted(proxy.of().words())));
    }
    return SensitiveWords.inName(name)
        .map(topic -> new Suspicion(topic, "its name speaks of %s".formatted(topic.words())))
        .or(() ->
            SensitiveWords.inValues(words)
                .map(found ->
                    new Suspicion(
                        found.topic(),
                        "its words speak of %s (%s)"
                            .formatted(
                                found.topic().words(),
                                found.words().stream()
                                    .limit(MOST_WORDS_SHOWN)
                                    .map(String::strip)
                                    .collect(Collectors.joining(", "))))));
  }

  private void checkNames(List<String> known) {
    checkKnown("allow", allowed.keySet(), known);
    checkKnown("use", choices.use(), known);
    checkKnown("proxies", proxies.keySet(), known);
    checkKnown("notSensitive", notSensitive.keySet(), known);
  }

  private static void checkKnown(String list, Collection<String> named, List<String> known) {
    for (String name : named) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "policy.%s names attribute \"%s\", which the mapping does not declare (expected one of its attributes%s)"
                .formatted(
                    list,
                    name,
                    NearestName.to(name, known)
                        .map(nearest -> "; did you mean \"%s\"?".formatted(nearest))
                        .orElse(", of which there are none")));
      }
    }
  }

  private static <T> Map<String, T> byAttribute(
      List<T> choices, Function<T, String> attribute, String list) {
    return choices.stream()
        .collect(
            Collectors.toMap(
                attribute,
                Function.identity(),
                (one, _) -> {
                  throw new IllegalArgumentException(
                      "policy.%s names %s twice (expected each attribute once)"
                          .formatted(list, attribute.apply(one)));
                }));
  }
}
