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
}
