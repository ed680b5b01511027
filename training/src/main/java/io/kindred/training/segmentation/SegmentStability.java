package io.kindred.training.segmentation;

import io.kindred.training.mixture.CompletedRows;
import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.Starts;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How well each segment is found again: the mean over refits to bootstrap samples of the largest
/// Jaccard index that any refitted segment has with it, over the same customers (Hennig 2007), what
/// is unknown of them drawn from the mixture.
final class SegmentStability {
  /// A segment that is found again worse than this is not to be planned with: Hennig's bound under
  /// which a cluster should not be trusted.
  static final double LEAST = .6;

  private static final int REFITS = 8;
  private static final int RESTARTS = 4;
  private static final int LARGEST_SAMPLE = 5_000;

  private SegmentStability() {}

  /// By segment, from 0 to 1; 1 where there is one segment only.
  static double[] of(MixedRows allRows, Mixture mixture, Covariance covariance, long seed) {
    double[] stability = new double[mixture.components()];
    if (stability.length == 1) {
      stability[0] = 1;
      return stability;
    }
    SplittableRandom random = new SplittableRandom(seed);
    MixedRows rows = allRows.sample(LARGEST_SAMPLE, random);
    MixedRows whole = CompletedRows.of(rows, mixture, random.nextLong());
    int[] own = mixture.assign(whole);
    List<MixedRows> samples = new ArrayList<>();
    long[] seeds = random.longs(REFITS).toArray();
    for (int refit = 0; refit < REFITS; refit++) {
      int[] drawn = new int[rows.size()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = random.nextInt(rows.size());
      }
      samples.add(rows.select(drawn));
    }
    List<int[]> refitted =
        IntStream.range(0, REFITS)
            .parallel()
            .mapToObj(refit ->
                refitted(samples.get(refit), stability.length, covariance, seeds[refit])
                    .assign(whole))
            .toList();
    for (int[] other : refitted) {
      addLargestJaccard(own, other, stability);
    }
    return stability;
  }

  /// Found as the segments themselves are: from k-means, and coming down from one component more.
  /// They are not a start themselves, or a sample could not lead elsewhere.
  private static Mixture refitted(
      MixedRows sample, int components, Covariance covariance, long seed) {
    Mixture more = fitted(sample, components + 1, covariance, seed);
    return ExpectationMaximisation.better(
        sample,
        fitted(sample, components, covariance, seed),
        more,
        covariance,
        ExpectationMaximisation.ROUGH);
  }

  private static Mixture fitted(
      MixedRows sample, int components, Covariance covariance, long seed) {
    return ExpectationMaximisation.fit(
        sample,
        components,
        covariance,
        Starts.of(sample, components, RESTARTS, seed).assignments(),
        ExpectationMaximisation.ROUGH);
  }

  private static void addLargestJaccard(int[] own, int[] other, double[] into) {
    double[][] both = new double[into.length][into.length];
    double[] inOwn = new double[into.length];
    double[] inOther = new double[into.length];
    for (int i = 0; i < own.length; i++) {
      both[own[i]][other[i]]++;
      inOwn[own[i]]++;
      inOther[other[i]]++;
    }
    for (int k = 0; k < into.length; k++) {
      double largest = 0;
      for (int j = 0; j < into.length; j++) {
        double either = inOwn[k] + inOther[j] - both[k][j];
        largest = Math.max(largest, either == 0 ? 0 : both[k][j] / either);
      }
      into[k] += largest / REFITS;
    }
  }
}
