package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;

/// Made-up events and knowledge of one customer, the same for the same seed: every kind of event
/// and of attribute, some known late, with ids of every style.
///
/// Times mostly fall on few hours, so that many events share a moment, and in some histories now
/// and then on a second, a millisecond or a nanosecond; amounts mostly have cents, so that sums
/// round.
final class RandomHistory {
  static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  static final int DAYS = 400;

  private static final int MOST_LINES = 4;

  private final Random random;
  private final String prefix;
  private final long finestNanos;
  private final int idStyle;

  RandomHistory(long seed, String prefix) {
    this.random = new Random(seed);
    this.prefix = prefix;
    this.finestNanos = pick(0L, 1_000_000_000L, 1_000_000L, 1L);
    this.idStyle = random.nextInt(5);
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  /// A moment somewhere in the middle.
  Instant asOf() {
    return BEGIN.plusSeconds(3600L * (24 * 100 + random.nextInt(24 * 200)));
  }

  List<Event> events() {
    return events(BEGIN);
  }

  List<Event> events(Instant from) {
    List<Event> events = new ArrayList<>();
    int count = random.nextInt(60);
    for (int i = 0; i < count; i++) {
      EventKind kind = pick(EventKind.values());
      Event event = event(kind, id(kind, i), time(from));
      events.add(
          random.nextInt(8) == 0
              ? LateEvent.of(event, event.time().plusSeconds(1800L * random.nextInt(200)))
              : event);
    }
    return events;
  }

  List<Attribute> attributes() {
    return attributes(BEGIN);
  }

  List<Attribute> attributes(Instant from) {
    List<Attribute> attributes = new ArrayList<>();
    int count = random.nextInt(16);
    for (int i = 0; i < count; i++) {
      attributes.add(attribute(time(from)));
    }
    return attributes;
  }

  private Instant time(Instant from) {
    Instant time = from.plusSeconds(3600L * 6 * (1 + random.nextInt(4 * DAYS)));
    return finestNanos == 0 || random.nextInt(3) > 0
        ? time
        : time.plusNanos(finestNanos * random.nextInt(3600));
  }

  /// Unique to the place and the prefix.
  private String id(EventKind kind, int place) {
    String kindPrefix =
        IdColumn.prefix(kind, kind == EventKind.CUSTOM && random.nextBoolean() ? "webinar" : "");
    return switch (idStyle) {
      case 0 -> prefix + place;
      case 1 -> kindPrefix + prefix + (10_000_000 + place * 7919);
      case 2 -> "%s%s-%07d-%d".formatted(kindPrefix, prefix, 12345, place);
      case 3 -> kindPrefix + new UUID(random.nextLong(), random.nextLong());
      default ->
          pick("", kindPrefix, "log.csv#")
              + prefix
              + "%04d".formatted(place)
              + pick("", "/x", "Ω", "-deadbeef12345678", "-" + Long.MAX_VALUE);
    };
  }

  private Event event(EventKind kind, String id, Instant time) {
    return switch (kind) {
      case ORDER ->
          new Order(
              id,
              time,
              amount(),
              random.nextInt(5),
              pick("books", "garden", "toys", ""),
              pick("web", "store", ""),
              pick("", "WINTER"),
              pick("", "novel", "spade", "ball"),
              pick("", "", "Malmö 2"),
              lines());
      case RETURN ->
          new Return(id, time, amount(), 1, pick("books", "garden", ""), pick("", "novel"));
      case VISIT ->
          new Visit(
              id,
              time,
              pick("web", "app"),
              random.nextInt(30),
              pick("mobile", "desktop", ""),
              pick("", "search"));
      case CART_FILLED -> new Cart(id, time, Cart.Step.FILLED, amount());
      case CART_ABANDONED -> new Cart(id, time, Cart.Step.ABANDONED, amount());
      case MESSAGE_SENT -> message(id, time, Message.Step.SENT);
      case MESSAGE_OPENED -> message(id, time, Message.Step.OPENED);
      case MESSAGE_CLICKED -> message(id, time, Message.Step.CLICKED);
      case SUBSCRIPTION_STARTED -> subscription(id, time, Subscription.Step.STARTED);
      case SUBSCRIPTION_RENEWED -> subscription(id, time, Subscription.Step.RENEWED);
      case SUBSCRIPTION_CANCELLED -> subscription(id, time, Subscription.Step.CANCELLED);
      case SUPPORT_CONTACT ->
          new SupportContact(id, time, pick("phone", "chat", ""), pick("delivery", "", "räkning"));
      case CUSTOM ->
          new CustomEvent(
              id, time, pick("webinar", "quiz"), random.nextInt(200) - 100, properties());
    };
  }

  private Message message(String id, Instant time, Message.Step step) {
    return new Message(id, time, step, pick("email", "push"), pick("", "summer_sale"));
  }

  private Subscription subscription(String id, Instant time, Subscription.Step step) {
    return new Subscription(id, time, step, pick("basic", "pro", ""), amount());
  }

  private double amount() {
    return random.nextInt(20) == 0 ? 100 * random.nextDouble() : random.nextInt(20_000) / 100.0;
  }

  private List<OrderLine> lines() {
    List<OrderLine> lines = new ArrayList<>();
    int count = Math.max(random.nextInt(2 * MOST_LINES) - MOST_LINES, 0);
    for (int i = 0; i < count; i++) {
      lines.add(
          new OrderLine(
              pick("novel", "spade", "ball", ""),
              pick("books", "garden", "toys", ""),
              amount(),
              random.nextInt(3)));
    }
    return lines;
  }

  private SortedMap<String, String> properties() {
    SortedMap<String, String> properties = new TreeMap<>();
    for (String name : List.of("topic", "language", "host", "source")) {
      if (random.nextInt(3) == 0) {
        properties.put(name, pick("pricing", "sv", "anna"));
      }
    }
    return properties;
  }

  private Attribute attribute(Instant knownSince) {
    return switch (random.nextInt(6)) {
      case 0 ->
          new Attribute("age", new AttributeValue.Quantity(18 + random.nextInt(60)), knownSince);
      case 1 ->
          new Attribute("country", new AttributeValue.Category(pick("se", "no", "dk")), knownSince);
      case 2 ->
          new Attribute("thrift", new AttributeValue.ScalePoint(1 + random.nextInt(5)), knownSince);
      case 3 -> new Attribute("interests", new AttributeValue.Words(interests()), knownSince);
      case 4 ->
          new Attribute(
              "birthday",
              new AttributeValue.Day(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000))),
              knownSince);
      default ->
          new Attribute("member", new AttributeValue.YesNo(random.nextBoolean()), knownSince);
    };
  }

  private SortedSet<String> interests() {
    SortedSet<String> interests = new TreeSet<>();
    for (String interest : List.of("chess", "hiking", "wine", "opera")) {
      if (random.nextInt(3) == 0) {
        interests.add(interest);
      }
    }
    return interests;
  }

  @SafeVarargs
  private final <T> T pick(T... things) {
    return things[random.nextInt(things.length)];
  }
}
