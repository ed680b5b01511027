package io.kindred.training.persona;

/// How large a difference is in plain words, by fixed bounds.
enum Strength {
  /// Not worth telling.
  NONE(0),
  SOMEWHAT(.3),
  CLEAR(.6),
  FAR(1.2);

  private final double from;

  Strength(double from) {
    this.from = from;
  }

  /// The smallest magnitude that is told so.
  double from() {
    return from;
  }

  /// @param magnitude in standard deviations, `>= 0`
  static Strength of(double magnitude) {
    Strength strength = NONE;
    for (Strength next : values()) {
      if (magnitude >= next.from) {
        strength = next;
      }
    }
    return strength;
  }
}
