package io.kindred.serving.service;

/// What numbers a request may hold: such that no feature made of them is ever infinite.
final class Numbers {
  /// Of one event: a hundred thousand of them still add up to a single-precision number.
  static final double LARGEST_AMOUNT = 1e12;

  /// Of a feature or an attribute.
  static final double LARGEST = 1e18;

  private Numbers() {}

  /// An amount or count of an event; where it is beyond its limits that is a violation, and the
  /// answer is 0.
  ///
  /// @param remedy what to do about a negative one
  static double amount(double amount, Place place, String remedy, Violations violations) {
    if (amount >= 0 && amount <= LARGEST_AMOUNT) {
      return amount;
    }
    violations.add(
        place, "is %s (expected a number from 0 to 1e12; %s)".formatted(amount, remedy));
    return 0;
  }

  /// A number of a feature or an attribute; where it is beyond what a model can take that is a
  /// violation, and the answer is 0.
  static double value(double value, Place place, Violations violations) {
    if (Math.abs(value) <= LARGEST) {
      return value;
    }
    violations.add(
        place,
        "is %s (expected a number from -1e18 to 1e18; leave an unknown value out)"
            .formatted(value));
    return 0;
  }
}
