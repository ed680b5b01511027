package io.kindred.training.persona;

import io.kindred.features.FeatureNames;
import io.kindred.models.Persona.TypicalFeature;
import java.util.List;

/// What a typical customer must be like for a word of a name to be true by itself, and not only
/// beside other segments: nobody is new who first ordered years ago, however long the others have
/// been there.
///
/// @param feature of the typical customer
/// @param from the smallest value of whom the word is true
/// @param to the largest
record Bound(String feature, double from, double to) {
  static final double A_MONTH = 30;
  static final double A_QUARTER = 90;
  static final double HALF_A_YEAR = 180;
  static final double A_YEAR = 365;
  static final double TWO_YEARS = 730;

  /// A count that rounds to none.
  static final double NEXT_TO_NONE = .5;

  static Bound atLeast(String feature, double from) {
    return new Bound(feature, from, Double.POSITIVE_INFINITY);
  }

  static Bound atMost(String feature, double to) {
    return new Bound(feature, Double.NEGATIVE_INFINITY, to);
  }

  /// The same of the account.
  Bound ofAccount() {
    return new Bound(FeatureNames.ACCOUNT + feature, from, to);
  }

  /// Whether a typical customer is within; what is not known of them contradicts nothing.
  boolean holds(List<TypicalFeature> typical) {
    return typical.stream()
        .filter(each -> each.feature().equals(feature))
        .allMatch(each -> each.median() >= from && each.median() <= to);
  }
}
