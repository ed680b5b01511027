package io.kindred.serving.service;

import java.util.List;
import java.util.Optional;

/// A page of a list.
///
/// @param next where the next page begins; empty on the last
record Page<T>(List<T> entries, Optional<Integer> next) {
  private static final int MOST = 1_000;
  private static final int USUAL = 100;

  Page {
    entries = List.copyOf(entries);
  }

  /// The page that begins at an offset.
  ///
  /// @param size at most how many entries; as many as usual where 0
  static <T> Page<T> of(List<T> all, int offset, int size) {
    int from = Math.min(offset, all.size());
    int until = Math.min(from + Math.min(size == 0 ? USUAL : size, MOST), all.size());
    return new Page<>(
        all.subList(from, until), until < all.size() ? Optional.of(until) : Optional.empty());
  }

  static void checkSize(int size, Place place, Violations violations) {
    if (size < 0) {
      violations.add(place, "is %d (expected 0 to %d)".formatted(size, MOST));
    }
  }
}
