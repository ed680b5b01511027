package io.kindred.training.lineage;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How many customers each segment before shares with each segment after.
public final class Overlap {
  /// A segment has to do with another if more than this share of it is in the other.
  ///
  /// At a half and above a segment goes into at most one other and comes from at most one, which
  /// leaves nothing to choose: no id has two heirs.
  static final double LEAST_SHARE = .5;

  private final int[][] shared;
  private final int[] before;
  private final int[] after;

  private Overlap(int[][] shared, int segmentsAfter) {
    this.shared = shared;
    this.before = Arrays.stream(shared).mapToInt(row -> Arrays.stream(row).sum()).toArray();
    this.after =
        IntStream.range(0, segmentsAfter)
            .map(j -> Arrays.stream(shared).mapToInt(row -> row[j]).sum())
            .toArray();
  }

  /// The overlap of two assignments of the same customers, in the same order.
  ///
  /// @param before each customer's segment before, from 0
  /// @param after each customer's segment after, from 0
  public static Overlap of(int[] before, int segmentsBefore, int[] after, int segmentsAfter) {
    if (before.length != after.length) {
      throw new IllegalArgumentException(
          "%d customers before and %d after (expected the same customers)"
              .formatted(before.length, after.length));
    }
    int[][] shared = new int[segmentsBefore][segmentsAfter];
    for (int customer = 0; customer < before.length; customer++) {
      shared[before[customer]][after[customer]]++;
    }
    return new Overlap(shared, segmentsAfter);
  }

  public int segmentsBefore() {
    return before.length;
  }

  public int segmentsAfter() {
    return after.length;
  }

  /// Customers that are in both.
  public int shared(int segmentBefore, int segmentAfter) {
    return shared[segmentBefore][segmentAfter];
  }

  /// Customers of a segment before.
  public int before(int segment) {
    return before[segment];
  }

  /// Customers of a segment after.
  public int after(int segment) {
    return after[segment];
  }

  /// Whether more than half of the segment before went into the one after.
  boolean goesInto(int segmentBefore, int segmentAfter) {
    return isMoreThanHalf(shared[segmentBefore][segmentAfter], before[segmentBefore]);
  }

  /// Whether more than half of the segment after came from the one before.
  boolean comesFrom(int segmentAfter, int segmentBefore) {
    return isMoreThanHalf(shared[segmentBefore][segmentAfter], after[segmentAfter]);
  }

  /// Customers that are in both of two groups of segments, as a share of those in either: 0 where
  /// nobody is in either.
  double jaccard(int[] segmentsBefore, int[] segmentsAfter) {
    long both = 0;
    for (int i : segmentsBefore) {
      for (int j : segmentsAfter) {
        both += shared[i][j];
      }
    }
    long either =
        Arrays.stream(segmentsBefore).mapToLong(i -> before[i]).sum()
            + Arrays.stream(segmentsAfter).mapToLong(j -> after[j]).sum()
            - both;
    return either == 0 ? 0 : (double) both / either;
  }

  /// Exact: half of a whole number is a number of double precision.
  static boolean isMoreThanHalf(int part, int whole) {
    return part > LEAST_SHARE * whole;
  }
}
