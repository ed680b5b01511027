package io.kindred.datasets;

import java.util.ArrayList;
import java.util.List;

/// Places of rows as single numbers, since there may be one for each of millions of events.
final class Places {
  private static final int NUMBER_BITS = 40;
  private static final long NUMBER = (1L << NUMBER_BITS) - 1;

  // Of each file one place, whose number counts for nothing.
  private final List<RowPlace> files = new ArrayList<>();

  long packed(RowPlace place) {
    if (files.isEmpty() || !isSameFile(files.getLast(), place)) {
      files.add(place);
    }
    return (long) (files.size() - 1) << NUMBER_BITS | place.number();
  }

  RowPlace place(long packed) {
    RowPlace file = files.get((int) (packed >>> NUMBER_BITS));
    return new RowPlace(file.file(), file.unit(), packed & NUMBER);
  }

  private static boolean isSameFile(RowPlace one, RowPlace other) {
    return one.unit() == other.unit() && one.file().equals(other.file());
  }
}
