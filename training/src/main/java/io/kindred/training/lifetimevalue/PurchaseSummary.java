package io.kindred.training.lifetimevalue;

/// One customer's purchases up to a cut-off: how many after the first, when the last, how long
/// observed.
///
/// All times run from the customer's first purchase and are in one unit, the same for every
/// customer of a fit. Several purchases of one day count as one.
///
/// @param repeatPurchases purchases after the first; the papers' x
/// @param lastPurchase time from the first purchase to the last; the papers' t_x
/// @param observed time from the first purchase to the cut-off; the papers' T
public record PurchaseSummary(double repeatPurchases, double lastPurchase, double observed) {
  public PurchaseSummary {
    Checks.notNegative(repeatPurchases, "repeat purchases");
    Checks.notNegative(observed, "observed time");
    Checks.notNegative(lastPurchase, "time of the last purchase");
    if (lastPurchase > observed) {
      throw new IllegalArgumentException(
          "time of the last purchase is %s (expected at most the observed time, %s)"
              .formatted(lastPurchase, observed));
    }
    if (repeatPurchases == 0 && lastPurchase != 0) {
      throw new IllegalArgumentException(
          "time of the last purchase is %s without a repeat purchase (expected 0)"
              .formatted(lastPurchase));
    }
  }
}
