package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.CustomEvent;
import io.kindred.features.Event;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything customers leave behind besides what shops have had from the beginning.
class EventKindsTest {
  private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void subscriptionsHaveAStepAPlanAndAnAmount() {
    assertThat(
            events(
                """
                id,who,when,what,plan,price
                7,a,2025-01-01,start,pro,9.50
                7,a,2025-01-02,renew,pro,9.50
                7,a,2025-01-03,end,,
                """,
                """
                subscriptions:
                      id: id
                      step: {column: what, words: {start: started, renew: renewed, end: cancelled}}
                      plan: plan
                      amount: {column: price, blank: 0}
                """))
        .containsExactly(
            new Subscription("subscription.started:7", DAY, Subscription.Step.STARTED, "pro", 9.5),
            new Subscription(
                "subscription.renewed:7", day(2), Subscription.Step.RENEWED, "pro", 9.5),
            new Subscription(
                "subscription.cancelled:7", day(3), Subscription.Step.CANCELLED, "", 0));
  }

  @Test
  void supportHasAChannelAndATopic() {
    assertThat(
            events(
                "id,who,when,how,about\n7,a,2025-01-01,phone,delivery\n",
                "support: {id: id, channel: how, topic: about}"))
        .containsExactly(new SupportContact("support:7", DAY, "phone", "delivery"));
  }

  @Test
  void aTableMayHaveSeveralKindsOfCustomEvents() {
    assertThat(
            events(
                """
                who,when,minutes,topic,speaker,stars
                a,2025-01-01,45,pricing,,
                a,2025-01-02,,,,-2
                """,
                """
                custom:
                      - name: {constant: webinar_attended}
                        where: {column: minutes, blank: false}
                        value: minutes
                        properties: {topic: topic, speaker: speaker, medium: {constant: web}}
                      - name: {constant: rated}
                        where: {column: stars, blank: false}
                        value: stars
                """))
        .containsExactly(
            new CustomEvent(
                "custom.webinar_attended:rows.csv#2",
                DAY,
                "webinar_attended",
                45,
                new TreeMap<>(Map.of("topic", "pricing", "medium", "web"))),
            new CustomEvent("custom.rated:rows.csv#3", day(2), "rated", -2, new TreeMap<>()));
  }

  @Test
  void theNameOfACustomEventMayStandInAColumn() {
    assertThat(
            events(
                "id,who,when,what\n1,a,2025-01-01,demo\n1,a,2025-01-02,trial\n",
                "custom: {id: id, name: what}"))
        .containsExactly(
            new CustomEvent("custom.demo:1", DAY, "demo", 0, new TreeMap<>()),
            new CustomEvent("custom.trial:1", day(2), "trial", 0, new TreeMap<>()));
  }

  @Test
  void otherKindsHaveWordsOfTheirOwn() {
    assertThat(
            events(
                "id,who,when,v,w\n1,a,2025-01-01,x,y\n",
                """
                orders: {id: id, amount: id, product: v, store: w}
                    returns: {id: id, amount: id, product: v, category: w}
                    visits: {id: id, device: v, referrer: w}
                    messages: {id: id, step: {constant: sent}, campaign: v}
                """))
        .containsExactly(
            new Order("order:1", DAY, 1, 0, "", "", "", "x", "y", List.of()),
            new Return("return:1", DAY, 1, 0, "y", "x"),
            new Visit("visit:1", DAY, "", 0, "x", "y"),
            new Message("message.sent:1", DAY, Message.Step.SENT, "", "x"));
  }

  @Test
  void theyAreCounted() {
    Dataset dataset =
        shop(
                "id,who,when\n1,a,2025-01-01\n2,a,2025-01-01\n",
                """
                subscriptions: {where: {column: id, is: "1"}, step: {constant: started}}
                    support: {}
                    custom:
                      - {name: {constant: one}}
                      - {name: {constant: other}}
                """)
            .read();

    assertThat(dataset.summary().events())
        .isEqualTo(new DatasetSummary.EventCounts(0, 0, 0, 0, 0, 1, 2, 4));
    assertThat(dataset.summary().events().all()).isEqualTo(7);
  }

  @Test
  void aCustomEventWithoutANameIsRefused() {
    refused(
        shop("who,when,what\na,2025-01-01,\n", "custom: {name: what}"),
        "rows.csv:2: the name of a custom event is blank (expected what happened, such as"
            + " webinar_attended; leave such rows out with where: {column: ..., blank: false})");
    refused(
        shop("who,when,what\na,2025-01-01,x\n", "custom: [{value: what}]"),
        "dataset.yaml:6:14: tables[0].custom[0]: name is missing (expected the column that says what"
            + " happened, or {constant: ...})");
  }

  @Test
  void aCustomEventHasAtMostFourProperties() {
    refused(
        shop(
            "who,when,v\na,2025-01-01,x\n",
            "custom: [{name: v, properties: {a: v, b: v, c: v, d: v, e: v}}]"),
        "dataset.yaml:6:14: tables[0].custom[0]: properties has 5 words (expected at most 4; leave out"
            + " those no feature needs)");
    refused(
        shop("who,when,v\na,2025-01-01,x\n", "custom: [{name: v, properties: {a=b: v}}]"),
        "dataset.yaml:6:14: tables[0].custom[0]: properties has \"a=b\" (expected a name without '=')");
  }

  @Test
  void aSingleCustomEventIsRefusedWhereItStands() {
    refused(
        shop("who,when,v\na,2025-01-01,x\n", "custom: {value: v}"),
        "dataset.yaml:6:13: tables[0].custom[0]: name is missing (expected the column that says what"
            + " happened, or {constant: ...})");
    refused(
        shop("who,when,v\na,2025-01-01,x\n", "custom: {nmae: v}"),
        "dataset.yaml:6:14: unknown key \"nmae\" in tables[0].custom[0] (known: id, knownSince, name,"
            + " properties, time, value, where; did you mean \"name\"?)");
  }

  @Test
  void aSubscriptionNeedsAStep() {
    refused(
        shop("who,when,v\na,2025-01-01,x\n", "subscriptions: {plan: v}"),
        "dataset.yaml:6:20: tables[0].subscriptions: step is missing (expected a column that says"
            + " started, renewed, cancelled, or {constant: ...})");
  }

  @Test
  void aSubscriptionCostsNothingBelowZero() {
    refused(
        shop(
            "who,when,v\na,2025-01-01,-3\n",
            "subscriptions: {step: {constant: started}, amount: v}"),
        "rows.csv:2: amount of a subscription is -3, from column v (expected >= 0; map money back"
            + " under returns)");
  }

  private List<Event> events(String csv, String mapped) {
    return shop(csv, mapped).read().customers().getFirst().history().events();
  }

  private Shop shop(String csv, String mapped) {
    return new Shop(folder)
        .with("rows.csv", csv)
        .mapped(
            """
            name: Shop
            tables:
              - files: rows.csv
                customer: who
                time: when
                %s
            """
                .formatted(mapped));
  }

  /// A day of January.
  private static Instant day(int number) {
    return DAY.plusSeconds((number - 1) * 86_400L);
  }
}
