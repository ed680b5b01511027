package io.kindred.datasets;

import io.kindred.features.LocalDays;
import io.kindred.features.Vocabulary;
import java.time.Instant;

/// A table of typed columns with what it takes to read its rows.
///
/// @param binding the mapping's functions of a row, applied once to each different text
/// @param vocabulary takes the words met
/// @param notAfter the latest moment anything may be of
record TypedRows(
    ChunkColumns columns,
    Binding binding,
    TableMapping table,
    Vocabulary vocabulary,
    Instant notAfter) {

  /// Whether a moment is one that the row reader takes, in nanoseconds.
  Times times() {
    return new Times(LocalDays.nanos(Binding.EARLIEST), LocalDays.nanos(notAfter));
  }

  /// The first and the last moment that may be, in nanoseconds.
  record Times(long first, long last) {
    boolean admit(long moment) {
      return moment >= first && moment <= last;
    }
  }
}
