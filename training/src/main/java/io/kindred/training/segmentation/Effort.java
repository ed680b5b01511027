package io.kindred.training.segmentation;

import io.kindred.training.mixture.MixedRows;
import java.util.Arrays;

/// How hard segments are searched for. Few customers are halved more often and searched from more
/// starts: chance says more there, and it costs little. So are customers of whom little is known,
/// among whom a search is sooner lost.
///
/// @param splits how often customers are halved
/// @param restarts starts of each fit
record Effort(int splits, int restarts) {
  private static final int FEW = 6_000;
  private static final int FEWEST_SPLITS = 2;
  private static final int MOST_SPLITS = 4;
  private static final int MOST_TIMES = 4;

  static Effort of(MixedRows rows, SegmentationOptions options) {
    int splits = Math.clamp(FEW / rows.size(), FEWEST_SPLITS, MOST_SPLITS);
    double times = Math.max((double) splits / FEWEST_SPLITS, 1 / pairsKnown(rows));
    return new Effort(splits, (int) (options.restarts() * Math.min(times, MOST_TIMES)));
  }

  /// The share of pairs of values of which both are known, if they are unknown at random.
  private static double pairsKnown(MixedRows rows) {
    double share =
        Arrays.stream(rows.values())
            .mapToDouble(row ->
                (double) Arrays.stream(row).filter(z -> !Double.isNaN(z)).count() / row.length)
            .average()
            .orElseThrow();
    return share * share;
  }
}
