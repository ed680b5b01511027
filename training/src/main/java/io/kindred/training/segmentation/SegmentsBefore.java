package io.kindred.training.segmentation;

import io.kindred.models.Persona;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The segments that a table's customers had before: where a new fit may begin, so that segments
/// last.
///
/// @param segmentOf by row, from 0; {@link #NONE} where the customer had none
/// @param segments how many there were
public record SegmentsBefore(int[] segmentOf, int segments) {
  public static final int NONE = -1;

  public SegmentsBefore {
    segmentOf = segmentOf.clone();
  }

  /// Nobody had a segment.
  public static SegmentsBefore none(int rows) {
    int[] none = new int[rows];
    Arrays.fill(none, NONE);
    return new SegmentsBefore(none, 0);
  }

  /// Those of some rows, numbered anew; segments with fewer of these customers than can carry one
  /// are left out.
  SegmentsBefore select(int[] rows) {
    int[] sizes = new int[segments];
    for (int row : rows) {
      if (segmentOf[row] != NONE) {
        sizes[segmentOf[row]]++;
      }
    }
    int[] kept =
        IntStream.range(0, segments).filter(k -> sizes[k] >= Persona.FEWEST_CUSTOMERS).toArray();
    int[] numberOf = new int[segments];
    Arrays.fill(numberOf, NONE);
    for (int k = 0; k < kept.length; k++) {
      numberOf[kept[k]] = k;
    }
    return new SegmentsBefore(
        Arrays.stream(rows)
            .map(row -> segmentOf[row] == NONE ? NONE : numberOf[segmentOf[row]])
            .toArray(),
        kept.length);
  }

  boolean isEmpty() {
    return segments == 0;
  }

  /// The rows whose customers had a segment.
  int[] known() {
    return IntStream.range(0, segmentOf.length).filter(i -> segmentOf[i] != NONE).toArray();
  }
}
