package io.kindred.training.persona;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The profile of each feature in each segment. Signals have none: segments are not made of them.
final class Profiles {
  private final Population population;
  private final Profile[][] byFeature;

  private Profiles(Population population, Profile[][] byFeature) {
    this.population = population;
    this.byFeature = byFeature;
  }

  static Profiles of(Population population) {
    FeatureTable table = population.table();
    Profile[][] byFeature = new Profile[table.schema().size()][];
    int[][] members = new int[population.segments()][];
    Arrays.setAll(members, population::members);
    for (int f = 0; f < byFeature.length; f++) {
      Feature feature = table.schema().features().get(f);
      byFeature[f] =
          feature.use() == Feature.Use.PORTRAIT
              ? profiles(table, f, feature.scale() == MeasurementScale.SKEWED, members)
              : new Profile[0];
    }
    return new Profiles(population, byFeature);
  }

  private static Profile[] profiles(
      FeatureTable table, int feature, boolean isSkewed, int[][] members) {
    Profile[] profiles = new Profile[members.length];
    for (int k = 0; k < members.length; k++) {
      double[] values =
          Arrays.stream(members[k])
              .mapToDouble(row -> table.value(row, feature))
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      profiles[k] = Profile.of(values, isSkewed);
    }
    return profiles;
  }

  /// What can be said of a segment: each feature known of enough of its customers and of enough
  /// others, where those who have more of it are enough to be nobody in particular.
  List<Contrast> contrasts(int segment) {
    List<Contrast> contrasts = new ArrayList<>();
    int members = Math.max(population.members(segment).length, 1);
    for (int f = 0; f < byFeature.length; f++) {
      if (byFeature[f].length > 0) {
        Contrast contrast =
            new Contrast(
                population.table().schema().features().get(f),
                (double) own(segment, f).plain().count() / members,
                own(segment, f),
                siblings(segment, f),
                everyone(f),
                population.siblings(segment).length == 0);
        if (contrast.isOfEnough()) {
          contrasts.add(contrast);
        }
      }
    }
    return contrasts;
  }

  /// The profile of a segment; of nobody for a signal.
  Profile own(int segment, int feature) {
    return byFeature[feature].length == 0 ? Profile.NONE : byFeature[feature][segment];
  }

  Profile everyone(int feature) {
    return Arrays.stream(byFeature[feature]).reduce(Profile.NONE, Profile::plus);
  }

  /// The siblings together; everyone for a segment that has none.
  private Profile siblings(int segment, int feature) {
    int[] siblings = population.siblings(segment);
    return siblings.length == 0
        ? everyone(feature)
        : Arrays.stream(siblings)
            .mapToObj(sibling -> byFeature[feature][sibling])
            .reduce(Profile.NONE, Profile::plus);
  }
}
