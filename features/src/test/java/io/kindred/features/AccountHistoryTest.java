package io.kindred.features;

import static io.kindred.features.Sample.noon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountHistoryTest {
  private static final Instant NOON = noon("2026-01-01");
  private static final OrderLine LINE = new OrderLine("p", "c", 3, 1);
  private static final Attribute SIZE =
      new Attribute("employees", new AttributeValue.Quantity(40), NOON);
  private static final Attribute AGE = new Attribute("age", new AttributeValue.Quantity(40), NOON);

  @Test
  void itHasItsOwnEventsAndAttributesAndTheContactsEvents() {
    History own = History.of(List.of(visit("visit:1")), List.of(SIZE));
    History ann = History.of(List.of(visit("visit:1")), List.of(AGE));
    History bo = History.of(List.of(visit("visit:1"), visit("visit:2")), List.of());

    History account =
        AccountHistory.of(own, Map.of(new CustomerId("ann"), ann, new CustomerId("bo"), bo));

    assertThat(account)
        .isEqualTo(
            History.of(
                List.of(
                    visit("visit:1"),
                    visit("ann/visit:1"),
                    visit("bo/visit:1"),
                    visit("bo/visit:2")),
                List.of(SIZE)));
  }

  @Test
  void anEventOfAnyKindDiffersInItsIdOnly() {
    List<Event> events =
        List.of(
            new Order("1", NOON, 3, 1, "c", "web", "X", "p", "s", List.of(LINE)),
            new Return("1", NOON, 3, 1, "c", "p"),
            new Visit("1", NOON, "web", 2, "mobile", "search"),
            new Cart("1", NOON, Cart.Step.ABANDONED, 3),
            new Message("1", NOON, Message.Step.OPENED, "email", "sale"),
            new Subscription("1", NOON, Subscription.Step.RENEWED, "pro", 9),
            new SupportContact("1", NOON, "phone", "delivery"),
            new CustomEvent("1", NOON, "webinar", -2, new TreeMap<>(Map.of("topic", "pricing"))));

    for (Event event : events) {
      Event late = LateEvent.of(event, NOON.plusSeconds(60));
      assertThat(AccountHistory.eventOf(new CustomerId("ann"), event).toString())
          .isEqualTo(event.toString().replace("id=1,", "id=ann/1,"));
      assertThat(AccountHistory.eventOf(new CustomerId("ann"), late).toString())
          .isEqualTo(late.toString().replace("id=1,", "id=ann/1,"));
    }
  }

  @Test
  void noTwoContactsGiveTheirEventsOneId() {
    assertThat(AccountHistory.eventOf(new CustomerId("a/b"), visit("c")).id())
        .isEqualTo("a%2Fb/c")
        .isNotEqualTo(AccountHistory.eventOf(new CustomerId("a"), visit("b/c")).id());
    assertThat(AccountHistory.eventOf(new CustomerId("a%2Fb"), visit("c")).id())
        .isEqualTo("a%252Fb/c");
  }

  private static Visit visit(String id) {
    return new Visit(id, NOON, "web", 1);
  }
}
