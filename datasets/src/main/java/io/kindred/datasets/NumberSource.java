package io.kindred.datasets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A number made of one or more columns of a row.
///
/// @param factors multiplied with each other
/// @param negate turns the sign, for tables that write money given back below zero
/// @param blank what a blank cell counts as; none where a blank cell is an error
public record NumberSource(List<Column> factors, boolean negate, Optional<BigDecimal> blank) {
  public NumberSource {
    factors = List.copyOf(factors);
  }

  /// The short form: the name of a column.
  static NumberSource of(Column shortForm) {
    return new NumberSource(List.of(shortForm), false, Optional.empty());
  }

  /// The long form in a mapping, such as `{product: [Quantity, UnitPrice], negate: true}`.
  record Written(Column column, List<Column> product, boolean negate, BigDecimal blank) {
    public Written {
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
}
