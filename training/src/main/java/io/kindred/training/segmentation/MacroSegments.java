package io.kindred.training.segmentation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Groups segments that lie near each other, so that a customer between two of them still has one
/// macro-segment.
final class MacroSegments {
  private static final int FEWEST = 2;
  private static final int MOST = 4;

  private MacroSegments() {}

  /// The macro-segment of each component, numbered by first appearance.
  ///
  /// Average linkage over Bhattacharyya distances, cut into 2 to 4 groups where the next merge
  /// would reach furthest beyond the last.
  static int[] of(Mixture mixture, MixedRows rows) {
    int segments = mixture.components;
    if (segments <= FEWEST) {
      int[] own = new int[segments];
      Arrays.setAll(own, k -> k);
      return own;
    }
    double[][] distances = new double[segments][segments];
    for (int one = 0; one < segments; one++) {
      for (int other = 0; other < segments; other++) {
        distances[one][other] = distance(mixture, rows, one, other);
      }
    }
    SmileClustering.Merges merges = SmileClustering.averageLinkage(distances);
    return renumbered(merges.groups(bestCut(merges.heights(), segments)));
  }

  private static int bestCut(double[] heights, int segments) {
    int best = FEWEST;
    double widest = Double.NEGATIVE_INFINITY;
    for (int groups = FEWEST; groups <= Math.min(MOST, segments - 1); groups++) {
      double gap = heights[segments - groups] - heights[segments - groups - 1];
      if (gap > widest) {
        widest = gap;
        best = groups;
      }
    }
    return best;
  }

  private static double distance(Mixture mixture, MixedRows rows, int one, int other) {
    double distance = 0;
    for (int d = 0; d < rows.columns(); d++) {
      double a = mixture.mean[d][one];
      double b = mixture.mean[d][other];
      double varianceA = mixture.variance[d][one];
      double varianceB = mixture.variance[d][other];
      double here =
          rows.yesNo()[d]
              ? -Math.log(Math.sqrt(a * b) + Math.sqrt((1 - a) * (1 - b)))
              : (a - b) * (a - b) / (4 * (varianceA + varianceB))
                  + Math.log((varianceA + varianceB) / (2 * Math.sqrt(varianceA * varianceB))) / 2;
      distance += rows.weights()[d] * Math.max(here, 0);
    }
    return distance;
  }

  private static int[] renumbered(int[] groups) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] renumbered = new int[groups.length];
    for (int k = 0; k < groups.length; k++) {
      int next = numbers.size();
      renumbered[k] = numbers.computeIfAbsent(groups[k], _ -> next);
    }
    return renumbered;
  }
}
