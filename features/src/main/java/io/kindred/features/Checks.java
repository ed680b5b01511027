package io.kindred.features;

/// What every event and attribute must satisfy to exist.
final class Checks {
  private Checks() {}

  static void eventId(String id) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException(
          "event id is empty (expected a text that no other event of this customer has)");
    }
  }

  static void notNegative(double value, String what, String remedy) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s (expected a finite number >= 0; %s)".formatted(what, value, remedy));
    }
  }
}
