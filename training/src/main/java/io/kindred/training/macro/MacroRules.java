package io.kindred.training.macro;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.ColumnRange;
import io.kindred.training.policy.PermittedAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules for macro-segments as the training file has them; the first that holds wins.
///
/// @param rules in their order; empty where macro-segments are learned
public record MacroRules(List<MacroRule> rules) {
  /// What the rest is called where no rule names it.
  public static final MacroName EVERYONE_ELSE =
      MacroName.of(Map.of(MacroName.ANY, "Everyone else", "sv", "Alla andra"));

  public static final MacroRules NONE = new MacroRules(List.of());

  public MacroRules {
    rules = List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      MacroRule rule = rules.get(i);
      for (String text : new HashSet<>(rule.name().byLanguage().values())) {
        if (!names.add(text)) {
          throw new IllegalArgumentException(
              "macro has two macro-segments %s (expected each name once)".formatted(text));
        }
      }
      if (rule.isRest() && i < rules.size() - 1) {
        throw new IllegalArgumentException(
            "macro-segment %s has no where and is not the last (expected the rest last, or conditions such as where: {country: [SE, NO]})"
                .formatted(rule.name()));
      }
    }
    boolean addsRest = !rules.isEmpty() && !rules.getLast().isRest();
    for (String text : EVERYONE_ELSE.byLanguage().values()) {
      if (addsRest && names.contains(text)) {
        throw new IllegalArgumentException(
            "macro-segment %s has a where, but is called as the rest is that is added (expected another name, or a last macro-segment without where)"
                .formatted(text));
      }
    }
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /// Stops where a rule asks for an attribute that models may not read, saying why and what can be
  /// done.
  ///
  /// @throws IllegalArgumentException where one does
  public void checkPermitted(PermittedAttributes attributes) {
    for (MacroRule rule : rules) {
      for (MacroCondition condition : rule.where()) {
        Optional<String> objection =
            Subject.possibleFeatures(condition.key()).stream()
                .flatMap(feature -> attributes.objection(feature).stream())
                .findFirst();
        if (objection.isPresent()) {
          throw condition.refusal(
              rule.name(), "asks for %s: %s".formatted(condition.key(), objection.get()));
        }
      }
    }
  }

  /// The words that rules name, each of which needs a column.
  ///
  /// @param attributes those that models may read
  public List<NamedWord> words(List<AttributeDefinition> attributes) {
    List<NamedWord> words = new ArrayList<>();
    for (MacroRule rule : rules) {
      for (MacroCondition condition : rule.where()) {
        words.addAll(NamedWord.of(rule.name(), condition, attributes));
      }
    }
    return words;
  }

  /// The names of the features that rules read.
  ///
  /// @throws IllegalArgumentException where a rule asks for what is not there, or for what it
  ///   cannot be
  public Set<String> features(FeatureSchema schema) {
    Set<String> features = new LinkedHashSet<>();
    for (MacroRule rule : rules) {
      for (MacroCondition condition : rule.where()) {
        for (ColumnRange range : ConditionColumns.of(rule.name(), condition, schema)) {
          features.add(schema.features().get(range.column()).name());
        }
      }
    }
    return features;
  }

  /// The rules over the columns of a feature row; the rest is added where no rule names it and
  /// somebody can be in it.
  ///
  /// @throws IllegalArgumentException as {@link #features}, and where nobody could ever be in a
  ///   macro-segment
  /// @throws IllegalStateException where there are no rules
  public ResolvedMacroRules resolve(FeatureSchema schema) {
    if (rules.isEmpty()) {
      throw new IllegalStateException("there are no rules to resolve (expected at least one)");
    }
    JourneyStages stages = JourneyStages.of(schema);
    List<ResolvedMacroRules.Macro> macros = new ArrayList<>();
    Regions left = Regions.EVERYWHERE;
    for (MacroRule rule : rules) {
      List<List<ColumnRange>> conditions =
          rule.where().stream()
              .map(condition -> ConditionColumns.of(rule.name(), condition, schema))
              .toList();
      Regions own = left.where(conditions);
      if (stages.exclude(own)) {
        throw new IllegalArgumentException(
            "macro-segment %s can have no customer: its conditions contradict each other, or the macro-segments before it take everyone (expected conditions that someone can meet; reorder the rules, or leave it out)"
                .formatted(rule.name()));
      }
      macros.add(new ResolvedMacroRules.Macro(rule.name(), own.all()));
      left = left.whereNot(conditions);
    }
    if (!stages.exclude(left)) {
      macros.add(new ResolvedMacroRules.Macro(EVERYONE_ELSE, left.all()));
    } else if (!left.all().isEmpty()) {
      // Nobody is there, but of any row some macro-segment shall be possible.
      macros.add(macros.removeLast().with(left.all()));
    }
    return new ResolvedMacroRules(macros);
  }
}
