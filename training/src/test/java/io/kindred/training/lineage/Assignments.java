package io.kindred.training.lineage;

import io.kindred.models.SegmentIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Two assignments of the same made-up customers.
record Assignments(int[] before, int segmentsBefore, int[] after, int segmentsAfter) {

  /// As many customers as a matrix says, by segment before and segment after.
  static Assignments of(int[][] shared) {
    List<int[]> customers = new ArrayList<>();
    for (int i = 0; i < shared.length; i++) {
      for (int j = 0; j < shared[i].length; j++) {
        customers.addAll(Collections.nCopies(shared[i][j], new int[] {i, j}));
      }
    }
    return new Assignments(
        customers.stream().mapToInt(customer -> customer[0]).toArray(),
        shared.length,
        customers.stream().mapToInt(customer -> customer[1]).toArray(),
        shared[0].length);
  }

  /// Up to seven segments on each side, among them empty ones, of which some have much in common.
  static Assignments random(long seed) {
    Random random = new Random(seed);
    int[][] shared = new int[1 + random.nextInt(7)][1 + random.nextInt(7)];
    for (int[] row : shared) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextInt(3) == 0 ? random.nextInt(100) : random.nextInt(6);
      }
    }
    return of(shared);
  }

  Overlap overlap() {
    return Overlap.of(before, segmentsBefore, after, segmentsAfter);
  }

  /// With ids s01, s02 and so on before.
  Succession succession() {
    return Succession.of(overlap(), ids(segmentsBefore), segmentsBefore + 1, SegmentIds::segment);
  }

  static List<String> ids(int segments) {
    return IntStream.rangeClosed(1, segments).mapToObj(SegmentIds::segment).toList();
  }
}
