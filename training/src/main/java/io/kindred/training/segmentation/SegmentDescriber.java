package io.kindred.training.segmentation;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.training.segmentation.SegmentDescription.Distinction;
import io.kindred.training.segmentation.SegmentDescription.FeatureProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Describes segments by the customers whose likeliest segment they are.
public final class SegmentDescriber {
  /// Differences below a third of a standard deviation are not worth a sentence.
  private static final double SMALLEST_DIFFERENCE = .33;

  private static final int MOST_SENTENCES = 6;

  private SegmentDescriber() {}

  /// A description of each segment, in the model's order.
  ///
  /// A segment with fewer than 20 customers in the table has no profiles and no sentences.
  ///
  /// @param table customers of the schema that the model was fitted to
  public static List<SegmentDescription> describe(SegmentModel model, FeatureTable table) {
    int[] assigned = new int[table.size()];
    for (int i = 0; i < assigned.length; i++) {
      assigned[i] = model.segment(table.row(i));
    }
    List<List<FeatureProfile>> profiles = new ArrayList<>();
    List<List<Trait>> traits = new ArrayList<>();
    for (int k = 0; k < model.segments(); k++) {
      int segment = k;
      int[] members =
          IntStream.range(0, assigned.length).filter(i -> assigned[i] == segment).toArray();
      profiles.add(profiles(table, members));
      traits.add(traits(table, profiles.getLast()));
    }
    List<String> names =
        SegmentNames.unique(
            traits.stream().map(own -> own.stream().map(Trait::words).toList()).toList());
    List<SegmentDescription> descriptions = new ArrayList<>();
    for (int k = 0; k < model.segments(); k++) {
      int segment = k;
      int customers = (int) Arrays.stream(assigned).filter(each -> each == segment).count();
      descriptions.add(
          new SegmentDescription(
              k,
              names.get(k),
              customers,
              table.size() == 0 ? 0 : (double) customers / table.size(),
              profiles.get(k),
              traits.get(k).stream().limit(MOST_SENTENCES).map(Trait::distinction).toList()));
    }
    return descriptions;
  }

  /// A distinction and the words that it lends to a name.
  private record Trait(String words, Distinction distinction) {}

  private static List<Trait> traits(FeatureTable table, List<FeatureProfile> profiles) {
    return profiles.stream()
        .filter(profile -> Math.abs(profile.standardisedDifference()) >= SMALLEST_DIFFERENCE)
        .sorted(Comparator.comparingDouble(profile -> -Math.abs(profile.standardisedDifference())))
        .map(profile -> trait(table, profile))
        .toList();
  }

  private static Trait trait(FeatureTable table, FeatureProfile profile) {
    FeatureWords words =
        FeatureWords.of(table.schema().features().get(table.schema().indexOf(profile.feature())));
    boolean high = profile.standardisedDifference() > 0;
    return new Trait(
        high ? words.highTrait() : words.lowTrait(),
        new Distinction(
            profile.feature(),
            profile.standardisedDifference(),
            high ? words.highSentence() : words.lowSentence()));
  }

  private static List<FeatureProfile> profiles(FeatureTable table, int[] members) {
    List<FeatureProfile> profiles = new ArrayList<>();
    for (int f = 0; f < table.schema().size(); f++) {
      Feature feature = table.schema().features().get(f);
      double[] population = known(table, IntStream.range(0, table.size()), f);
      double[] segment = known(table, Arrays.stream(members), f);
      if (segment.length >= SegmentDescription.FEWEST_CUSTOMERS) {
        profiles.add(profile(feature, segment, population));
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
        .map(value -> MixtureColumn.transformed(value, logarithm))
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
