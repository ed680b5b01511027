package io.kindred.training.mixture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import smile.clustering.CentroidClustering;
import smile.clustering.Clustering;
import smile.clustering.GMeans;
import smile.clustering.HierarchicalClustering;
import smile.clustering.KMeans;
import smile.clustering.linkage.WardLinkage;
import smile.math.MathEx;
import smile.validation.metric.AdjustedRandIndex;

/// The door to Smile's clusterings (GPL-3): k-means with k-means++ starts, G-means, hierarchical
/// clustering and the adjusted Rand index.
///
/// Smile draws from a generator of the calling thread, which every call here seeds first; call from
/// one thread for an answer that depends on the seed alone.
public final class SmileClustering {
  /// Held, so that its level outlives the collector; k-means reports every iteration otherwise.
  private static final Logger LOGGER = Logger.getLogger(Clustering.class.getPackageName());

  static {
    LOGGER.setLevel(Level.WARNING);
  }

  private SmileClustering() {}

  /// k-means from a k-means++ start.
  ///
  /// @param k at least 2 and at most the number of different points
  public static Centroids kMeans(double[][] points, int k, int iterations, long seed) {
    MathEx.setSeed(seed);
    return new Centroids(KMeans.fit(points, new Clustering.Options(k, iterations)).centers());
  }

  /// The one of several starts of k-means that leaves the least distance to the centres.
  ///
  /// @param k at least 2 and at most the number of different points
  public static Centroids kMeansOfStarts(
      double[][] points, int k, int iterations, int starts, long seed) {
    MathEx.setSeed(seed);
    return new Centroids(
        IntStream.range(0, starts)
            .mapToObj(_ -> KMeans.fit(points, new Clustering.Options(k, iterations)))
            .min(Comparator.comparingDouble(CentroidClustering::distortion))
            .orElseThrow()
            .centers());
  }

  /// G-means: k-means that divides every cluster whose points are not normally distributed.
  ///
  /// @param most clusters, at least 2
  public static Centroids gMeans(double[][] points, int most, int iterations, long seed) {
    MathEx.setSeed(seed);
    return new Centroids(GMeans.fit(points, new Clustering.Options(most, iterations)).centers());
  }

  /// The cluster of each point by hierarchical clustering with Ward's linkage.
  ///
  /// @param k at least 2 and less than the number of points
  public static int[] ward(double[][] points, int k) {
    return HierarchicalClustering.fit(WardLinkage.of(points)).partition(k);
  }

  /// 1 where two assignments of the same rows agree, about 0 where they agree by chance only.
  public static double adjustedRandIndex(int[] one, int[] other) {
    boolean oneIsWhole = Arrays.stream(one).distinct().count() == 1;
    boolean otherIsWhole = Arrays.stream(other).distinct().count() == 1;
    if (oneIsWhole || otherIsWhole) {
      return oneIsWhole == otherIsWhole ? 1 : 0;
    }
    return AdjustedRandIndex.of(one, other);
  }

  /// Centres of k-means.
  public record Centroids(double[][] centres) {
    public int[] assign(double[][] points) {
      return Arrays.stream(points).mapToInt(this::nearest).toArray();
    }

    public int nearest(double[] point) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < centres.length; k++) {
        double distance = 0;
        for (int d = 0; d < point.length; d++) {
          double difference = point[d] - centres[k][d];
          distance += difference * difference;
        }
        if (distance < least) {
          least = distance;
          nearest = k;
        }
      }
      return nearest;
    }
  }
}
