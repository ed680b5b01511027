package io.kindred.training.segmentation;

import io.kindred.training.mixture.DensityClustering;
import io.kindred.training.mixture.SmileClustering;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Another way to segment, which ours is compared with.
///
/// @param name as the report calls it
/// @param findsNumber whether it finds the number of segments; else it is told ours
/// @param mostRows how many rows it is given at most
record Peer(String name, boolean findsNumber, int mostRows, Way way) {
  /// The label of customers in no segment; segments count from 0 where nobody is left out.
  static final int LEFT_OUT = -1;

  private static final int ROWS = 1_500;

  /// HDBSCAN looks at every pair of rows.
  private static final int ROWS_OF_DENSITY = 800;

  private static final int STARTS = 10;
  private static final int ITERATIONS = 100;
  private static final int FEWEST_OF_DENSITY = 5;

  /// A fit to some points.
  interface Way {
    Fit fit(double[][] points, long seed);
  }

  /// The segments of any points by one fit.
  interface Fit {
    int[] assign(double[][] points);
  }

  /// @param segments how many of ours there are, for those that are told
  static List<Peer> all(int segments, SegmentationOptions options) {
    return List.of(
        new Peer("k-means", false, ROWS, (points, seed) -> kMeans(points, segments, seed)),
        new Peer(
            "G-means", true, ROWS, (points, seed) -> gMeans(points, options.mostSegments(), seed)),
        new Peer("hierarchical", false, ROWS, (points, _) -> hierarchical(points, segments)),
        new Peer(
            "HDBSCAN",
            true,
            ROWS_OF_DENSITY,
            (points, _) -> density(points, options.smallestShare())));
  }

  private static Fit kMeans(double[][] points, int segments, long seed) {
    int different = different(points, segments);
    return different < 2
        ? Peer::together
        : SmileClustering.kMeansOfStarts(points, different, ITERATIONS, STARTS, seed)::assign;
  }

  private static Fit gMeans(double[][] points, int most, long seed) {
    return different(points, most) < 2
        ? Peer::together
        : SmileClustering.gMeans(points, most, ITERATIONS, seed)::assign;
  }

  private static Fit hierarchical(double[][] points, int segments) {
    return segments < 2
        ? Peer::together
        : nearestMember(points, SmileClustering.ward(points, segments));
  }

  private static Fit density(double[][] points, double smallestShare) {
    int smallest = Math.max(FEWEST_OF_DENSITY, (int) Math.ceil(smallestShare * points.length));
    return nearestMember(
        points,
        Arrays.stream(DensityClustering.hdbscan(points, smallest))
            .map(label -> label == DensityClustering.LEFT_OUT ? LEFT_OUT : label)
            .toArray());
  }

  /// Whoever is nearest to a customer left out is left out too.
  private static Fit nearestMember(double[][] members, int[] segments) {
    SmileClustering.Centroids nearest = new SmileClustering.Centroids(members);
    return points ->
        IntStream.range(0, points.length)
            .parallel()
            .map(i -> segments[nearest.nearest(points[i])])
            .toArray();
  }

  private static int[] together(double[][] points) {
    return new int[points.length];
  }

  private static int different(double[][] points, int most) {
    return (int) Arrays.stream(points).map(Arrays::hashCode).distinct().limit(most).count();
  }
}
