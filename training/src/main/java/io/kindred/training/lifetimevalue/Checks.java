package io.kindred.training.lifetimevalue;

/// What parameters and counts must satisfy to exist.
final class Checks {
  /// Fewer than these say next to nothing about four parameters.
  static final int FEWEST_REPEAT_CUSTOMERS = 10;

  private Checks() {}

  static void notNegative(double value, String what) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s (expected a finite number >= 0)".formatted(what, value));
    }
  }

  static void positive(double value, String what) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s (expected a finite number > 0)".formatted(what, value));
    }
  }

  static void enoughToFit(String model, long customers, String kind) {
    if (customers < FEWEST_REPEAT_CUSTOMERS) {
      throw new IllegalArgumentException(
          "%s needs at least %d customers with %s, has %d (use more customers or a longer period)"
              .formatted(model, FEWEST_REPEAT_CUSTOMERS, kind, customers));
    }
  }
}
