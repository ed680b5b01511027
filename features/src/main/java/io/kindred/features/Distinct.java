package io.kindred.features;

import java.util.Arrays;

/// How many different words, or different days, some events of the last so many days have.
final class Distinct implements Accumulator {
  /// Counts days instead of words.
  static final int DAYS = -1;

  private final Kinds kinds;
  private final Filter.Test filter;
  private final int days;
  private final int slot;
  private int[] met = new int[16];
  private int size;

  Distinct(Kinds kinds, Filter filter, int days, int slot, Vocabulary vocabulary) {
    this.kinds = kinds;
    this.filter = filter.bind(vocabulary);
    this.days = days;
    this.slot = slot;
  }

  @Override
  public boolean wants(int kind) {
    return kinds.has(kind);
  }

  @Override
  public void clear() {
    size = 0;
  }

  @Override
  public void add(EventColumns rows, int row, int age) {
    if (age >= days || kinds.isHeading(rows, row) || !filter.passes(rows, row)) {
      return;
    }
    int value = slot == DAYS ? age : rows.word(row, slot);
    if (slot != DAYS && value == Vocabulary.EMPTY) {
      return;
    }
    int at = Arrays.binarySearch(met, 0, size, value);
    if (at < 0) {
      if (size == met.length) {
        met = Arrays.copyOf(met, 2 * size);
      }
      int place = -at - 1;
      System.arraycopy(met, place, met, place + 1, size - place);
      met[place] = value;
      size++;
    }
  }

  int count() {
    return size;
  }
}
