package io.kindred.training.macro;

import java.util.List;

/// Who belongs to a macro-segment.
///
/// @param where conditions that must all hold; none for the rest
public record MacroRule(MacroName name, List<MacroCondition> where) {
  public MacroRule {
    where = List.copyOf(where);
  }

  boolean isRest() {
    return where.isEmpty();
  }
}
