package io.kindred.training.segmentation;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.training.mixture.Summary;
import io.kindred.training.segmentation.SegmentDescription.FeatureProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The features of some of a table's customers beside those of all.
final class SegmentProfiles {
  private SegmentProfiles() {}

  /// A profile of each feature that is known for enough of the members.
  ///
  /// @param members their rows
  static List<FeatureProfile> of(FeatureTable table, int[] members) {
    List<FeatureProfile> profiles = new ArrayList<>();
    for (int f = 0; f < table.schema().size(); f++) {
      double[] segment = known(table, Arrays.stream(members), f);
      if (segment.length >= SegmentDescription.FEWEST_CUSTOMERS) {
        double[] population = known(table, IntStream.range(0, table.size()), f);
        profiles.add(profile(table.schema().features().get(f), segment, population));
      }
    }
    return profiles;
  }

  private static FeatureProfile profile(Feature feature, double[] segment, double[] population) {
    boolean logarithm = feature.scale() == MeasurementScale.SKEWED;
    double[] modelled = transformed(population, logarithm);
    double mean = Summary.of(modelled).mean();
    double deviation = Summary.of(modelled).standardError() * Math.sqrt(modelled.length);
    double difference = Summary.of(transformed(segment, logarithm)).mean() - mean;
    return new FeatureProfile(
        feature.name(),
        feature.unit(),
        segment.length,
        Summary.of(segment).mean(),
        median(segment),
        Summary.of(population).mean(),
        deviation > 0 ? difference / deviation : 0);
  }

  private static double[] known(FeatureTable table, IntStream rows, int feature) {
    return rows.mapToDouble(row -> table.value(row, feature))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static double[] transformed(double[] values, boolean logarithm) {
    return Arrays.stream(values)
        .map(value -> logarithm ? Math.log1p(Math.max(value, 0)) : value)
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
