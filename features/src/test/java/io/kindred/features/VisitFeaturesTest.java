package io.kindred.features;

import static io.kindred.features.Sample.noon;
import static io.kindred.features.Sample.order;
import static io.kindred.features.Sample.value;
import static io.kindred.features.Sample.visit;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitFeaturesTest {
  private static final Event[] ACTIVE_CUSTOMER = {
    visit("v1", "2026-02-01", 2),
    visit("v2", "2026-03-02", 7),
    visit("v3", "2026-03-20", 3),
    visit("v4", "2026-03-20", 4),
    order("o1", "2026-03-20", 10),
    new Cart("c1", noon("2026-03-02"), Cart.Step.FILLED, 30),
    new Cart("c2", noon("2026-03-02"), Cart.Step.ABANDONED, 30),
    new Cart("c3", noon("2026-03-20"), Cart.Step.FILLED, 10),
    new Cart("c4", noon("2026-03-20"), Cart.Step.FILLED, 50),
    new Cart("c5", noon("2026-03-21"), Cart.Step.ABANDONED, 50),
    new Cart("c6", noon("2026-03-22"), Cart.Step.FILLED, 5),
    new Message("m1", noon("2026-01-30"), Message.Step.SENT, "email"),
    new Message("m2", noon("2026-02-28"), Message.Step.SENT, "email"),
    new Message("m3", noon("2026-02-28"), Message.Step.OPENED, "email"),
    new Message("m4", noon("2026-03-28"), Message.Step.SENT, "email"),
    new Message("m5", noon("2026-03-28"), Message.Step.OPENED, "email"),
    new Message("m6", noon("2026-03-28"), Message.Step.CLICKED, "email"),
    new Message("m7", noon("2026-03-29"), Message.Step.SENT, "push")
  };

  @ParameterizedTest
  @CsvSource({
    "visit_count, 4",
    "visits_last_30_days, 3",
    "days_since_last_visit, 11",
    "days_since_first_seen, 60",
    "pages_per_visit, 4",
    "orders_per_visit, 0.25",
    "cart_abandonment_share, 0.5",
    "abandoned_cart_value, 40",
    "message_open_share, 0.5",
    "message_click_share, 0.25"
  })
  void visitsCartsAndMessages(String feature, float expected) {
    assertThat(value(feature, "2026-03-31", ACTIVE_CUSTOMER)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "days_since_last_visit",
        "pages_per_visit",
        "orders_per_visit",
        "cart_abandonment_share",
        "abandoned_cart_value",
        "message_open_share",
        "message_click_share"
      })
  void ratiosAreUnknownToSomeoneWhoOnlyOrders(String feature) {
    assertThat(value(feature, "2026-03-31", order("1", "2026-03-01", 10))).isNaN();
    assertThat(value("visit_count", "2026-03-31", order("1", "2026-03-01", 10))).isZero();
  }

  @Test
  void openingOneMessageTwiceIsNoMoreThanAll() {
    Event[] opened = {
      new Message("1", noon("2026-03-01"), Message.Step.SENT, "email"),
      new Message("2", noon("2026-03-02"), Message.Step.OPENED, "email"),
      new Message("3", noon("2026-03-03"), Message.Step.OPENED, "email")
    };
    assertThat(value("message_open_share", "2026-03-31", opened)).isOne();
    assertThat(value("message_click_share", "2026-03-31", opened)).isZero();
  }
}
