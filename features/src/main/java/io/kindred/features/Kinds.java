package io.kindred.features;

import java.util.EnumSet;
import java.util.Set;

/// A choice of kinds of rows, as bits by their number.
///
/// @param bits bit `n` for the kind of number `n`
record Kinds(int bits) {
  static final Kinds ALL = new Kinds((1 << EventKind.values().length) - 1);

  static Kinds of(EventKind first, EventKind... more) {
    return of(EnumSet.of(first, more));
  }

  static Kinds of(Set<EventKind> kinds) {
    return new Kinds(kinds.stream().mapToInt(kind -> 1 << kind.code()).sum());
  }

  /// Lines of orders, and orders of which only the whole is known, as one line each.
  static Kinds orderLines() {
    return new Kinds(1 << EventKind.ORDER.code() | 1 << EventColumns.LINE);
  }

  boolean has(int kind) {
    return (bits & 1 << kind) != 0;
  }

  /// Whether a row is an order whose lines follow, in a choice that takes those instead.
  boolean isHeading(EventColumns rows, int row) {
    return has(EventColumns.LINE) && rows.lines[row] > 0;
  }
}
