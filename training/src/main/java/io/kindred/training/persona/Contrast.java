package io.kindred.training.persona;

import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import io.kindred.models.Persona;
import java.util.OptionalDouble;

/// One feature of a segment beside its siblings and beside all customers.
///
/// @param knownShare of the segment's customers of whom the feature is known
/// @param siblings the siblings together; everyone where the segment has none
/// @param isAlone whether it has none
record Contrast(
    Feature feature,
    double knownShare,
    Profile own,
    Profile siblings,
    Profile everyone,
    boolean isAlone) {
  /// A share of customers is at most half a standard deviation: differences of shares count double.
  private static final double OF_SHARES = 2;

  Profile beside(Reference reference) {
    return switch (reference) {
      case SIBLINGS -> siblings;
      case EVERYONE -> everyone;
    };
  }

  /// The difference of the means in standard deviations: beside siblings, of the segment and its
  /// siblings together; beside everyone, of everyone. Of yes/no, the difference of the shares.
  double effect(Reference reference) {
    double difference = own.modelled().mean() - beside(reference).modelled().mean();
    if (feature.scale() == MeasurementScale.YES_NO) {
      return difference;
    }
    double deviation = spread(reference).deviation();
    return deviation > 0 ? difference / deviation : 0;
  }

  private Moments spread(Reference reference) {
    return reference == Reference.SIBLINGS && !isAlone
        ? own.modelled().plus(siblings.modelled())
        : everyone.modelled();
  }

  /// The effect as it is told and ranked; a difference of shares counts double.
  ///
  /// None where the plain means say the opposite, as they can of skewed features: what is told must
  /// hold for the numbers shown beside it.
  double difference(Reference reference) {
    double effect = effect(reference);
    double plain = own.plain().mean() - beside(reference).plain().mean();
    return effect * plain > 0
        ? effect * (feature.scale() == MeasurementScale.YES_NO ? OF_SHARES : 1)
        : 0;
  }

  /// The ratio of the means, of what has a nothing: counts, money, days, shares.
  OptionalDouble ratio(Reference reference) {
    double others = beside(reference).plain().mean();
    double mean = own.plain().mean();
    boolean hasNothing =
        switch (feature.scale()) {
          case SKEWED, YES_NO -> true;
          case CONTINUOUS -> feature.unit().equals("share");
          case ORDERED -> false;
        };
    return hasNothing && mean > 0 && others > 0
        ? OptionalDouble.of(mean / others)
        : OptionalDouble.empty();
  }

  /// Whether nobody in particular is behind it: the feature is known of enough customers on both
  /// sides, and enough have any of it on the side that has more.
  boolean isOfEnough() {
    return own.isKnownOfEnough()
        && isBorneByEnough(Reference.SIBLINGS)
        && isBorneByEnough(Reference.EVERYONE);
  }

  private boolean isBorneByEnough(Reference reference) {
    Profile others = beside(reference);
    return others.isKnownOfEnough()
        && (effect(reference) > 0 ? own : others).bearers() >= Persona.FEWEST_CUSTOMERS;
  }
}
