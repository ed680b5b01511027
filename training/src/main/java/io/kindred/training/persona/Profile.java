package io.kindred.training.persona;

import io.kindred.models.Persona;
import java.util.Arrays;

/// One feature over some customers, of those of whom it is known.
///
/// @param plain of the values
/// @param modelled of the values as they are compared: skewed ones by their logarithm
/// @param bearers customers who have any of it: their value is not 0
record Profile(Moments plain, Moments modelled, int bearers) {
  static final Profile NONE = new Profile(Moments.NONE, Moments.NONE, 0);

  /// @param values sorted, so that no sum hangs on the order of the customers
  static Profile of(double[] values, boolean isSkewed) {
    return new Profile(
        Moments.of(values),
        Moments.of(Arrays.stream(values).map(value -> modelled(value, isSkewed)).toArray()),
        (int) Arrays.stream(values).filter(value -> value != 0).count());
  }

  /// A value as it is compared: money, counts and durations by `log(1 + x)`.
  static double modelled(double value, boolean isSkewed) {
    return isSkewed ? Math.log1p(Math.max(value, 0)) : value;
  }

  Profile plus(Profile more) {
    return new Profile(
        plain.plus(more.plain), modelled.plus(more.modelled), bearers + more.bearers);
  }

  boolean isKnownOfEnough() {
    return plain.count() >= Persona.FEWEST_CUSTOMERS;
  }
}
