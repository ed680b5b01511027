package io.kindred.training;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.DeclaredFeature;
import io.kindred.features.EventKind;
import io.kindred.features.Feature;
import io.kindred.features.FeatureNames;
import io.kindred.features.FeatureSchema;
import io.kindred.features.WordFamily;
import io.kindred.features.WordField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The words that a schema's features ask for.
final class GoldenWords {
  private final List<String> featureNames;
  private final Map<EventKind, Map<WordField, SequencedSet<String>>> fields =
      new EnumMap<>(EventKind.class);
  private final SortedMap<String, SequencedSet<String>> properties = new TreeMap<>();

  private GoldenWords(List<String> featureNames) {
    this.featureNames = featureNames;
  }

  static GoldenWords of(FeatureSchema schema) {
    GoldenWords words =
        new GoldenWords(
            schema.features().stream().map(Feature::name).map(GoldenWords::ownName).toList());
    for (WordFamily family : WordFamily.values()) {
      for (EventKind kind : EventKind.values()) {
        if (family.takes(kind)) {
          words.add(kind, family.field(), words.after(family.beginning()));
        }
      }
    }
    for (DeclaredFeature feature : schema.declared()) {
      feature
          .where()
          .forEach((name, known) ->
              WordField.of(name)
                  .ifPresentOrElse(
                      field -> feature.kinds().forEach(kind -> words.add(kind, field, known)),
                      () ->
                          words
                              .properties
                              .computeIfAbsent(name, _ -> new TreeSet<>())
                              .addAll(known)));
    }
    return words;
  }

  /// Those of a field of events of a kind, in order.
  List<String> of(EventKind kind, WordField field) {
    return List.copyOf(
        fields.getOrDefault(spokenOf(kind), Map.of()).getOrDefault(field, new TreeSet<>()));
  }

  /// Those of an attribute.
  List<String> of(AttributeDefinition attribute) {
    return after(FeatureNames.ATTRIBUTE + attribute.name() + "=");
  }

  /// Those of each property of custom events.
  SortedMap<String, List<String>> properties() {
    SortedMap<String, List<String>> all = new TreeMap<>();
    properties.forEach((name, known) -> all.put(name, List.copyOf(known)));
    return all;
  }

  private void add(EventKind kind, WordField field, List<String> known) {
    fields
        .computeIfAbsent(spokenOf(kind), _ -> new EnumMap<>(WordField.class))
        .computeIfAbsent(field, _ -> new TreeSet<>())
        .addAll(known);
  }

  /// The kind whose words a kind shares: what comes back was ordered, what is opened was sent, what
  /// ends was begun.
  private static EventKind spokenOf(EventKind kind) {
    return switch (kind) {
      case ORDER, RETURN -> EventKind.ORDER;
      case MESSAGE_SENT, MESSAGE_OPENED, MESSAGE_CLICKED -> EventKind.MESSAGE_SENT;
      case SUBSCRIPTION_STARTED, SUBSCRIPTION_RENEWED, SUBSCRIPTION_CANCELLED ->
          EventKind.SUBSCRIPTION_STARTED;
      case VISIT, CART_FILLED, CART_ABANDONED, SUPPORT_CONTACT, CUSTOM -> kind;
    };
  }

  private List<String> after(String beginning) {
    return featureNames.stream()
        .filter(name -> name.startsWith(beginning))
        .map(name -> name.substring(beginning.length()))
        .distinct()
        .toList();
  }

  /// A feature of an account asks for the same words as the contact's own.
  private static String ownName(String name) {
    return name.startsWith(FeatureNames.ACCOUNT)
        ? name.substring(FeatureNames.ACCOUNT.length())
        : name;
  }
}
