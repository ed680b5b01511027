package io.kindred.features;

import static io.kindred.features.Sample.at;
import static io.kindred.features.Sample.noon;
import static io.kindred.features.Sample.order;
import static io.kindred.features.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Features beyond those of {@link OrderFeaturesTest} and its like, by hand.
class BuiltInFeaturesTest {
  private static final String TODAY = "2026-06-30";

  @ParameterizedTest
  @CsvSource({
    "7, 2026-06-24, 1", "7, 2026-06-23, 0", "30, 2026-06-01, 1", "30, 2026-05-31, 0",
    "90, 2026-04-02, 1", "90, 2026-04-01, 0", "365, 2025-07-01, 1", "365, 2025-06-30, 0"
  })
  void aWindowIsTodayAndTheDaysBefore(int days, String day, float expected) {
    Order order = order("1", day, 8);
    assertThat(value("orders_last_%d_days".formatted(days), TODAY, order)).isEqualTo(expected);
    assertThat(value("order_value_last_%d_days".formatted(days), TODAY, order))
        .isEqualTo(8 * expected);
    assertThat(value("visits_last_%d_days".formatted(days), TODAY, Sample.visit("v", day, 1)))
        .isEqualTo(expected);
  }

  @Test
  void trendsAreSharesOfTheLongerWindow() {
    Event[] orders = {
      order("1", "2026-06-20", 30), order("2", "2026-05-01", 10), order("3", "2025-12-01", 60)
    };
    assertThat(value("orders_trend_30_in_90_days", TODAY, orders)).isEqualTo(.5f);
    assertThat(value("orders_trend_90_in_365_days", TODAY, orders)).isEqualTo(2 / 3f);
    assertThat(value("order_value_trend_90_in_365_days", TODAY, orders)).isEqualTo(.4f);
    assertThat(value("orders_trend_30_in_90_days", TODAY, order("1", "2025-01-01", 1))).isNaN();
  }

  @Test
  void theExpectedOrderIsAMeanIntervalAfterTheLast() {
    Event[] orders = {
      order("1", "2026-06-01", 1), order("2", "2026-06-11", 1), order("3", "2026-06-25", 1)
    };
    assertThat(value("days_until_expected_order", TODAY, orders)).isEqualTo(7);
    assertThat(value("days_until_expected_order", "2026-07-20", orders)).isEqualTo(-13);
    assertThat(value("days_until_expected_order", TODAY, orders[0])).isNaN();
  }

  @Test
  void orderValuesHaveALatestAndASpread() {
    Event[] orders = {order("1", "2026-06-01", 10), order("2", "2026-06-02", 30)};
    assertThat(value("order_value_latest", TODAY, orders)).isEqualTo(30);
    assertThat(value("order_value_spread", TODAY, orders)).isEqualTo((float) Math.sqrt(200));
    assertThat(value("order_value_spread", TODAY, orders[0])).isNaN();
  }

  @Test
  void returnsAreCountedInPiecesTooAndLately() {
    Event[] events = {
      new Order("1", noon("2026-01-01"), 100, 4, "", "", ""),
      new Return("2", noon("2026-06-10"), 20, 1),
      new Return("3", noon("2026-02-01"), 20, 1)
    };
    assertThat(value("returned_items_share", TODAY, events)).isEqualTo(.5f);
    assertThat(value("returns_last_90_days", TODAY, events)).isEqualTo(1);
    assertThat(value("days_since_last_return", TODAY, events)).isEqualTo(20);
  }

  @Test
  void discountsAreMoneyAndCodes() {
    Event[] events = {
      new Order("1", noon("2026-01-01"), 75, 1, "", "", ""),
      new Order("2", noon("2026-01-02"), 20, 1, "", "", "A"),
      new Order("3", noon("2026-01-03"), 5, 1, "", "", "B")
    };
    assertThat(value("discounted_value_share", TODAY, events)).isEqualTo(.25f);
    assertThat(value("discount_code_count", TODAY, events)).isEqualTo(2);
  }

  @Test
  void visitsSinceTheLastOrderAndThoseWhoNeverBuy() {
    Event[] browser = {Sample.visit("1", "2026-06-01", 1), Sample.visit("2", "2026-06-02", 1)};
    assertThat(value("visits_since_last_order", TODAY, browser)).isEqualTo(2);
    assertThat(value("came_back_without_buying", TODAY, browser)).isOne();
    assertThat(value("came_back_without_buying", TODAY, browser[0])).isZero();
    Event[] buyer = {
      browser[0], new Order("3", at("2026-06-01T13:00"), 1, 1, "", "", ""), browser[1]
    };
    assertThat(value("came_back_without_buying", TODAY, buyer)).isZero();
    assertThat(value("visits_since_last_order", TODAY, buyer)).isOne();
    assertThat(value("came_back_without_buying", TODAY, order("1", "2026-06-01", 1))).isNaN();
  }

  @Test
  void cartsOfLate() {
    Event[] events = {
      new Cart("1", noon("2026-06-10"), Cart.Step.FILLED, 5),
      new Cart("2", noon("2026-06-11"), Cart.Step.ABANDONED, 50),
      new Cart("3", noon("2026-01-11"), Cart.Step.ABANDONED, 70)
    };
    assertThat(value("carts_filled_last_30_days", TODAY, events)).isEqualTo(1);
    assertThat(value("carts_abandoned_last_30_days", TODAY, events)).isEqualTo(1);
    assertThat(value("abandoned_cart_value_last_30_days", TODAY, events)).isEqualTo(50);
    assertThat(value("days_since_abandoned_cart", TODAY, events)).isEqualTo(19);
  }

  @ParameterizedTest
  @CsvSource({
    "carts_filled, CART_FILLED",
    "carts_abandoned, CART_ABANDONED",
    "messages_sent, MESSAGE_SENT",
    "messages_opened, MESSAGE_OPENED",
    "messages_clicked, MESSAGE_CLICKED",
    "returns, RETURN",
    "support_contacts, SUPPORT_CONTACT"
  })
  void everyKindHasItsWindowsAndTrend(String name, EventKind kind) {
    Event[] events =
        Stream.of(
                "2026-06-24", "2026-06-23", "2026-06-01", "2026-04-02", "2025-07-01", "2025-06-30")
            .map(day -> event(kind, day))
            .toArray(Event[]::new);
    assertThat(value(name + "_last_7_days", TODAY, events)).isEqualTo(1);
    assertThat(value(name + "_last_30_days", TODAY, events)).isEqualTo(3);
    assertThat(value(name + "_last_90_days", TODAY, events)).isEqualTo(4);
    assertThat(value(name + "_last_365_days", TODAY, events)).isEqualTo(5);
    assertThat(value(name + "_trend_30_in_90_days", TODAY, events)).isEqualTo(.75f);
  }

  private static Event event(EventKind kind, String day) {
    return switch (kind) {
      case CART_FILLED -> new Cart(day, noon(day), Cart.Step.FILLED, 1);
      case CART_ABANDONED -> new Cart(day, noon(day), Cart.Step.ABANDONED, 1);
      case MESSAGE_SENT -> new Message(day, noon(day), Message.Step.SENT, "email");
      case MESSAGE_OPENED -> new Message(day, noon(day), Message.Step.OPENED, "email");
      case MESSAGE_CLICKED -> new Message(day, noon(day), Message.Step.CLICKED, "email");
      case RETURN -> new Return(day, noon(day), 1, 1);
      case SUPPORT_CONTACT -> new SupportContact(day, noon(day), "phone", "");
      case ORDER,
          VISIT,
          SUBSCRIPTION_STARTED,
          SUBSCRIPTION_RENEWED,
          SUBSCRIPTION_CANCELLED,
          CUSTOM ->
          throw new IllegalArgumentException("has tests of its own");
    };
  }

  @Test
  void messagesOfLateAndByChannel() {
    Event[] events = {
      new Message("1", noon("2026-06-10"), Message.Step.SENT, "email"),
      new Message("2", noon("2026-06-12"), Message.Step.SENT, "email"),
      new Message("3", noon("2026-06-12"), Message.Step.OPENED, "email"),
      new Message("4", noon("2026-06-13"), Message.Step.CLICKED, "email"),
      new Message("5", noon("2026-06-14"), Message.Step.SENT, "push")
    };
    assertThat(value("messages_sent_last_30_days", TODAY, events)).isEqualTo(3);
    assertThat(value("messages_opened_last_30_days", TODAY, events)).isEqualTo(1);
    assertThat(value("days_since_message_opened", TODAY, events)).isEqualTo(18);
    assertThat(value("days_since_message_clicked", TODAY, events)).isEqualTo(17);
    Map<String, Float> row = row(History.of(List.of(events), List.of()));
    assertThat(row.get("message_open_share:email")).isEqualTo(.5f);
    assertThat(row.get("message_click_share:email")).isEqualTo(.5f);
    assertThat(row.get("message_open_share:push")).isZero();
    assertThat(row.get("message_open_share:sms")).isNaN();
  }

  @Test
  void subscriptionsRunChangeAndEnd() {
    Event[] events = {
      subscription("1", "2026-01-01", Subscription.Step.STARTED, "basic", 10),
      subscription("2", "2026-02-01", Subscription.Step.RENEWED, "basic", 10),
      subscription("3", "2026-03-01", Subscription.Step.RENEWED, "pro", 30)
    };
    assertThat(value("subscription_active", TODAY, events)).isOne();
    assertThat(value("subscription_tenure_days", TODAY, events)).isEqualTo(180);
    assertThat(value("subscription_value", TODAY, events)).isEqualTo(30);
    assertThat(value("subscription_renewal_count", TODAY, events)).isEqualTo(2);
    assertThat(value("plan_change_count", TODAY, events)).isEqualTo(1);
    assertThat(row(History.of(List.of(events), List.of())).get("plan:pro")).isOne();
    assertThat(row(History.of(List.of(events), List.of())).get("plan:basic")).isZero();
    Event[] left = {events[0], subscription("9", "2026-04-01", Subscription.Step.CANCELLED, "", 0)};
    assertThat(value("subscription_active", TODAY, left)).isZero();
    assertThat(value("subscription_tenure_days", TODAY, left)).isNaN();
    assertThat(value("days_since_subscription_cancelled", TODAY, left)).isEqualTo(90);
    assertThat(value("subscription_active", TODAY, order("1", "2026-06-01", 1))).isNaN();
  }

  @Test
  void supportContactsOfLate() {
    Event[] events = {
      new SupportContact("1", noon("2026-06-20"), "phone", "delivery"),
      new SupportContact("2", noon("2026-04-20"), "phone", "delivery")
    };
    assertThat(value("support_contact_count", TODAY, events)).isEqualTo(2);
    assertThat(value("support_contacts_last_30_days", TODAY, events)).isEqualTo(1);
    assertThat(value("support_contacts_last_90_days", TODAY, events)).isEqualTo(2);
    assertThat(value("days_since_support_contact", TODAY, events)).isEqualTo(10);
  }

  @Test
  void ordersHaveTheirHourWeekdayAndSeasonByTheClocksOfTheCustomers() {
    // 2026-06-27 is a Saturday; 22:30 in summer is 20:30 UTC.
    Event[] events = {
      new Order("1", at("2026-06-27T22:30"), 1, 1, "", "", ""),
      new Order("2", at("2026-06-28T23:59:59"), 1, 1, "", "", ""),
      new Order("3", at("2026-06-29T00:00"), 1, 1, "", "", ""),
      new Order("4", at("2026-01-05T17:59:59"), 1, 1, "", "", "")
    };
    assertThat(value("weekend_order_share", TODAY, events)).isEqualTo(.5f);
    assertThat(value("evening_order_share", TODAY, events)).isEqualTo(.5f);
    assertThat(value("order_share_quarter_1", TODAY, events)).isEqualTo(.25f);
    assertThat(value("order_share_quarter_2", TODAY, events)).isEqualTo(.75f);
    assertThat(value("order_share_this_quarter", TODAY, events)).isEqualTo(.75f);
    assertThat(value("order_share_this_quarter", "2026-08-01", events)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aware       | v:2026-06-20",
        "considering | v:2026-06-20 v:2026-06-21",
        "considering | c:2026-06-20",
        "aware       | c:2026-05-20",
        "buying      | o:2026-06-01",
        "buying      | o:2026-01-01",
        "lapsed      | o:2025-12-31",
        "buying      | o:2026-05-01 o:2026-06-01",
        "loyal       | o:2026-05-01 o:2026-06-01 o:2026-06-10",
        "lapsed      | o:2026-01-01 o:2026-01-31 o:2026-03-01",
        "loyal       | o:2026-01-01 o:2026-03-01 o:2026-04-01"
      })
  void everyCustomerIsAtExactlyOneStage(String stage, String events) {
    Event[] made =
        Stream.of(events.split(" "))
            .map(text -> {
              String day = text.substring(2);
              return switch (text.charAt(0)) {
                case 'v' -> Sample.visit(text, day, 1);
                case 'c' -> new Cart(text, noon(day), Cart.Step.FILLED, 1);
                default -> order(text, day, 1);
              };
            })
            .toArray(Event[]::new);
    Map<String, Float> stages =
        Sample.SCHEMA.names().stream()
            .filter(name -> name.startsWith("journey_stage:"))
            .collect(Collectors.toMap(name -> name, name -> value(name, TODAY, made)));
    assertThat(stages).containsEntry("journey_stage:" + stage, 1f);
    assertThat(stages.values().stream().mapToDouble(Float::doubleValue).sum()).isOne();
  }

  @Test
  void whoDidSomethingWithinNinetyDaysIsActive() {
    Event sent = new Message("1", noon("2026-06-29"), Message.Step.SENT, "email");
    assertThat(value("active_last_90_days", TODAY, sent)).isZero();
    assertThat(value("active_last_90_days", TODAY, sent, Sample.visit("2", "2026-04-02", 1)))
        .isOne();
    assertThat(value("active_last_90_days", TODAY, sent, Sample.visit("2", "2026-04-01", 1)))
        .isZero();
  }

  @Test
  void productsAndStoresDivideTheMoneyByLines() {
    Order order =
        new Order(
            "1",
            noon("2026-06-01"),
            100,
            4,
            "books",
            "web",
            "",
            "novel",
            "north",
            List.of(
                new OrderLine("novel", "books", 60, 2),
                new OrderLine("yarn", "toys", 20, 1),
                new OrderLine("atlas", "books", 20, 1)));
    assertThat(value("product_count", TODAY, order)).isEqualTo(3);
    assertThat(value("top_product_share", TODAY, order)).isEqualTo(.6f);
    assertThat(value("product_diversity", TODAY, order)).isEqualTo(.56f);
    assertThat(value("category_diversity", TODAY, order)).isEqualTo(.32f);
    assertThat(value("store_count", TODAY, order)).isEqualTo(1);
    assertThat(value("top_store_share", TODAY, order)).isOne();
    assertThat(value("top_store_share", TODAY, order("1", "2026-06-01", 1))).isNaN();
    Map<String, Float> row = row(Sample.history(order));
    assertThat(row.get("product_share:novel")).isEqualTo(.6f);
    assertThat(row.get("favourite_category:books")).isOne();
    assertThat(row.get("favourite_category:toys")).isZero();
    assertThat(row.get("category_share:toys")).isEqualTo(.2f);
    assertThat(row.get("store_share:north")).isOne();
  }

  @Test
  void devicesReferrersAndOwnEventsHaveColumns() {
    History history =
        Sample.history(
            new Visit("1", noon("2026-06-01"), "app", 1, "mobile", "search"),
            new Visit("2", noon("2026-06-02"), "web", 1, "desktop", ""),
            new CustomEvent("3", noon("2026-06-03"), "webinar", 1, new TreeMap<>()));
    Map<String, Float> row = row(history);
    assertThat(row.get("device_share:mobile")).isEqualTo(.5f);
    assertThat(row.get("referrer_share:search")).isEqualTo(.5f);
    assertThat(row.get("visit_channel_share:app")).isEqualTo(.5f);
    assertThat(row.get("event_count:webinar")).isOne();
  }

  @Test
  void aLateEventIsUnseenUntilItIsKnown() {
    Event late = LateEvent.of(order("1", "2026-06-01", 7), noon("2026-06-05"));
    assertThat(value("order_count", "2026-06-04", late)).isNaN();
    assertThat(value("order_count", "2026-06-05", late)).isOne();
    assertThat(value("days_since_last_order", "2026-06-05", late)).isEqualTo(4);
    assertThat(LateEvent.of(order("1", "2026-06-01", 7), noon("2026-05-05")))
        .isEqualTo(order("1", "2026-06-01", 7));
  }

  @Test
  void namesOfFeaturesAreUnique() {
    List<String> names = Sample.SCHEMA.names();
    assertThat(Set.copyOf(names)).hasSameSizeAs(names);
  }

  private static Subscription subscription(
      String id, String day, Subscription.Step step, String plan, double amount) {
    return new Subscription(id, noon(day), step, plan, amount);
  }

  private static Map<String, Float> row(History history) {
    List<String> names =
        List.of(
            "message_open_share:email",
            "message_open_share:push",
            "message_open_share:sms",
            "message_click_share:email",
            "plan:pro",
            "plan:basic",
            "product_share:novel",
            "favourite_category:books",
            "favourite_category:toys",
            "category_share:toys",
            "store_share:north",
            "device_share:mobile",
            "referrer_share:search",
            "visit_channel_share:app",
            "event_count:webinar");
    FeatureSchema schema = FeatureSchema.of(Sample.STOCKHOLM, "SEK", List.of(), List.of(), names);
    float[] row = new Featurizer(schema).row(history, Sample.endOf(TODAY));
    Map<String, Float> byName = new TreeMap<>();
    for (int i = 0; i < row.length; i++) {
      byName.put(names.get(i), row[i]);
    }
    return byName;
  }
}
