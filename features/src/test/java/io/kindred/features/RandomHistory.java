package io.kindred.features;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/// Made-up events and knowledge of one customer, the same for the same seed.
///
/// Times fall on few hours, so that many events share a moment; amounts have cents, so that sums
/// round.
final class RandomHistory {
  static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  static final int DAYS = 400;

  private final Random random;
  private final String prefix;

  RandomHistory(long seed, String prefix) {
    this.random = new Random(seed);
    this.prefix = prefix;
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
      events.add(event(prefix + i, time(from)));
    }
    return events;
  }

  List<Attribute> attributes() {
    return attributes(BEGIN);
  }

  List<Attribute> attributes(Instant from) {
    List<Attribute> attributes = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      attributes.add(attribute(time(from)));
    }
    return attributes;
  }

  private Instant time(Instant from) {
    return from.plusSeconds(3600L * 6 * (1 + random.nextInt(4 * DAYS)));
  }

  private Event event(String id, Instant time) {
    double amount = random.nextInt(20_000) / 100.0;
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          new Order(
              id,
              time,
              amount,
              random.nextInt(5),
              pick("books", "garden", "toys", ""),
              pick("web", "store", ""),
              pick("", "WINTER"));
      case 3 -> new Return(id, time, amount, 1);
      case 4 -> new Visit(id, time, pick("web", "app"), random.nextInt(30));
      case 5, 6 -> new Cart(id, time, pick(Cart.Step.values()), amount);
      default -> new Message(id, time, pick(Message.Step.values()), "email");
    };
  }

  private Attribute attribute(Instant knownSince) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Attribute("age", new AttributeValue.Quantity(18 + random.nextInt(60)), knownSince);
      case 1 ->
          new Attribute("country", new AttributeValue.Category(pick("se", "no", "dk")), knownSince);
      case 2 ->
          new Attribute("thrift", new AttributeValue.ScalePoint(1 + random.nextInt(5)), knownSince);
      default ->
          new Attribute("member", new AttributeValue.YesNo(random.nextBoolean()), knownSince);
    };
  }

  @SafeVarargs
  private final <T> T pick(T... things) {
    return things[random.nextInt(things.length)];
  }
}
