package io.kindred.training.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// First assignments from a fit with one component more, of which two become one.
///
/// Fits from k-means often settle where one component covers two groups and two share another;
/// coming down from more components, those that share a group are the first to be merged (Ueda and
/// others 2000).
public final class MergedStarts {
  private static final int PAIRS = 3;

  private MergedStarts() {}

  /// Assignments with the pairs merged that overlap most.
  ///
  /// @param more a fit of at least two components
  public static List<int[]> of(Mixture more, MixedRows rows) {
    double[][] posteriors = more.posteriors(rows);
    int[] assigned = Arrays.stream(posteriors).mapToInt(Mixture::likeliest).toArray();
    List<int[]> starts = new ArrayList<>();
    for (Pair pair : mostOverlapping(posteriors, more.components())) {
      int last = more.components() - 1;
      starts.add(
          Arrays.stream(assigned)
              .map(k -> k == pair.other ? pair.one : k)
              // The last one takes the number that became free.
              .map(k -> k == last && pair.other != last ? pair.other : k)
              .toArray());
    }
    return starts;
  }

  private record Pair(int one, int other, double overlap) {}

  /// The cosine between two components' probabilities.
  private static List<Pair> mostOverlapping(double[][] posteriors, int components) {
    double[][] products = new double[components][components];
    for (double[] posterior : posteriors) {
      for (int k = 0; k < components; k++) {
        for (int other = k; other < components; other++) {
          products[k][other] += posterior[k] * posterior[other];
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int k = 0; k < components; k++) {
      for (int other = k + 1; other < components; other++) {
        double scale = Math.sqrt(products[k][k] * products[other][other]);
        pairs.add(new Pair(k, other, scale > 0 ? products[k][other] / scale : 0));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
    return pairs.subList(0, Math.min(PAIRS, pairs.size()));
  }
}
