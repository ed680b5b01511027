package io.kindred.models.segmentation;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Which segments stand in a customer's prediction set: those whose probability in the forecast
/// reaches the segment's threshold, and always the likeliest (Sadinle, Lei and Wasserman 2019).
///
/// Thresholds hold the level over all customers together. Where most are clear cases, one segment
/// may be enough for that, and customers of whom little is known would get a set that their own
/// forecast does not believe in: a set goes on with the likeliest until it falls short of the level
/// by {@link #FLOOR_BELOW} at most by its own forecast.
///
/// @param levels how often a set holds the customer's segment, ascending
/// @param thresholds by level, then segment
public record PredictionSets(double[] levels, double[][] thresholds) {
  /// How much less often than promised a single segment's, or a single customer's, sets may hold.
  public static final double FLOOR_BELOW = .1;

  public PredictionSets {
    if (levels.length == 0 || levels.length != thresholds.length) {
      throw new IllegalArgumentException(
          "%d levels of prediction sets have %d lists of thresholds (expected as many, at least 1)"
              .formatted(levels.length, thresholds.length));
    }
    for (double level : levels) {
      if (!(level > 0 && level < 1)) {
        throw new IllegalArgumentException(
            "a level of prediction sets is %s (expected between 0 and 1)".formatted(level));
      }
    }
    for (int level = 1; level < levels.length; level++) {
      if (levels[level] <= levels[level - 1]) {
        throw new IllegalArgumentException(
            "levels of prediction sets are %s (expected ascending)"
                .formatted(Arrays.toString(levels)));
      }
    }
    for (double[] list : thresholds) {
      if (list.length != thresholds[0].length
          || Arrays.stream(list).anyMatch(threshold -> !(threshold >= 0 && threshold <= 1))) {
        throw new IllegalArgumentException(
            "thresholds are %s (expected one from 0 to 1 for each segment)"
                .formatted(Arrays.toString(list)));
      }
    }
  }

  /// Where a level stands, or -1.
  public int indexOf(double level) {
    return IntStream.range(0, levels.length).filter(i -> levels[i] == level).findFirst().orElse(-1);
  }

  /// The segments of a set, the likeliest first; of equals the first.
  ///
  /// @param level its place in the levels
  public int[] set(int level, double[] settled) {
    int[] order =
        IntStream.range(0, settled.length)
            .boxed()
            .sorted((one, other) -> Double.compare(settled[other], settled[one]))
            .mapToInt(Integer::intValue)
            .toArray();
    double believed = levels[level] - FLOOR_BELOW;
    int[] set = new int[order.length];
    int size = 0;
    double before = 0;
    for (int k : order) {
      if (size == 0 || before < believed || settled[k] >= thresholds[level][k]) {
        set[size++] = k;
      }
      before += settled[k];
    }
    return Arrays.copyOf(set, size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PredictionSets sets
        && Arrays.equals(levels, sets.levels)
        && Arrays.deepEquals(thresholds, sets.thresholds);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(thresholds);
  }

  @Override
  public String toString() {
    return "prediction sets at %s".formatted(Arrays.toString(levels));
  }
}
