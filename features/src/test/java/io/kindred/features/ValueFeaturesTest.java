package io.kindred.features;

import static io.kindred.features.Sample.order;
import static io.kindred.features.Sample.refund;
import static io.kindred.features.Sample.value;
import static io.kindred.features.Sample.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFeaturesTest {
  /// The last day keeps 70 of 90; the day between is cancelled; the return of April is older goods.
  private static final Event[] ORDERS_AND_RETURNS = {
    order("1", "2026-01-10", 100),
    order("2", "2026-02-10", 40),
    order("3", "2026-02-20", 30),
    refund("4", "2026-02-20", 30),
    order("5", "2026-03-10", 90),
    refund("6", "2026-03-10", 20),
    refund("7", "2026-04-11", 15)
  };

  @ParameterizedTest
  @CsvSource({
    "order_value_total, 260",
    "order_value_last_90_days, 160",
    "order_value_mean, 65",
    "order_value_largest, 100",
    "repeat_purchase_days, 2",
    "repeat_purchase_day_value, 55",
    "return_count, 3",
    "returned_value_share, 0.25"
  })
  void ordersAndReturns(String feature, float expected) {
    assertThat(value(feature, "2026-04-30", ORDERS_AND_RETURNS)).isEqualTo(expected);
  }

  @Test
  void aFirstPurchaseDayHasNoRepeatValue() {
    assertThat(value("repeat_purchase_day_value", "2026-04-30", order("1", "2026-04-01", 10)))
        .isNaN();
  }

  @Test
  void moreReturnedThanOrderedCountsAsAll() {
    Event[] mostlyReturned = {order("1", "2026-04-01", 10), refund("2", "2026-04-02", 50)};
    assertThat(value("returned_value_share", "2026-04-30", mostlyReturned)).isOne();
  }

  @Test
  void sharesOfMoneyAreUnknownWhereNoMoneyWasOrdered() {
    assertThat(value("returned_value_share", "2026-04-30", order("1", "2026-04-01", 0))).isNaN();
    assertThat(value("order_value_mean", "2026-04-30", order("1", "2026-04-01", 0))).isZero();
    assertThat(value("order_value_largest", "2026-04-30", visit("1", "2026-04-01", 1))).isNaN();
    assertThat(value("return_count", "2026-04-30", visit("1", "2026-04-01", 1))).isZero();
  }

  @Test
  void anAmountBeyondSinglePrecisionIsRefusedByTheFeaturesName() {
    assertThatThrownBy(() -> value("order_count", "2026-04-30", order("1", "2026-04-01", 1e39)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "feature order_value_total is 1.0E39 (expected a value within single precision,"
                + " 3.4e38; correct the amounts it comes from)");
  }
}
