package io.kindred.datasets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Which rows count: those whose cell in one column passes one test.
///
/// A mapping writes it as `{column: Quantity, above: 0}`: the column and exactly one of the other
/// keys. Texts are compared letter by letter; the four comparisons need a number in every cell.
///
/// @param is the cell is this word, or one of these
/// @param isNot the cell is none of these words
/// @param blank `true`: the cell is blank; `false`: it is not
public record RowFilter(
    Column column,
    List<String> is,
    List<String> isNot,
    String startsWith,
    String doesNotStartWith,
    BigDecimal above,
    BigDecimal atLeast,
    BigDecimal below,
    BigDecimal atMost,
    Boolean blank) {
  public RowFilter {
    is = is == null ? null : List.copyOf(is);
    isNot = isNot == null ? null : List.copyOf(isNot);
    if (column == null) {
      throw new IllegalArgumentException("column is missing (expected the column to test)");
    }
    long tests =
        Stream.of(is, isNot, startsWith, doesNotStartWith, above, atLeast, below, atMost, blank)
            .filter(Objects::nonNull)
            .count();
    if (tests != 1) {
      throw new IllegalArgumentException(
          "%d tests of column %s (expected exactly one of is, isNot, startsWith,"
                  .formatted(tests, column.name())
              + " doesNotStartWith, above, atLeast, below, atMost, blank; several filters in the"
              + " list must all pass)");
    }
  }
}
