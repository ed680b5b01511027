package io.kindred.datasets;

import io.kindred.datasets.RowFilter.Bound;
import io.kindred.datasets.RowFilter.Test;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/// Sources and filters as a mapping writes them in full: `{product: [Quantity, UnitPrice]}`.
///
/// Here, and nowhere past it, a key that is left out is `null`.
@NullUnmarked
final class LongForm {
  private LongForm() {}

  /// `{column: id}`, `{rowNumber: true}` or `{account: account_id}`.
  record Customer(Column column, boolean rowNumber, Column account) {
    Customer {
      if (Stream.of(column != null, rowNumber, account != null).filter(is -> is).count() != 1) {
        throw new IllegalArgumentException(
            "expected one of a column, rowNumber: true or account, to say whose row it is");
      }
    }

    CustomerSource source() {
      if (account != null) {
        return new CustomerSource.OfAccount(account);
      }
      return rowNumber ? new CustomerSource.RowNumber() : new CustomerSource.InColumn(column);
    }
  }

  /// `{column: when}` or `{date: 2010-12-01}`.
  record Time(Column column, LocalDate date) {
    Time {
      if ((column == null) == (date == null)) {
        throw new IllegalArgumentException("expected either a column or a date");
      }
    }

    TimeSource source() {
      return column == null ? new TimeSource.Fixed(date) : new TimeSource.InColumn(column);
    }
  }

  /// `{column: amount, negate: true}` or `{product: [Quantity, UnitPrice], blank: 0}`.
  record Numeric(Column column, List<Column> product, boolean negate, BigDecimal blank) {
    Numeric {
      product = product == null ? List.of() : List.copyOf(product);
      if ((column == null) == product.isEmpty()) {
        throw new IllegalArgumentException("expected either a column or a product of columns");
      }
    }

    NumberSource source() {
      return new NumberSource(
          column == null ? product : List.of(column), negate, Optional.ofNullable(blank));
    }
  }

  /// `{column: action, words: {open: opened}}` or `{constant: web}`.
  record Word(Column column, Map<String, String> words, String constant) {
    Word {
      words = words == null ? Map.of() : Map.copyOf(words);
      if ((column == null) == (constant == null)) {
        throw new IllegalArgumentException("expected either a column or a constant");
      }
      if (column == null && !words.isEmpty()) {
        throw new IllegalArgumentException("words are given without the column they are found in");
      }
    }

    WordSource source() {
      return column == null
          ? new WordSource.Fixed(constant)
          : new WordSource.InColumn(column, words);
    }
  }

  /// `{column: Quantity, above: 0}`.
  record Filter(
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
    Filter {
      if (column == null) {
        throw new IllegalArgumentException("column is missing (expected the column to test)");
      }
      long tests =
          tests(is, isNot, startsWith, doesNotStartWith, above, atLeast, below, atMost, blank)
              .count();
      if (tests != 1) {
        throw new IllegalArgumentException(
            "%d tests of column %s (expected exactly one of is, isNot, startsWith,"
                    .formatted(tests, column.name())
                + " doesNotStartWith, above, atLeast, below, atMost, blank; several filters in the"
                + " list must all pass)");
      }
    }

    RowFilter filter() {
      return new RowFilter(
          column,
          tests(is, isNot, startsWith, doesNotStartWith, above, atLeast, below, atMost, blank)
              .findFirst()
              .orElseThrow());
    }

    private static Stream<Test> tests(
        List<String> is,
        List<String> isNot,
        String startsWith,
        String doesNotStartWith,
        BigDecimal above,
        BigDecimal atLeast,
        BigDecimal below,
        BigDecimal atMost,
        Boolean blank) {
      return Stream.of(
              Optional.ofNullable(is).<Test>map(words -> new Test.OneOf(words, true)),
              Optional.ofNullable(isNot).<Test>map(words -> new Test.OneOf(words, false)),
              Optional.ofNullable(startsWith).<Test>map(text -> new Test.StartsWith(text, true)),
              Optional.ofNullable(doesNotStartWith)
                  .<Test>map(text -> new Test.StartsWith(text, false)),
              Optional.ofNullable(above).<Test>map(n -> new Test.Compared(Bound.ABOVE, n)),
              Optional.ofNullable(atLeast).<Test>map(n -> new Test.Compared(Bound.AT_LEAST, n)),
              Optional.ofNullable(below).<Test>map(n -> new Test.Compared(Bound.BELOW, n)),
              Optional.ofNullable(atMost).<Test>map(n -> new Test.Compared(Bound.AT_MOST, n)),
              Optional.ofNullable(blank).<Test>map(Test.IsBlank::new))
          .flatMap(Optional::stream);
    }
  }
}
