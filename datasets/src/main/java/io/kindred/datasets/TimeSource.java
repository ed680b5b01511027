package io.kindred.datasets;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// What says when a row happened or became known.
public sealed interface TimeSource {

  /// A date, or a date and time, in a column.
  record InColumn(Column column) implements TimeSource {}

  /// The beginning of one day for all rows.
  record Fixed(LocalDate day) implements TimeSource {}

  /// The short form: a date such as `2010-12-01`, or else the name of a column.
  static TimeSource of(Column shortForm) {
    try {
      return new Fixed(LocalDate.parse(shortForm.name()));
    } catch (DateTimeParseException _) {
      return new InColumn(shortForm);
    }
  }
}
