package io.kindred.training.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// First assignments of rows to components, by k-means on a sample of them.
///
/// @param assignments one for each restart
public record Starts(List<int[]> assignments) {
  private static final int ITERATIONS = 6;
  private static final int LARGEST_SAMPLE = 1_000;

  /// All rows start in one component where fewer rows than components differ.
  public static Starts of(MixedRows rows, int components, int restarts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] points = rows.points();
    double[][] sample =
        Arrays.stream(rows.shuffled(random))
            .limit(LARGEST_SAMPLE)
            .mapToObj(row -> points[row])
            .toArray(double[][]::new);
    List<SmileClustering.Centroids> centroids = new ArrayList<>();
    if (components > 1 && differ(sample, components)) {
      for (int restart = 0; restart < restarts; restart++) {
        centroids.add(SmileClustering.kMeans(sample, components, ITERATIONS, random.nextLong()));
      }
    }
    return new Starts(
        centroids.isEmpty()
            ? List.of(new int[rows.size()])
            : centroids.stream().map(each -> each.assign(points)).toList());
  }

  private static boolean differ(double[][] points, int atLeast) {
    Set<Integer> seen = new HashSet<>();
    for (double[] point : points) {
      seen.add(Arrays.hashCode(point));
      if (seen.size() >= atLeast) {
        return true;
      }
    }
    return false;
  }
}
