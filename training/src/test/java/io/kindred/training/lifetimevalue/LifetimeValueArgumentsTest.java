package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What is refused, and in which words.
final class LifetimeValueArgumentsTest {
  @Test
  void aSummaryIsPossible() {
    refused(
        () -> new PurchaseSummary(-1, 0, 10),
        "repeat purchases is -1.0 (expected a finite number >= 0)");
    refused(
        () -> new PurchaseSummary(1, 2, Double.NaN),
        "observed time is NaN (expected a finite number >= 0)");
    refused(
        () -> new PurchaseSummary(1, -2, 10),
        "time of the last purchase is -2.0 (expected a finite number >= 0)");
    refused(
        () -> new PurchaseSummary(1, 12, 10),
        "time of the last purchase is 12.0 (expected at most the observed time, 10.0)");
    refused(
        () -> new PurchaseSummary(0, 3, 10),
        "time of the last purchase is 3.0 without a repeat purchase (expected 0)");
  }

  @Test
  void aRepeatValueIsOverPurchases() {
    refused(() -> new RepeatValue(0, 10), "repeat purchases is 0.0 (expected a finite number > 0)");
    refused(() -> new RepeatValue(1, Double.NaN), "mean value is NaN (expected a finite number)");
  }

  @Test
  void parametersAreInsideTheirRange() {
    refused(
        () -> new BetaGeometric(0, 1, 1, 1),
        "BG/NBD parameter r is 0.0 (expected a finite number > 0)");
    refused(
        () -> new BetaGeometric(1, Double.POSITIVE_INFINITY, 1, 1),
        "BG/NBD parameter alpha is Infinity (expected a finite number > 0)");
    refused(
        () -> new BetaGeometric(1, 1, -1, 1),
        "BG/NBD parameter a is -1.0 (expected a finite number >= 0)");
    refused(
        () -> new BetaGeometric(1, 1, 0, 0),
        "BG/NBD parameter b is 0.0 (expected a finite number > 0)");
    refused(
        () -> new GammaGamma(-1, 2, 3),
        "Gamma-Gamma parameter p is -1.0 (expected a finite number > 0)");
    refused(
        () -> new GammaGamma(1, 1, 3),
        "Gamma-Gamma parameter q is 1.0 (expected a finite number > 1)");
    refused(
        () -> new GammaGamma(1, 2, 0),
        "Gamma-Gamma parameter gamma is 0.0 (expected a finite number > 0)");
  }

  @Test
  void forecastsAreOfAPossibleFuture() {
    BetaGeometric buying = new BetaGeometric(1, 1, 1, 1);
    refused(
        () -> buying.expectedPurchases(new PurchaseSummary(0, 0, 1), -1),
        "horizon is -1.0 (expected a finite number >= 0)");
    GammaGamma spending = new GammaGamma(1, 2, 3);
    refused(
        () -> spending.expectedValue(-1, 3),
        "repeat purchases is -1.0 (expected a finite number >= 0)");
    refused(
        () -> spending.expectedValue(2, Double.NaN),
        "mean value is NaN over 2.0 repeat purchases (expected a finite number)");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
