package io.kindred.models.segmentation;

import java.util.ArrayList;
import java.util.List;

/// A condition on one column of the feature row: at least `from`, less than `below`.
///
/// @param column its place in the row
/// @param from negative infinity where there is no such bound
/// @param below positive infinity where there is no such bound
public record ColumnRange(int column, float from, float below) {
  public ColumnRange {
    if (column < 0) {
      throw new IllegalArgumentException(
          "a range's column is %d (expected >= 0)".formatted(column));
    }
    if (!(from < below)) {
      throw new IllegalArgumentException(
          "range of column %d is from %s to below %s (expected from less than below)"
              .formatted(column, from, below));
    }
    // One zero, so that equal ranges are equal records.
    from += 0f;
    below += 0f;
  }

  /// Whether the condition is certainly false; never where the value is unknown, since a comparison
  /// with NaN is false.
  public boolean excludes(float value) {
    return value < from || value >= below;
  }

  /// Everything that the range is not: up to two ranges.
  public List<ColumnRange> complement() {
    List<ColumnRange> complement = new ArrayList<>(2);
    if (from > Float.NEGATIVE_INFINITY) {
      complement.add(new ColumnRange(column, Float.NEGATIVE_INFINITY, from));
    }
    if (below < Float.POSITIVE_INFINITY) {
      complement.add(new ColumnRange(column, below, Float.POSITIVE_INFINITY));
    }
    return complement;
  }
}
