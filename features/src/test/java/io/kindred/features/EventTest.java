package io.kindred.features;

import static io.kindred.features.Sample.noon;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Events that cannot be are refused where they are made.
class EventTest {
  private static final Instant NOON = noon("2026-01-01");

  @ParameterizedTest
  @ValueSource(doubles = {-3, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
  void anAmountIsAFiniteNumberNotBelowZero(double amount) {
    assertRefused(
        () -> new Order("1", NOON, amount, 1, "", "", ""),
        "amount of an order is %s (expected a finite number >= 0; use a return for money back)"
            .formatted(amount));
    assertRefused(
        () -> new Order("1", NOON, 1, amount, "", "", ""),
        "items of an order is %s (expected a finite number >= 0; use a return for goods sent back)"
            .formatted(amount));
    assertRefused(
        () -> new Return("1", NOON, amount, 1),
        ("amount of a return is %s (expected a finite number >= 0; give the money returned as a"
                + " positive sum)")
            .formatted(amount));
    assertRefused(
        () -> new Return("1", NOON, 1, amount),
        ("items of a return is %s (expected a finite number >= 0; give the pieces returned as a"
                + " positive count)")
            .formatted(amount));
    assertRefused(
        () -> new Visit("1", NOON, "web", amount),
        ("pages of a visit is %s (expected a finite number >= 0; leave the column out where it is"
                + " unknown)")
            .formatted(amount));
    assertRefused(
        () -> new Cart("1", NOON, Cart.Step.FILLED, amount),
        ("value of a cart is %s (expected a finite number >= 0; leave the column out where it is"
                + " unknown)")
            .formatted(amount));
  }

  @Test
  void everyEventHasAnId() {
    String message = "event id is empty (expected a text that no other event of this customer has)";
    assertRefused(() -> new Order("", NOON, 1, 1, "", "", ""), message);
    assertRefused(() -> new Return("", NOON, 1, 1), message);
    assertRefused(() -> new Visit("", NOON, "", 1), message);
    assertRefused(() -> new Cart("", NOON, Cart.Step.FILLED, 1), message);
    assertRefused(() -> new Message("", NOON, Message.Step.SENT, "email"), message);
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
