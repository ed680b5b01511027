package io.kindred.training.macro;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule as YAML binds it.
public record WrittenMacroRule(@Nullable MacroName name, @Nullable Map<String, Placed> where) {
  public WrittenMacroRule {
    if (name == null) {
      throw new IllegalArgumentException(
          "name is missing (expected what to call the macro-segment, such as Nordic)");
    }
    if (where != null && where.isEmpty()) {
      throw new IllegalArgumentException(
          "where is empty (expected conditions such as {country: [SE, NO]}; leave where out for the rest)");
    }
  }

  /// What is wanted, and where it is written.
  record Placed(Wanted wanted, String place) {}

  /// The rule.
  @SuppressWarnings("NullAway") // The constructor refuses a missing name.
  public MacroRule rule() {
    return new MacroRule(
        name,
        where == null
            ? List.of()
            : where.entrySet().stream()
                .map(entry ->
                    new MacroCondition(
                        entry.getKey(), entry.getValue().wanted(), entry.getValue().place()))
                .toList());
  }
}
