package io.kindred.models.segmentation;

import java.util.Arrays;
import java.util.List;

/// How much is known of a customer, in a few bands: by a count such as that of orders, or by the
/// share of some features that are known.
///
/// @param features the one feature counted, or those of which the share is taken
/// @param share whether a share is taken
/// @param from the least count or share of each band but the first, ascending
/// @param names one more than `from`, such as `no orders`
public record KnownBands(int[] features, boolean share, double[] from, List<String> names) {
  public KnownBands {
    names = List.copyOf(names);
    if (names.size() != from.length + 1
        || features.length == 0
        || (!share && features.length > 1)) {
      throw new IllegalArgumentException(
          "%d bands from %d bounds on %d features (expected a band more than bounds, and a feature)"
              .formatted(names.size(), from.length, features.length));
    }
    for (int band = 0; band < from.length; band++) {
      if (!(from[band] > (band == 0 ? Double.NEGATIVE_INFINITY : from[band - 1]))) {
        throw new IllegalArgumentException(
            "bands begin at %s (expected ascending numbers)".formatted(Arrays.toString(from)));
      }
    }
  }

  void check(int rowSize) {
    for (int feature : features) {
      SegmentModel.checkFeature("what is known", feature, rowSize);
    }
  }

  public int size() {
    return names.size();
  }

  /// The band of a row, from 0 for the least known.
  public int band(float[] row) {
    double measure = measure(row);
    int band = 0;
    while (band < from.length && measure >= from[band]) {
      band++;
    }
    return band;
  }

  private double measure(float[] row) {
    if (!share) {
      float count = row[features[0]];
      return Float.isNaN(count) ? 0 : count;
    }
    double known = 0;
    for (int feature : features) {
      known += Float.isNaN(row[feature]) ? 0 : 1;
    }
    return known / features.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KnownBands bands
        && Arrays.equals(features, bands.features)
        && share == bands.share
        && Arrays.equals(from, bands.from)
        && names.equals(bands.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return "bands %s".formatted(names);
  }
}
