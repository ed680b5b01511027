package io.kindred.training.lifetimevalue;

/// What one customer's repeat purchases were worth on average.
///
/// @param repeatPurchases purchases that the mean is over; the papers' x
/// @param meanValue their mean value, not positive where everything was given back; the papers' m
public record RepeatValue(double repeatPurchases, double meanValue) {
  public RepeatValue {
    Checks.positive(repeatPurchases, "repeat purchases");
    if (!Double.isFinite(meanValue)) {
      throw new IllegalArgumentException(
          "mean value is %s (expected a finite number)".formatted(meanValue));
    }
  }
}
