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
import io.kindred.features.Feature;
import io.kindred.features.FeatureNames;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// Made-up histories in a schema's own words, for a bundle's golden rows: no real customer's data
/// leaves with a bundle.
final class GoldenCustomers {
  private static final int CUSTOMERS = 24;
  private static final int LONGEST_DAYS = 400;

  private final FeatureSchema schema;
  private final Instant asOf;
  private final SplittableRandom random;
  private final List<String> categories;
  private final List<String> channels;
  private int turn;

  private GoldenCustomers(FeatureSchema schema, Instant asOf, long seed) {
    this.schema = schema;
    this.asOf = asOf;
    this.random = new SplittableRandom(seed);
    this.categories = words(schema, FeatureNames.CATEGORY_SHARE);
    this.channels = words(schema, FeatureNames.CHANNEL_SHARE);
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
              customers.history(i),
              i % 3 == 1 ? customers.history(2 * i) : History.empty()));
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
          new Return(id, time, money(), pieces(), word(categories), maybe("golden product"));
      case VISIT ->
          new Visit(
              id,
              time,
              word(channels),
              pieces(),
              random.nextBoolean() ? "mobile" : "desktop",
              maybe("search"));
      case CART_FILLED -> new Cart(id, time, Cart.Step.FILLED, money());
      case CART_ABANDONED -> new Cart(id, time, Cart.Step.ABANDONED, money());
      case MESSAGE_SENT -> message(id, time, Message.Step.SENT);
      case MESSAGE_OPENED -> message(id, time, Message.Step.OPENED);
      case MESSAGE_CLICKED -> message(id, time, Message.Step.CLICKED);
      case SUBSCRIPTION_STARTED -> subscription(id, time, Subscription.Step.STARTED);
      case SUBSCRIPTION_RENEWED -> subscription(id, time, Subscription.Step.RENEWED);
      case SUBSCRIPTION_CANCELLED -> subscription(id, time, Subscription.Step.CANCELLED);
      case SUPPORT_CONTACT -> new SupportContact(id, time, "phone", maybe("delivery"));
      case CUSTOM ->
          new CustomEvent(
              id,
              time,
              "golden_event",
              random.nextInt(-50, 50),
              new TreeMap<>(Map.of("topic", maybe("golden"))));
    };
  }

  private Order order(String id, Instant time) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      lines.add(
          new OrderLine("golden product %d".formatted(i), word(categories), money(), pieces()));
    }
    return new Order(
        id,
        time,
        money(),
        pieces(),
        word(categories),
        word(channels),
        random.nextInt(3) == 0 ? "GOLDEN" : "",
        maybe("golden product"),
        maybe("golden store"),
        lines);
  }

  private Message message(String id, Instant time, Message.Step step) {
    return new Message(id, time, step, random.nextBoolean() ? "email" : "push", maybe("golden"));
  }

  private Subscription subscription(String id, Instant time, Subscription.Step step) {
    return new Subscription(id, time, step, random.nextBoolean() ? "basic" : "pro", money());
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
        String word = word(knownWords(attribute));
        yield new AttributeValue.Category(word.isEmpty() ? "another" : word);
      }
      case MULTI_VALUE -> {
        SortedSet<String> words = new TreeSet<>(knownWords(attribute));
        words.add("another");
        words.removeIf(_ -> random.nextBoolean());
        yield new AttributeValue.Words(words);
      }
      case DATE ->
          new AttributeValue.Day(
              LocalDate.ofInstant(asOf, schema.zone()).minusDays(random.nextInt(-100, 20_000)));
    };
  }

  private List<String> knownWords(AttributeDefinition attribute) {
    return words(schema, FeatureNames.ATTRIBUTE + attribute.name() + "=");
  }

  private Instant before() {
    return asOf.minus(
        Duration.ofMinutes(random.nextLong(Duration.ofDays(LONGEST_DAYS).toMinutes())));
  }

  /// Whole cents, from little to much.
  private double money() {
    return Math.round(Math.exp(1 + 5 * random.nextDouble()) * 100) / 100.0;
  }

  private int pieces() {
    return 1 + random.nextInt(9);
  }

  private String maybe(String word) {
    return random.nextBoolean() ? word : "";
  }

  private String word(List<String> words) {
    return words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
  }

  private static List<String> words(FeatureSchema schema, String prefix) {
    return schema.features().stream()
        .map(Feature::name)
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }
}
