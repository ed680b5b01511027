package io.kindred.training.lineage;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Which segments after have to do with which before.
///
/// Two are linked where more than half of either is in the other, and where more than half of both
/// is in those that they are linked with: what is left over when a segment falls to pieces, or
/// melts into a crowd from everywhere, is no descendant of it.
final class Links {
  private final Overlap overlap;
  private final boolean[][] linked;

  private Links(Overlap overlap, boolean[][] linked) {
    this.overlap = overlap;
    this.linked = linked;
  }

  static Links of(Overlap overlap) {
    boolean[][] linked = new boolean[overlap.segmentsBefore()][overlap.segmentsAfter()];
    for (int i = 0; i < overlap.segmentsBefore(); i++) {
      for (int j = 0; j < overlap.segmentsAfter(); j++) {
        linked[i][j] = overlap.goesInto(i, j) || overlap.comesFrom(j, i);
      }
    }
    Links links = new Links(overlap, linked);
    // Cutting a link may leave another segment unexplained. Links are only ever cut, so this ends,
    // and in the same links whatever the order.
    while (links.cutUnexplained()) {}
    return links;
  }

  /// The segments after that one before is linked with.
  int[] after(int before) {
    return IntStream.range(0, overlap.segmentsAfter()).filter(j -> linked[before][j]).toArray();
  }

  /// The segments before that one after is linked with.
  int[] before(int after) {
    return IntStream.range(0, overlap.segmentsBefore()).filter(i -> linked[i][after]).toArray();
  }

  /// The segment before whose id a segment after keeps: the largest part of it, of equals the one
  /// that is most in it, if more than half of that went into it.
  OptionalInt kept(int after) {
    return IntStream.of(before(after))
        .boxed()
        .max(
            Comparator.<Integer>comparingInt(i -> overlap.shared(i, after))
                .thenComparingInt(i -> -overlap.before(i))
                .thenComparingInt(i -> -i))
        .filter(i -> overlap.goesInto(i, after))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private boolean cutUnexplained() {
    boolean cut = false;
    for (int i = 0; i < overlap.segmentsBefore(); i++) {
      int before = i;
      int[] after = after(i);
      int explained = IntStream.of(after).map(j -> overlap.shared(before, j)).sum();
      if (after.length > 0 && !Overlap.isMoreThanHalf(explained, overlap.before(i))) {
        linked[i] = new boolean[overlap.segmentsAfter()];
        cut = true;
      }
    }
    for (int j = 0; j < overlap.segmentsAfter(); j++) {
      int after = j;
      int[] before = before(j);
      int explained = IntStream.of(before).map(i -> overlap.shared(i, after)).sum();
      if (before.length > 0 && !Overlap.isMoreThanHalf(explained, overlap.after(j))) {
        for (int i : before) {
          linked[i][j] = false;
        }
        cut = true;
      }
    }
    return cut;
  }
}
