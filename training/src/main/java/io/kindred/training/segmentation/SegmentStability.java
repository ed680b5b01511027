package io.kindred.training.segmentation;

import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.Starts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// How well each segment is found again: the mean over refits to bootstrap samples of the largest
/// Jaccard index that any refitted segment has with it, over the same customers (Hennig 2007).
final class SegmentStability {
  /// A segment that is found again worse than this is not to be planned with: Hennig's bound under
  /// which a cluster should not be trusted.
  static final double LEAST = .6;

  private static final int REFITS = 8;
  private static final int RESTARTS = 2;
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
    int[] own = mixture.assign(rows);
    List<MixedRows> samples = new ArrayList<>();
    List<List<int[]>> starts = new ArrayList<>();
    for (int refit = 0; refit < REFITS; refit++) {
      int[] drawn = new int[rows.size()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = random.nextInt(rows.size());
      }
      samples.add(rows.select(drawn));
      // The segments themselves are a start too: what is asked is whether a sample could lead
      // elsewhere, not whether a search gets lost.
      List<int[]> all =
          new ArrayList<>(
              Starts.of(samples.getLast(), stability.length, RESTARTS, random.nextLong())
                  .assignments());
      all.add(Arrays.stream(drawn).map(row -> own[row]).toArray());
      starts.add(all);
    }
    List<int[]> refitted =
        java.util.stream.IntStream.range(0, REFITS)
            .parallel()
            .mapToObj(refit ->
                ExpectationMaximisation.fit(
                        samples.get(refit),
                        stability.length,
                        covariance,
                        starts.get(refit),
                        ExpectationMaximisation.ROUGH)
                    .assign(rows))
            .toList();
    for (int[] other : refitted) {
      addLargestJaccard(own, other, stability);
    }
    return stability;
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
