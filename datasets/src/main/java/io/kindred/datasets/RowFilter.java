package io.kindred.datasets;

import java.math.BigDecimal;
import java.util.List;

/// Which rows count: those whose cell in one column passes a test.
///
/// A mapping writes it as `{column: Quantity, above: 0}`: the column and exactly one test.
public record RowFilter(Column column, Test test) {

  /// What a cell is asked. Texts are compared letter by letter.
  public sealed interface Test {

    /// `is` and `isNot`: the cell is one of these words, or is none of them.
    record OneOf(List<String> words, boolean wanted) implements Test {
      public OneOf {
        words = List.copyOf(words);
      }
    }

    /// `startsWith` and `doesNotStartWith`.
    record StartsWith(String beginning, boolean wanted) implements Test {}

    /// `above`, `atLeast`, `below` and `atMost`: every cell must be a number.
    record Compared(Bound bound, BigDecimal number) implements Test {}

    /// `blank: true` and `blank: false`.
    record IsBlank(boolean wanted) implements Test {}
  }

  /// The side of a number on which a cell passes.
  public enum Bound {
    ABOVE,
    AT_LEAST,
    BELOW,
    AT_MOST;

    /// @param comparison of the cell with the number, as `compareTo` gives it
    boolean admits(int comparison) {
      return switch (this) {
        case ABOVE -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
        case BELOW -> comparison < 0;
        case AT_MOST -> comparison <= 0;
      };
    }
  }
}
