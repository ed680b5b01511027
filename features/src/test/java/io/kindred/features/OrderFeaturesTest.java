package io.kindred.features;

import static io.kindred.features.Sample.noon;
import static io.kindred.features.Sample.order;
import static io.kindred.features.Sample.refund;
import static io.kindred.features.Sample.value;
import static io.kindred.features.Sample.visit;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFeaturesTest {
  /// Two orders on one day, then gaps of 30 and 40 days.
  private static final Event[] FOUR_ORDERS = {
    new Order("1", noon("2026-01-10"), 100, 2, "", "", ""),
    new Order("2", noon("2026-01-10"), 50, 1, "", "", ""),
    new Order("3", noon("2026-02-09"), 80, 3, "", "", "WINTER"),
    new Order("4", noon("2026-03-21"), 60, 2, "", "", "")
  };

  @ParameterizedTest
  @CsvSource({
    "days_since_last_order, 10",
    "days_since_first_order, 80",
    "days_since_first_seen, 80",
    "order_count, 4",
    "orders_last_30_days, 1",
    "orders_last_90_days, 4",
    "repeat_purchase_days, 2",
    "order_interval_days, 35",
    "order_interval_spread_days, 7.0710678",
    "overdue_ratio, 0.2857143",
    "items_per_order, 2",
    "discounted_order_share, 0.25"
  })
  void fourOrdersOnThreeDays(String feature, float expected) {
    assertThat(value(feature, "2026-03-31", FOUR_ORDERS)).isEqualTo(expected);
  }

  @Test
  void aWindowHoldsThirtyDaysTodayAmongThem() {
    assertThat(value("orders_last_30_days", "2026-03-31", order("1", "2026-03-02", 10))).isOne();
    assertThat(value("orders_last_30_days", "2026-03-31", order("1", "2026-03-01", 10))).isZero();
    assertThat(value("orders_last_90_days", "2026-03-31", order("1", "2026-01-01", 10))).isOne();
    assertThat(value("orders_last_90_days", "2026-03-31", order("1", "2025-12-31", 10))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "days_since_last_order",
        "days_since_first_order",
        "days_since_first_seen",
        "order_count",
        "repeat_purchase_days",
        "order_interval_days",
        "items_per_order"
      })
  void nothingIsKnownOfSomeoneNeverSeen(String feature) {
    assertThat(value(feature, "2026-03-31")).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "days_since_last_order, NaN",
    "days_since_first_seen, 30",
    "order_count, 0",
    "orders_last_90_days, 0",
    "repeat_purchase_days, NaN",
    "items_per_order, NaN",
    "discounted_order_share, NaN"
  })
  void aVisitorWhoNeverBoughtHasNoOrdersAndNoRecency(String feature, Float expected) {
    assertThat(value(feature, "2026-03-31", visit("1", "2026-03-01", 3))).isEqualTo(expected);
  }

  @Test
  void anIntervalNeedsTwoPurchaseDaysAndItsSpreadThree() {
    Order first = order("1", "2026-03-01", 10);
    Order second = order("2", "2026-03-11", 10);
    Order third = order("3", "2026-03-21", 10);
    assertThat(value("order_interval_days", "2026-03-31", first)).isNaN();
    assertThat(value("overdue_ratio", "2026-03-31", first)).isNaN();
    assertThat(value("order_interval_days", "2026-03-31", first, second)).isEqualTo(10);
    assertThat(value("overdue_ratio", "2026-03-31", first, second)).isEqualTo(2);
    assertThat(value("order_interval_spread_days", "2026-03-31", first, second)).isNaN();
    assertThat(value("order_interval_spread_days", "2026-03-31", first, second, third)).isZero();
  }

  @Test
  void anOrderCancelledTheSameDayIsNoPurchase() {
    Event[] cancelled = {order("1", "2026-03-01", 20), refund("2", "2026-03-01", 20)};
    assertThat(value("order_count", "2026-03-31", cancelled)).isOne();
    assertThat(value("days_since_last_order", "2026-03-31", cancelled)).isNaN();
    assertThat(value("repeat_purchase_days", "2026-03-31", cancelled)).isNaN();
  }

  @Test
  void roundingLeavesNothingOfADayCancelledInFull() {
    // In binary .1 + .2 - .3 is 5.6e-17.
    Event[] cancelled = {
      order("1", "2026-03-01", .1), order("2", "2026-03-01", .2), refund("3", "2026-03-01", .3)
    };
    assertThat(value("days_since_last_order", "2026-03-31", cancelled)).isNaN();
  }

  @Test
  void aCentLeftOfABigDayIsAPurchase() {
    Event[] nearlyCancelled = {
      order("1", "2026-03-01", 168_469.60), refund("2", "2026-03-01", 168_469.59)
    };
    assertThat(value("days_since_last_order", "2026-03-31", nearlyCancelled)).isEqualTo(30);
  }

  @Test
  void aCancellationThatStandsBeforeItsOrderOnTheSameDayCountsAlike() {
    Event[] cancelled = {
      new Return("1", Sample.at("2026-03-01T09:00"), 20, 1), order("2", "2026-03-01", 20)
    };
    assertThat(value("days_since_last_order", "2026-03-31", cancelled)).isNaN();
  }

  @Test
  void anOrderReturnedOnALaterDayStaysAPurchase() {
    Event[] returned = {order("1", "2026-03-01", 20), refund("2", "2026-03-02", 20)};
    assertThat(value("days_since_last_order", "2026-03-31", returned)).isEqualTo(30);
    assertThat(value("repeat_purchase_days", "2026-03-31", returned)).isZero();
  }

  @Test
  void aCancellationAfterTheAsOfMomentIsNotKnownYet() {
    History history = Sample.history(order("1", "2026-03-01", 20), refund("2", "2026-03-01", 20));
    float[] beforeCancelled =
        new Featurizer(Sample.SCHEMA)
            .row(
                Sample.history(
                    order("1", "2026-03-01", 20),
                    new Return("2", Sample.at("2026-03-01T13:00"), 20, 1)),
                Sample.at("2026-03-01T12:30"));
    assertThat(beforeCancelled[Sample.SCHEMA.indexOf("days_since_last_order")]).isZero();
    assertThat(value("days_since_last_order", "2026-03-01", history)).isNaN();
  }

  @Test
  void aGiftOfPriceZeroIsAPurchase() {
    assertThat(value("days_since_last_order", "2026-03-31", order("1", "2026-03-01", 0)))
        .isEqualTo(30);
    assertThat(value("repeat_purchase_days", "2026-03-31", order("1", "2026-03-01", 0))).isZero();
  }
}
