package io.kindred.models.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Feature rows that meet some conditions, all of them.
///
/// @param ranges by column, at most one each
public record Region(List<ColumnRange> ranges) {
  public static final Region EVERYWHERE = new Region(List.of());

  public Region {
    ranges = ranges.stream().sorted(Comparator.comparingInt(ColumnRange::column)).toList();
  }

  /// Whether a row is certainly outside, whatever its unknown values are.
  public boolean excludes(float[] row) {
    for (ColumnRange range : ranges) {
      if (range.excludes(row[range.column()])) {
        return true;
      }
    }
    return false;
  }

  /// The part within a range; none where there is none.
  public Optional<Region> within(ColumnRange range) {
    List<ColumnRange> narrower = new ArrayList<>(ranges);
    Optional<ColumnRange> held = of(range.column());
    if (held.isEmpty()) {
      narrower.add(range);
      return Optional.of(new Region(narrower));
    }
    float from = Math.max(held.get().from(), range.from());
    float below = Math.min(held.get().below(), range.below());
    if (!(from < below)) {
      return Optional.empty();
    }
    narrower.set(narrower.indexOf(held.get()), new ColumnRange(range.column(), from, below));
    return Optional.of(new Region(narrower));
  }

  /// Whether every row of the other is in this one too.
  public boolean contains(Region other) {
    return ranges.stream()
        .allMatch(range ->
            other
                .of(range.column())
                .filter(held -> range.from() <= held.from() && held.below() <= range.below())
                .isPresent());
  }

  private Optional<ColumnRange> of(int column) {
    return ranges.stream().filter(range -> range.column() == column).findFirst();
  }
}
