package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.TIME;
import static io.kindred.serving.service.Requests.features;
import static io.kindred.serving.service.Requests.order;
import static io.kindred.serving.service.Requests.request;
import static io.kindred.serving.service.Requests.row;
import static io.kindred.serving.service.Requests.scoreOptions;
import static io.kindred.serving.service.Requests.subject;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.Attribute;
import io.kindred.v1.BundleSelector;
import io.kindred.v1.Cart;
import io.kindred.v1.CartStep;
import io.kindred.v1.CustomEvent;
import io.kindred.v1.Day;
import io.kindred.v1.Event;
import io.kindred.v1.FeatureRow;
import io.kindred.v1.FeatureValue;
import io.kindred.v1.History;
import io.kindred.v1.Message;
import io.kindred.v1.MessageStep;
import io.kindred.v1.Order;
import io.kindred.v1.OrderLine;
import io.kindred.v1.Return;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.Subject;
import io.kindred.v1.Subscription;
import io.kindred.v1.SubscriptionStep;
import io.kindred.v1.SupportContact;
import io.kindred.v1.Visit;
import io.kindred.v1.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MalformedRequestTest {
  private static final String LONG = "x".repeat(1_001);
  private static final String TOO_LONG = "has 1001 characters (expected at most 1000)";

  private static TinyServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TinyServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// A request with one bad field, and what is said of it.
  record Case(ScoreRequest request, String violation) {
    @Override
    public String toString() {
      return violation;
    }
  }

  static final List<Case> CASES =
      List.of(
          // Subjects.
          new Case(
              ScoreRequest.getDefaultInstance(),
              "subject.known_by is missing (expected one of history, feature_row)"),
          // Events.
          event(
              order("", 1),
              "id is empty (expected a text that no other event of the customer has)"),
          event(order("🛒".repeat(257), 1), "id has 257 characters (expected at most 256)"),
          event(order("1", 1).clearTime(), "time is missing (expected when it happened)"),
          event(
              order("1", 1).setTime(Timestamp.newBuilder().setSeconds(253_402_300_800L)),
              "time has 253402300800 seconds and 0 nanos (expected a time in the years 1700 to 2199, nanos 0 to 999,999,999)"),
          event(
              order("1", 1).setTime(Timestamp.newBuilder().setSeconds(-8_520_336_001L)),
              "time has -8520336001 seconds and 0 nanos (expected a time in the years 1700 to 2199, nanos 0 to 999,999,999)"),
          event(
              order("1", 1).setKnownSince(Timestamp.newBuilder().setSeconds(7_258_118_400L)),
              "known_since has 7258118400 seconds and 0 nanos (expected a time in the years 1700 to 2199, nanos 0 to 999,999,999)"),
          event(
              order("1", 1).setTime(Timestamp.newBuilder().setNanos(-1)),
              "time has 0 seconds and -1 nanos (expected a time in the years 1700 to 2199, nanos 0 to 999,999,999)"),
          event(
              Requests.event("1"),
              "kind is missing (expected one of order, returned, visit, cart, message, subscription, support_contact, custom)"),
          event(
              order("1", -3),
              "order.amount is -3.0 (expected a number from 0 to 1e12; send money back as a Return)"),
          event(
              order("1", Double.NaN),
              "order.amount is NaN (expected a number from 0 to 1e12; send money back as a Return)"),
          event(
              order("1", Double.POSITIVE_INFINITY),
              "order.amount is Infinity (expected a number from 0 to 1e12; send money back as a Return)"),
          event(
              order("1", 2e12),
              "order.amount is 2.0E12 (expected a number from 0 to 1e12; send money back as a Return)"),
          event(
              Requests.event("1").setOrder(Order.newBuilder().setItems(-1)),
              "order.items is -1.0 (expected a number from 0 to 1e12; send goods back as a Return)"),
          event(
              orderWith(order -> order.setCurrency("EUR")),
              "order.currency is 'EUR' (expected SEK, the bundle's, or none; convert the amounts)"),
          event(
              orderWith(order -> order.setCurrency("sek")),
              "order.currency is 'sek' (expected SEK, the bundle's, or none; convert the amounts)"),
          event(orderWith(order -> order.setCategory(LONG)), "order.category " + TOO_LONG),
          event(orderWith(order -> order.setChannel(LONG)), "order.channel " + TOO_LONG),
          event(orderWith(order -> order.setDiscount(LONG)), "order.discount " + TOO_LONG),
          event(orderWith(order -> order.setProduct(LONG)), "order.product " + TOO_LONG),
          event(orderWith(order -> order.setStore(LONG)), "order.store " + TOO_LONG),
          event(
              orderWith(order -> {
                for (int i = 0; i < 10_001; i++) {
                  order.addLinesBuilder();
                }
              }),
              "order.lines has 10001 items (expected at most 10000)"),
          event(
              orderWith(order -> order.addLinesBuilder().setProduct(LONG)),
              "order.lines[0].product " + TOO_LONG),
          event(
              orderWith(order -> order.addLinesBuilder().setCategory(LONG)),
              "order.lines[0].category " + TOO_LONG),
          event(
              orderWith(
                  order -> order.addLines(OrderLine.newBuilder()).addLinesBuilder().setAmount(-1)),
              "order.lines[1].amount is -1.0 (expected a number from 0 to 1e12; send money back as a Return)"),
          event(
              orderWith(order -> order.addLinesBuilder().setItems(Double.NaN)),
              "order.lines[0].items is NaN (expected a number from 0 to 1e12; send goods back as a Return)"),
          event(
              Requests.event("1").setReturned(Return.newBuilder().setAmount(-1)),
              "returned.amount is -1.0 (expected a number from 0 to 1e12; money back is a positive sum here)"),
          event(
              Requests.event("1").setReturned(Return.newBuilder().setItems(-2)),
              "returned.items is -2.0 (expected a number from 0 to 1e12; pieces back are a positive count here)"),
          event(
              Requests.event("1").setReturned(Return.newBuilder().setCategory(LONG)),
              "returned.category " + TOO_LONG),
          event(
              Requests.event("1").setReturned(Return.newBuilder().setProduct(LONG)),
              "returned.product " + TOO_LONG),
          event(
              Requests.event("1").setVisit(Visit.newBuilder().setChannel(LONG)),
              "visit.channel " + TOO_LONG),
          event(
              Requests.event("1").setVisit(Visit.newBuilder().setDevice(LONG)),
              "visit.device " + TOO_LONG),
          event(
              Requests.event("1").setVisit(Visit.newBuilder().setReferrer(LONG)),
              "visit.referrer " + TOO_LONG),
          event(
              Requests.event("1").setVisit(Visit.newBuilder().setPages(-1)),
              "visit.pages is -1.0 (expected a number from 0 to 1e12; 0 where it is unknown)"),
          event(
              Requests.event("1")
                  .setCart(Cart.newBuilder().setStep(CartStep.CART_STEP_FILLED).setValue(-1)),
              "cart.value is -1.0 (expected a number from 0 to 1e12; 0 where it is unknown)"),
          event(
              Requests.event("1").setCart(Cart.getDefaultInstance()),
              "cart.step is 0 (expected CART_STEP_FILLED or CART_STEP_ABANDONED)"),
          event(
              Requests.event("1").setMessage(Message.newBuilder().setStepValue(9)),
              "message.step is 9 (expected MESSAGE_STEP_SENT, MESSAGE_STEP_OPENED or MESSAGE_STEP_CLICKED)"),
          event(
              Requests.event("1")
                  .setMessage(
                      Message.newBuilder().setStep(MessageStep.MESSAGE_STEP_SENT).setChannel(LONG)),
              "message.channel " + TOO_LONG),
          event(
              Requests.event("1")
                  .setMessage(
                      Message.newBuilder()
                          .setStep(MessageStep.MESSAGE_STEP_SENT)
                          .setCampaign(LONG)),
              "message.campaign " + TOO_LONG),
          event(
              Requests.event("1").setSubscription(Subscription.getDefaultInstance()),
              "subscription.step is 0 (expected SUBSCRIPTION_STEP_STARTED, SUBSCRIPTION_STEP_RENEWED or SUBSCRIPTION_STEP_CANCELLED)"),
          event(
              Requests.event("1").setSubscription(started().setPlan(LONG)),
              "subscription.plan " + TOO_LONG),
          event(
              Requests.event("1").setSubscription(started().setAmount(-1)),
              "subscription.amount is -1.0 (expected a number from 0 to 1e12; send money back as a Return)"),
          event(
              Requests.event("1").setSupportContact(SupportContact.newBuilder().setChannel(LONG)),
              "support_contact.channel " + TOO_LONG),
          event(
              Requests.event("1").setSupportContact(SupportContact.newBuilder().setTopic(LONG)),
              "support_contact.topic " + TOO_LONG),
          event(
              Requests.event("1").setCustom(CustomEvent.newBuilder().setName(" ")),
              "custom.name is blank (expected its kind, such as webinar_attended)"),
          event(
              Requests.event("1").setCustom(CustomEvent.newBuilder().setName(LONG)),
              "custom.name " + TOO_LONG),
          event(
              Requests.event("1").setCustom(webinar().setValue(-1e19)),
              "custom.value is -1.0E19 (expected a number from -1e18 to 1e18; leave an unknown value out)"),
          event(
              Requests.event("1")
                  .setCustom(
                      webinar()
                          .putProperties("1", "a")
                          .putProperties("2", "b")
                          .putProperties("3", "c")
                          .putProperties("4", "d")
                          .putProperties("5", "e")),
              "custom.properties has 5 items (expected at most 4)"),
          event(
              Requests.event("1").setCustom(webinar().putProperties("a=b", "c")),
              "custom.properties['a=b'] has a blank name or one with a '=' (expected such as 'topic')"),
          event(
              Requests.event("1").setCustom(webinar().putProperties("", "c")),
              "custom.properties[''] has a blank name or one with a '=' (expected such as 'topic')"),
          event(
              Requests.event("1").setCustom(webinar().putProperties(LONG, "c")),
              "custom.properties['%s...'] has a name of 1001 characters (expected at most 1000)"
                  .formatted("x".repeat(64))),
          event(
              Requests.event("1").setCustom(webinar().putProperties("topic", LONG)),
              "custom.properties['topic'] " + TOO_LONG),
          new Case(
              request(subject(order("1", 1), order("1", 1), order("1", 2))),
              "subject.history.events[2].id is the id of events[0] too (expected one event an id; a repeated id must repeat the whole event)"),
          new Case(
              request(manyEvents(100_001)),
              "subject.history.events has 100001 items (expected at most 100000)"),
          new Case(
              request(manyAttributes(10_001)),
              "subject.history.attributes has 10001 items (expected at most 10000)"),
          // Attributes.
          attribute(
              Attribute.newBuilder().setName("aeg").setNumber(1).setKnownSince(TIME),
              "name is 'aeg', which is no attribute of this bundle (did you mean 'age'?)"),
          attribute(
              Attribute.newBuilder().setName("age").setNumber(1),
              "known_since is missing (expected when it was learned)"),
          attribute(
              known("age"), "value is missing (expected a number; leave an unknown attribute out)"),
          attribute(known("age").setCategory("x"), "value is a category (expected a number)"),
          attribute(
              known("age").setNumber(Double.NaN),
              "number is NaN (expected a number from -1e18 to 1e18; leave an unknown value out)"),
          attribute(known("country").setYesNo(true), "value is a yes_no (expected a category)"),
          attribute(
              known("country").setCategory(" "),
              "category is blank (expected a word; leave an unknown attribute out)"),
          attribute(
              known("thrift").setNumber(3),
              "value is a number (expected a scale_point from 1 to 5)"),
          attribute(
              known("thrift").setScalePoint(6),
              "scale_point is 6 (expected a scale_point from 1 to 5)"),
          attribute(known("member").setScalePoint(1), "value is a scale_point (expected a yes_no)"),
          attribute(known("country").setCategory(LONG), "category " + TOO_LONG),
          attribute(
              known("age").setWords(Words.getDefaultInstance()),
              "value is words (expected a number)"),
          attribute(
              known("age").setDay(Day.getDefaultInstance()), "value is a day (expected a number)"),
          attribute(
              known("interests").setCategory("books"), "value is a category (expected words)"),
          attribute(
              known("interests").setWords(Words.newBuilder().addValues("books").addValues(" ")),
              "words.values[1] is blank (expected a word; leave it out where there is none)"),
          attribute(
              known("interests").setWords(Words.newBuilder().addValues("books\ngarden")),
              "words.values[0] has a line break (expected a word)"),
          attribute(
              known("interests").setWords(Words.newBuilder().addValues(LONG)),
              "words.values[0] " + TOO_LONG),
          attribute(
              known("interests")
                  .setWords(Words.newBuilder().addAllValues(Collections.nCopies(1_001, "a"))),
              "words.values has 1001 items (expected at most 1000)"),
          attribute(known("birthday").setNumber(1970), "value is a number (expected a day)"),
          attribute(
              known("birthday").setDay(day(2026, 2, 29)),
              "day is year 2026, month 2, day 29 (expected a day of the calendar in the years 1700 to 2199)"),
          attribute(
              known("birthday").setDay(Day.getDefaultInstance()),
              "day is year 0, month 0, day 0 (expected a day of the calendar in the years 1700 to 2199)"),
          attribute(
              known("birthday").setDay(day(2200, 1, 1)),
              "day is year 2200, month 1, day 1 (expected a day of the calendar in the years 1700 to 2199)"),
          attribute(
              known("birthday").setDay(day(Integer.MAX_VALUE, Integer.MIN_VALUE, 1)),
              "day is year 2147483647, month -2147483648, day 1 (expected a day of the calendar in the years 1700 to 2199)"),
          // Accounts.
          new Case(
              request(
                  subject().toBuilder()
                      .setHistory(History.getDefaultInstance())
                      .setAccountHistory(History.newBuilder().addEvents(order("1", -3)))
                      .build()),
              "subject.account_history.events[0].order.amount is -3.0 (expected a number from 0 to 1e12; send money back as a Return)"),
          new Case(
              request(
                  row(features("order_count", 1)).toBuilder()
                      .setAccountHistory(History.getDefaultInstance())
                      .build()),
              "subject.account_history stands without history (expected beside history only: a feature row has the account's features in itself)"),
          // Feature rows.
          value(
              features("order_cuont", 1),
              "name is 'order_cuont', which is no feature of this bundle (did you mean 'order_count'?)"),
          value(
              features("order_count", Double.NEGATIVE_INFINITY),
              "number is -Infinity (expected a number from -1e18 to 1e18; leave an unknown value out)"),
          value(features("order_count", -1), "number is -1.0 (expected a number >= 0, in orders)"),
          value(features("attribute:member", .5), "number is 0.5 (expected 0 or 1, or yes_no)"),
          value(
              FeatureRow.newBuilder()
                  .addValues(FeatureValue.newBuilder().setName("order_count").setYesNo(true)),
              "value is a yes_no (expected a number, in orders)"),
          value(
              FeatureRow.newBuilder()
                  .addValues(
                      FeatureValue.newBuilder().setName("attribute:member").setCategory("x")),
              "value is a category (expected a yes_no)"),
          value(
              FeatureRow.newBuilder().addValues(FeatureValue.newBuilder().setName("order_count")),
              "value is missing (expected a number; leave an unknown feature out)"),
          new Case(
              request(row(features("order_count", 1, "order_count", 1))),
              "subject.feature_row.values[1].name is that of values[0] too (expected each feature once)"),
          // Options.
          new Case(
              request(
                  scoreOptions()
                      .setAsOf(
                          Times.toMessage(TinyShop.NOW.plus(Duration.ofDays(1)).plusSeconds(1)))),
              "options.as_of is 2026-07-02T22:00:00Z (expected at most a day after the server's clock, which says 2026-07-01T21:59:59Z)"),
          new Case(
              request(scoreOptions().setAsOf(Timestamp.newBuilder().setNanos(1_000_000_000))),
              "options.as_of has 0 seconds and 1000000000 nanos (expected a time in the years 1700 to 2199, nanos 0 to 999,999,999)"),
          new Case(
              request(scoreOptions().setViewValue(7)),
              "options.view is 7 (expected SCORE_VIEW_BASIC or SCORE_VIEW_FULL)"),
          new Case(
              request(scoreOptions().addTargets("purchases")),
              "options.targets[0] is 'purchases', which is no target of this bundle (did you mean 'purchase'?)"),
          new Case(
              request(scoreOptions().addTargets("churn").addTargets("churn")),
              "options.targets[1] is 'churn' again (expected each target once)"),
          new Case(
              request(scoreOptions().setLanguage("de")),
              "options.language is 'de' (expected one of Bundle.languages: en, sv)"),
          new Case(
              request(scoreOptions().setCoverage(.9)),
              "options.coverage is 0.9 (expected one of Bundle.coverage_levels: [0.8, 0.6, 0.95])"),
          new Case(
              request(scoreOptions().setCoverage(Double.NaN)),
              "options.coverage is NaN (expected one of Bundle.coverage_levels: [0.8, 0.6, 0.95])"),
          new Case(
              request(scoreOptions().setBundle(BundleSelector.newBuilder().setBundleId("abc"))),
              "options.bundle.bundle_id is 'abc' (expected 64 hexadecimal digits, as in Score.bundle_id)"),
          new Case(
              request(scoreOptions().setBundle(BundleSelector.newBuilder().setAliasValue(8))),
              "options.bundle.alias is 8 (expected BUNDLE_ALIAS_CHAMPION)"));

  @ParameterizedTest
  @FieldSource("CASES")
  void aBadFieldIsNamedWithWhatWasExpected(Case malformed) {
    Refused refused =
        Refused.of(
            () -> ScoringServiceGrpc.newBlockingStub(server.channel()).score(malformed.request()));

    assertThat(refused)
        .isEqualTo(
            new Refused(
                Status.Code.INVALID_ARGUMENT,
                malformed.violation(),
                List.of(malformed.violation())));
  }

  private static Event.Builder orderWith(Consumer<Order.Builder> change) {
    Event.Builder event = Requests.event("1");
    change.accept(event.getOrderBuilder());
    return event;
  }

  private static Subscription.Builder started() {
    return Subscription.newBuilder().setStep(SubscriptionStep.SUBSCRIPTION_STEP_STARTED);
  }

  private static CustomEvent.Builder webinar() {
    return CustomEvent.newBuilder().setName("webinar_attended");
  }

  private static Day.Builder day(int year, int month, int day) {
    return Day.newBuilder().setYear(year).setMonth(month).setDay(day);
  }

  private static Case event(Event.Builder event, String violation) {
    return new Case(request(subject(event)), "subject.history.events[0]." + violation);
  }

  private static Case attribute(Attribute.Builder attribute, String violation) {
    History.Builder history = History.newBuilder().addAttributes(attribute);
    return new Case(
        request(Subject.newBuilder().setHistory(history).build()),
        "subject.history.attributes[0]." + violation);
  }

  private static Case value(FeatureRow.Builder row, String violation) {
    return new Case(request(row(row)), "subject.feature_row.values[0]." + violation);
  }

  private static Attribute.Builder known(String name) {
    return Attribute.newBuilder().setName(name).setKnownSince(TIME);
  }

  private static Subject manyEvents(int count) {
    Subject.Builder subject = Subject.newBuilder();
    for (int i = 0; i < count; i++) {
      subject.getHistoryBuilder().addEventsBuilder();
    }
    return subject.build();
  }

  private static Subject manyAttributes(int count) {
    Subject.Builder subject = Subject.newBuilder();
    for (int i = 0; i < count; i++) {
      subject.getHistoryBuilder().addAttributesBuilder();
    }
    return subject.build();
  }
}
