package io.kindred.training.macro;

import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Feature rows that are in at least one of some regions; the regions may overlap.
///
/// A condition is a list of ranges of which one must hold; conditions in a list must all hold.
///
/// @param all none of them within another
record Regions(List<Region> all) {
  static final Regions EVERYWHERE = new Regions(List.of(Region.EVERYWHERE));

  /// Each region is a row of every score's matrix product; sensible rules take a few dozen.
  static final int MOST = 500;

  Regions {
    all = List.copyOf(all);
  }

  /// The part where all conditions hold.
  Regions where(List<List<ColumnRange>> conditions) {
    Regions part = this;
    for (List<ColumnRange> condition : conditions) {
      part = part.withinAnyOf(condition);
    }
    return part;
  }

  /// The part where at least one condition does not hold.
  Regions whereNot(List<List<ColumnRange>> conditions) {
    Collected part = new Collected();
    for (List<ColumnRange> condition : conditions) {
      Regions outside = this;
      for (ColumnRange range : condition) {
        outside = outside.withinAnyOf(range.complement());
      }
      outside.all.forEach(part::add);
    }
    return part.regions();
  }

  private Regions withinAnyOf(List<ColumnRange> ranges) {
    Collected part = new Collected();
    for (Region region : all) {
      for (ColumnRange range : ranges) {
        Optional<Region> within = region.within(range);
        within.ifPresent(part::add);
      }
    }
    return part.regions();
  }

  /// Regions under way, without those that another contains.
  private static final class Collected {
    private final List<Region> regions = new ArrayList<>();

    void add(Region region) {
      if (regions.stream().anyMatch(held -> held.contains(region))) {
        return;
      }
      regions.removeIf(region::contains);
      regions.add(region);
      if (regions.size() > MOST) {
        throw new IllegalArgumentException(
            "the rules for macro-segments part the customers into more than %d regions (expected fewer; name fewer attributes in one rule, or fewer rules)"
                .formatted(MOST));
      }
    }

    Regions regions() {
      return new Regions(regions);
    }
  }
}
