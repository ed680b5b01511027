package io.kindred.training.segmentation;

/// What a fit of segments may do.
///
/// @param mostSegments the largest number of segments tried, `>= 1`
/// @param smallestShare the share of customers that each segment must have, from 0 to .5
/// @param restarts starts of each fit, of which the likeliest is kept, `>= 1`
/// @param seed everything random follows from it
public record SegmentationOptions(int mostSegments, double smallestShare, int restarts, long seed) {
  public SegmentationOptions {
    if (mostSegments < 1) {
      throw new IllegalArgumentException(
          "most segments is %d (expected at least 1)".formatted(mostSegments));
    }
    if (!(smallestShare >= 0 && smallestShare <= .5)) {
      throw new IllegalArgumentException(
          "smallest share is %s (expected from 0 to 0.5)".formatted(smallestShare));
    }
    if (restarts < 1) {
      throw new IllegalArgumentException(
          "restarts is %d (expected at least 1)".formatted(restarts));
    }
  }

  /// Up to 12 segments of at least 2 % of the customers each, 4 starts.
  public static SegmentationOptions defaults(long seed) {
    return new SegmentationOptions(12, .02, 4, seed);
  }

  /// The same with another seed.
  public SegmentationOptions withSeed(long other) {
    return new SegmentationOptions(mostSegments, smallestShare, restarts, other);
  }
}
