package io.kindred.datasets;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// What says when a row happened or became known.
public sealed interface TimeSource {

  /// A date, or a date and time, in a column.
  record InColumn(Column column) implements TimeSource {}

  /// The beginning of one day for all rows.
  record Fixed(LocalDate day) implements TimeSource {}

  /// The long form in a mapping: `{column: when}` or `{date: 2010-12-01}`.
  record Written(Column column, LocalDate date) {
    public Written {
      if ((column == null) == (date == null)) {
        throw new IllegalArgumentException("expected either a column or a date, not both");
      }
    }

    TimeSource source() {
      return column == null ? new Fixed(date) : new InColumn(column);
    }
  }

  /// The short form: a date such as `2010-12-01`, or else the name of a column.
  static TimeSource of(Column shortForm) {
    try {
      return new Fixed(LocalDate.parse(shortForm.name()));
    } catch (DateTimeParseException _) {
      return new InColumn(shortForm);
    }
  }
}
