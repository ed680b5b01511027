package io.kindred.training.macro;

import java.util.List;

/// What a condition wants an attribute or a feature to be.
public sealed interface Wanted {

  /// One of some texts: words, numbers, or true or false, as what is asked of decides.
  record OneOf(List<String> texts) implements Wanted {
    public OneOf {
      texts = List.copyOf(texts);
      if (texts.isEmpty()) {
        throw new IllegalArgumentException("the list is empty (expected at least one word)");
      }
    }
  }

  /// At least `from` and less than `below`; infinite where there is no such bound.
  record Between(double from, double below) implements Wanted {
    public Between {
      // Bounds are compared in single precision, as feature rows are.
      if (!((float) from < (float) below)) {
        throw new IllegalArgumentException(
            "range is from %s to below %s (expected from less than below, such as {from: 18, below: 30})"
                .formatted(from, below));
      }
      if (from == Double.NEGATIVE_INFINITY && below == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "range has no bound (expected from, below or both, such as {from: 18, below: 30})");
      }
    }
  }
}
