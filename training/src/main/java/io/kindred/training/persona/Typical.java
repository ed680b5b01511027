package io.kindred.training.persona;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.models.Persona;
import io.kindred.models.Persona.TypicalFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The customer in a segment's middle, put together from those nearest to it.
///
/// The middle is the median of each feature. Of each feature the median is taken over the twentieth
/// of the segment, at least 20, that is nearest to the middle among those of whom it is known.
final class Typical {
  private static final int ONE_OF = 20;

  private final FeatureTable table;
  private final Profiles profiles;
  private final int segment;
  private final int[] members;

  private Typical(FeatureTable table, Profiles profiles, int segment, int[] members) {
    this.table = table;
    this.profiles = profiles;
    this.segment = segment;
    this.members = members;
  }

  /// What is typical of a segment, in the schema's order; nothing of a segment too small.
  static List<TypicalFeature> of(Population population, Profiles profiles, int segment) {
    return new Typical(population.table(), profiles, segment, population.members(segment)).of();
  }

  private List<TypicalFeature> of() {
    if (members.length < Persona.FEWEST_CUSTOMERS) {
      return List.of();
    }
    double[] distances = distances();
    int[] nearestFirst =
        IntStream.range(0, members.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> distances[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<TypicalFeature> typical = new ArrayList<>();
    for (int f = 0; f < table.schema().size(); f++) {
      Profile own = profiles.own(segment, f);
      if (own.isKnownOfEnough()) {
        double median = median(nearest(f, distances, nearestFirst));
        // Of what most do not have, above all of words, there is nothing to tell.
        boolean isTold = median == 0 ? isOfEveryone(f) : own.bearers() >= Persona.FEWEST_CUSTOMERS;
        if (isTold) {
          typical.add(
              new TypicalFeature(
                  table.schema().features().get(f).name(),
                  Rounded.toTwoDigits(table.schema().features().get(f), median),
                  Rounded.toHundredths((double) own.plain().count() / members.length)));
        }
      }
    }
    return typical;
  }

  /// Whether nothing of a feature is worth telling too: no orders lately is, no money on gifts is
  /// not.
  private boolean isOfEveryone(int feature) {
    Feature own = table.schema().features().get(feature);
    return own.scale() != MeasurementScale.YES_NO && own.name().indexOf(':') < 0;
  }

  /// Mean squared distance of each member from the middle, in standard deviations of everyone; what
  /// is not known of a member counts as one.
  private double[] distances() {
    double[] distances = new double[members.length];
    for (int f = 0; f < table.schema().size(); f++) {
      if (!profiles.own(segment, f).isKnownOfEnough()) {
        continue;
      }
      boolean isSkewed = table.schema().features().get(f).scale() == MeasurementScale.SKEWED;
      double deviation = profiles.everyone(f).modelled().deviation();
      int feature = f;
      double middle =
          median(
              Arrays.stream(members)
                  .mapToDouble(row -> table.value(row, feature))
                  .filter(value -> !Double.isNaN(value))
                  .map(value -> Profile.modelled(value, isSkewed))
                  .toArray());
      for (int i = 0; i < members.length && deviation > 0; i++) {
        double value = table.value(members[i], f);
        double apart = (Profile.modelled(value, isSkewed) - middle) / deviation;
        distances[i] += Double.isNaN(value) ? 1 : apart * apart;
      }
    }
    return distances;
  }

  /// The values of a feature among the members nearest to the middle, those as near as the last one
  /// too, so that the order of the customers decides nothing.
  private double[] nearest(int feature, double[] distances, int[] nearestFirst) {
    int wanted = Math.max(Persona.FEWEST_CUSTOMERS, members.length / ONE_OF);
    List<Double> values = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (int i : nearestFirst) {
      if (values.size() >= wanted && distances[i] > last) {
        break;
      }
      double value = table.value(members[i], feature);
      if (!Double.isNaN(value)) {
        values.add(value);
        last = distances[i];
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
