package io.kindred.training.segmentation;

import io.kindred.training.mixture.MixedColumn;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Groups segments that lie near each other, so that a customer between two of them still has one
/// macro-segment.
///
/// Ward's method (1963) over the segments' means, each weighing as many customers as it has: the
/// two groups are merged whose union spreads the customers least, so that small odd segments do not
/// become groups of their own.
final class MacroSegments {
  private static final int FEWEST = 2;
  private static final int MOST = 4;

  private MacroSegments() {}

  /// A group of segments under way.
  ///
  /// @param share of all customers
  private record Group(List<Integer> segments, double share, double[] mean) {
    /// How much the customers spread more if the groups are one.
    double cost(Group other, double[] weights) {
      double squares = 0;
      for (int d = 0; d < mean.length; d++) {
        double difference = mean[d] - other.mean[d];
        squares += weights[d] * difference * difference;
      }
      return share * other.share / (share + other.share) * squares;
    }

    Group with(Group other) {
      List<Integer> all = new ArrayList<>(segments);
      all.addAll(other.segments);
      double both = share + other.share;
      double[] middle = new double[mean.length];
      for (int d = 0; d < middle.length; d++) {
        middle[d] = (share * mean[d] + other.share * other.mean[d]) / both;
      }
      return new Group(all, both, middle);
    }
  }

  /// The macro-segment of each component, numbered by first appearance: 2 to 4 groups, as many as
  /// after which the next merge would cost the most beyond the last.
  static int[] of(Mixture mixture, MixedRows rows) {
    int segments = mixture.components();
    if (segments <= FEWEST) {
      int[] own = new int[segments];
      Arrays.setAll(own, k -> k);
      return own;
    }
    List<Group> groups = single(mixture, rows);
    double[] weights = rows.columns().stream().mapToDouble(MixedColumn::weight).toArray();
    List<Group> best = groups;
    double lastCost = Double.MIN_NORMAL;
    double steepest = Double.NEGATIVE_INFINITY;
    while (groups.size() >= FEWEST) {
      Merge merge = cheapest(groups, weights);
      if (groups.size() <= MOST && groups.size() < segments) {
        double steepness = merge.cost() / lastCost;
        if (steepness > steepest) {
          steepest = steepness;
          best = groups;
        }
      }
      lastCost = Math.max(merge.cost(), Double.MIN_NORMAL);
      groups = merge.in(groups);
    }
    return numbered(best, segments);
  }

  private static List<Group> single(Mixture mixture, MixedRows rows) {
    List<Group> groups = new ArrayList<>();
    for (int k = 0; k < mixture.components(); k++) {
      double[] mean = new double[rows.columns().size()];
      for (int d = 0; d < mean.length; d++) {
        mean[d] = mixture.mean(d, k);
      }
      groups.add(new Group(List.of(k), Math.exp(mixture.logWeights()[k]), mean));
    }
    return groups;
  }

  private record Merge(int one, int other, double cost) {
    List<Group> in(List<Group> groups) {
      List<Group> merged = new ArrayList<>(groups);
      merged.set(one, groups.get(one).with(groups.get(other)));
      merged.remove(other);
      return merged;
    }
  }

  private static Merge cheapest(List<Group> groups, double[] weights) {
    Merge cheapest = new Merge(0, 1, Double.POSITIVE_INFINITY);
    for (int one = 0; one < groups.size(); one++) {
      for (int other = one + 1; other < groups.size(); other++) {
        double cost = groups.get(one).cost(groups.get(other), weights);
        if (cost < cheapest.cost()) {
          cheapest = new Merge(one, other, cost);
        }
      }
    }
    return cheapest;
  }

  private static int[] numbered(List<Group> groups, int segments) {
    int[] groupOf = new int[segments];
    for (int group = 0; group < groups.size(); group++) {
      for (int segment : groups.get(group).segments()) {
        groupOf[segment] = group;
      }
    }
    return groupOf;
  }
}
