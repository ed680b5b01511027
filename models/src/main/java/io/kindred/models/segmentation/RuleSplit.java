package io.kindred.models.segmentation;

import java.util.Arrays;
import java.util.List;

/// A division by rules: each group is a union of {@link Region}s. Every row without unknown values
/// is in the regions of exactly one group; with unknown values several groups are possible, and
/// each is as probable as its share among these.
///
/// For `n` customers, `c` ranges, `r` regions and `m` groups, all matrices of 0 and 1:
///
/// - `F [n, c]`, certainly false: `x < from` or `x >= below`, in single precision as rows and
///   bounds are. A comparison with NaN is false, so that what is unknown is not certainly false.
/// - `P [n, r] = 1 - min(1, F A)`, where `A [c, r]` says which ranges a region has: a region is
///   possible where none of its ranges is certainly false.
/// - `M [n, m] = min(1, P B)`, where `B [r, m]` says whose each region is: a group is possible
///   where one of its regions is.
///
/// @param groups the regions of each group; they may overlap
/// @param shares of the customers, each above 0
public record RuleSplit(List<List<Region>> groups, double[] shares) {
  public RuleSplit {
    groups = groups.stream().map(List::copyOf).toList();
    if (groups.isEmpty() || groups.size() != shares.length) {
      throw new IllegalArgumentException(
          "%d groups have %d shares (expected as many, at least 1)"
              .formatted(groups.size(), shares.length));
    }
    for (double share : shares) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "a share is %s (expected above 0, at most 1)".formatted(share));
      }
    }
  }

  void check(int rowSize) {
    for (List<Region> regions : groups) {
      for (Region region : regions) {
        for (ColumnRange range : region.ranges()) {
          SegmentModel.checkFeature("a rule", range.column(), rowSize);
        }
      }
    }
  }

  /// The groups that a customer can still be in, given what is known; at least one.
  ///
  /// @param row NaN where unknown
  public boolean[] possible(float[] row) {
    boolean[] possible = new boolean[groups.size()];
    for (int group = 0; group < possible.length; group++) {
      for (Region region : groups.get(group)) {
        possible[group] |= !region.excludes(row);
      }
    }
    return possible;
  }

  /// The probability of each group; they sum to 1.
  ///
  /// @throws IllegalStateException where the regions leave a row out, which is against what they
  ///   are
  public double[] probabilities(float[] row) {
    boolean[] possible = possible(row);
    double[] probabilities = new double[shares.length];
    double sum = 0;
    for (int group = 0; group < shares.length; group++) {
      probabilities[group] = possible[group] ? shares[group] : 0;
      sum += probabilities[group];
    }
    if (sum == 0) {
      throw new IllegalStateException(
          "the rules have no group for a row (expected one for every row; train the bundle anew)");
    }
    for (int group = 0; group < shares.length; group++) {
      probabilities[group] /= sum;
    }
    return probabilities;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleSplit split
        && groups.equals(split.groups)
        && Arrays.equals(shares, split.shares);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  @Override
  public String toString() {
    return "split by rules into %d groups".formatted(groups.size());
  }
}
