package io.kindred.training;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.FeatureSchema;
import io.kindred.features.History;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import io.kindred.features.WordField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// Made-up histories in a schema's own words, for a bundle's golden rows: no real customer's data
/// leaves with a bundle.
final class GoldenCustomers {
  private static final int CUSTOMERS = 24;
  private static final int LONGEST_DAYS = 400;
  private static final int LATELY_DAYS = 45;

  private final FeatureSchema schema;
  private final Instant asOf;
  private final SplittableRandom random;
  private final GoldenWords words;
  private int turn;

  private GoldenCustomers(FeatureSchema schema, Instant asOf, long seed) {
    this.schema = schema;
    this.asOf = asOf;
    this.random = new SplittableRandom(seed);
    this.words = GoldenWords.of(schema);
  }

  /// From a customer nothing is known of to ones with dozens of events; a third of them are
  /// contacts of an account.
  static List<Customer> of(FeatureSchema schema, Instant asOf, long seed) {
    GoldenCustomers customers = new GoldenCustomers(schema, asOf, seed);
    List<Customer> made = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      made.add(
          new Customer(
              new CustomerId("golden-%d".formatted(i)),
              customers.history(3 * i),
              i % 3 == 1 ? customers.history(6 * i) : History.empty()));
    }
    return made;
  }

  private History history(int events) {
    List<Event> made = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Event event = event(kind(), "golden-%d".formatted(i), before());
      made.add(random.nextInt(6) == 0 ? late(event) : event);
    }
    List<Attribute> attributes = new ArrayList<>();
    for (AttributeDefinition attribute : schema.attributes()) {
      if (events > 0 && random.nextInt(4) > 0) {
        attributes.add(new Attribute(attribute.name(), value(attribute), before()));
      }
    }
    return History.of(made, attributes);
  }

  /// Every kind in turn, between as many orders again.
  private EventKind kind() {
    EventKind[] kinds = EventKind.values();
    return random.nextInt(2) == 0 ? EventKind.ORDER : kinds[turn++ % kinds.length];
  }

  private Event event(EventKind kind, String id, Instant time) {
    return switch (kind) {
      case ORDER -> order(id, time);
      case RETURN ->
          new Return(
              id,
              time,
              money(),
              pieces(),
              word(EventKind.RETURN, WordField.CATEGORY),
              word(EventKind.RETURN, WordField.PRODUCT));
      case VISIT ->
          new Visit(
              id,
              time,
              word(EventKind.VISIT, WordField.CHANNEL),
              pieces(),
              word(EventKind.VISIT, WordField.DEVICE),
              word(EventKind.VISIT, WordField.REFERRER));
      case CART_FILLED -> new Cart(id, time, Cart.Step.FILLED, money());
      case CART_ABANDONED -> new Cart(id, time, Cart.Step.ABANDONED, money());
      case MESSAGE_SENT -> message(id, time, Message.Step.SENT);
      case MESSAGE_OPENED -> message(id, time, Message.Step.OPENED);
      case MESSAGE_CLICKED -> message(id, time, Message.Step.CLICKED);
      case SUBSCRIPTION_STARTED -> subscription(id, time, Subscription.Step.STARTED);
      case SUBSCRIPTION_RENEWED -> subscription(id, time, Subscription.Step.RENEWED);
      case SUBSCRIPTION_CANCELLED -> subscription(id, time, Subscription.Step.CANCELLED);
      case SUPPORT_CONTACT ->
          new SupportContact(
              id,
              time,
              word(EventKind.SUPPORT_CONTACT, WordField.CHANNEL),
              word(EventKind.SUPPORT_CONTACT, WordField.TOPIC));
      case CUSTOM -> custom(id, time);
    };
  }

  private Order order(String id, Instant time) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      lines.add(
          new OrderLine(
              word(EventKind.ORDER, WordField.PRODUCT),
              word(EventKind.ORDER, WordField.CATEGORY),
              money(),
              pieces()));
    }
    return new Order(
        id,
        time,
        money(),
        pieces(),
        word(EventKind.ORDER, WordField.CATEGORY),
        word(EventKind.ORDER, WordField.CHANNEL),
        word(EventKind.ORDER, WordField.DISCOUNT),
        word(EventKind.ORDER, WordField.PRODUCT),
        word(EventKind.ORDER, WordField.STORE),
        lines);
  }

  private Message message(String id, Instant time, Message.Step step) {
    return new Message(
        id,
        time,
        step,
        word(EventKind.MESSAGE_SENT, WordField.CHANNEL),
        word(EventKind.MESSAGE_SENT, WordField.CAMPAIGN));
  }

  private Subscription subscription(String id, Instant time, Subscription.Step step) {
    return new Subscription(
        id, time, step, word(EventKind.SUBSCRIPTION_STARTED, WordField.PLAN), money());
  }

  private CustomEvent custom(String id, Instant time) {
    String name = word(EventKind.CUSTOM, WordField.NAME);
    SortedMap<String, String> properties = new TreeMap<>();
    words
        .properties()
        .forEach((property, known) -> {
          if (properties.size() < CustomEvent.MOST_PROPERTIES) {
            properties.put(property, word(known));
          }
        });
    return new CustomEvent(
        id, time, name.isEmpty() ? "another" : name, random.nextInt(-50, 50), properties);
  }

  /// Known some days after it happened, which may be only after the moment that rows are of.
  private Event late(Event event) {
    return new LateEvent(
        event, event.time().plus(Duration.ofHours(1 + random.nextInt(24 * LONGEST_DAYS))));
  }

  private AttributeValue value(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case NUMBER -> new AttributeValue.Quantity(random.nextInt(100));
      case SCALE ->
          new AttributeValue.ScalePoint(
              random.nextInt(attribute.lowest(), attribute.highest() + 1));
      case YES_NO -> new AttributeValue.YesNo(random.nextBoolean());
      case CATEGORY -> {
        String word = word(words.of(attribute));
        yield new AttributeValue.Category(word.isEmpty() ? "another" : word);
      }
      case MULTI_VALUE -> {
        SortedSet<String> chosen = new TreeSet<>(words.of(attribute));
        chosen.add("another");
        chosen.removeIf(_ -> random.nextBoolean());
        yield new AttributeValue.Words(chosen);
      }
      case DATE ->
          new AttributeValue.Day(
              LocalDate.ofInstant(asOf, schema.zone()).minusDays(random.nextInt(-100, 20_000)));
    };
  }

  /// Half the time lately, so that features of short windows are known too.
  private Instant before() {
    int days = random.nextBoolean() ? LATELY_DAYS : LONGEST_DAYS;
    return asOf.minus(Duration.ofMinutes(random.nextLong(Duration.ofDays(days).toMinutes())));
  }

  /// Whole cents, from little to much.
  private double money() {
    return Math.round(Math.exp(1 + 5 * random.nextDouble()) * 100) / 100.0;
  }

  private int pieces() {
    return 1 + random.nextInt(9);
  }

  private String word(EventKind kind, WordField field) {
    return word(words.of(kind, field));
  }

  /// Mostly one of the known words, at times one that no feature knows, or none.
  private String word(List<String> known) {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> "another";
      default -> known.isEmpty() ? "golden" : known.get(random.nextInt(known.size()));
    };
  }
}
