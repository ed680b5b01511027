package io.kindred.datasets;

import java.util.Arrays;

/// Numbers of digests, looked up without boxing: open addressing with linear probing, at most half
/// full.
final class LongCodes {
  /// What there is where a digest is not.
  static final int FREE = -1;

  private long[] digests;
  private int[] codes;
  private int size;

  LongCodes(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected)) << 2;
    digests = new long[capacity];
    codes = new int[capacity];
    Arrays.fill(codes, FREE);
  }

  /// The number of a digest; {@link #FREE} where it is not there.
  int get(long digest) {
    int at = place(digest);
    return codes[at];
  }

  /// The number of a digest, `ifNew` where it was not there before.
  int putIfAbsent(long digest, int ifNew) {
    int at = place(digest);
    if (codes[at] != FREE) {
      return codes[at];
    }
    digests[at] = digest;
    codes[at] = ifNew;
    if (2 * ++size > codes.length) {
      grow();
    }
    return ifNew;
  }

  void clear() {
    Arrays.fill(codes, FREE);
    size = 0;
  }

  private int place(long digest) {
    int mask = codes.length - 1;
    // The digests of DuckDB are mixed well already.
    int at = (int) (digest >>> 20) & mask;
    while (codes[at] != FREE && digests[at] != digest) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldDigests = digests;
    int[] oldCodes = codes;
    digests = new long[2 * oldDigests.length];
    codes = new int[2 * oldCodes.length];
    Arrays.fill(codes, FREE);
    for (int i = 0; i < oldCodes.length; i++) {
      if (oldCodes[i] != FREE) {
        int at = place(oldDigests[i]);
        digests[at] = oldDigests[i];
        codes[at] = oldCodes[i];
      }
    }
  }
}
