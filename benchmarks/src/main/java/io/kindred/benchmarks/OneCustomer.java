package io.kindred.benchmarks;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.History;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import io.kindred.features.WordFamily;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// A shop's customer with some events of a usual mix, the same each time.
public final class OneCustomer {
  static final Instant AS_OF = Instant.parse("2026-03-31T23:59:59.999999999Z");

  /// What a shop's schema has words of.
  static final List<String> WORDS = words();

  private static final Instant BEGIN = Instant.parse("2024-07-01T00:00:00Z");
  private static final int SECONDS = 630 * 86_400;

  private final Random random = new Random(42);
  private final IdStyle ids;

  private OneCustomer(IdStyle ids) {
    this.ids = ids;
  }

  /// How a shop names events.
  public enum IdStyle {
    /// `order:8195177`.
    NUMBER,
    /// `visit:v-0012345-3`.
    NUMBERED_BY_CUSTOMER,
    /// `order:f81d4fae-7dec-11d0-a765-00a0c91e6bf6`.
    UUID
  }

  /// The first so many events.
  static History history(int events, IdStyle ids) {
    OneCustomer customer = new OneCustomer(ids);
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      all.add(customer.event(i, BEGIN.plusSeconds(customer.random.nextInt(SECONDS))));
    }
    return History.of(all, List.of());
  }

  /// What the customer does next.
  static Event next(IdStyle ids) {
    return new Order(
        new OneCustomer(ids).id("order", "o", 9999),
        AS_OF.minusSeconds(60),
        79.9,
        2,
        "category-3",
        "web",
        "",
        "product-77",
        "",
        List.of());
  }

  /// Every built-in feature and a few columns of words, in a zone with changes of clocks.
  static FeatureSchema schema() {
    return FeatureSchema.complete(
        ZoneId.of("Europe/Stockholm"),
        "SEK",
        new LinkedHashMap<AttributeDefinition, List<String>>(),
        Map.of(
            WordFamily.CATEGORY, WORDS.subList(0, 5),
            WordFamily.CHANNEL, List.of("web", "app", "store"),
            WordFamily.DEVICE, List.of("mobile", "desktop"),
            WordFamily.MESSAGE_OPENS, List.of("email", "push")),
        List.of(),
        false);
  }

  private Event event(int number, Instant time) {
    int draw = random.nextInt(100);
    double amount = Math.round(100 * Math.exp(3.5 + .8 * random.nextGaussian())) / 100.0;
    if (draw < 25) {
      return new Order(
          id("order", "o", number),
          time,
          amount,
          1 + random.nextInt(4),
          WORDS.get(random.nextInt(20)),
          pick("web", "app", "store"),
          random.nextInt(5) == 0 ? pick("SAVE10", "WELCOME", "SPRING") : "",
          WORDS.get(20 + random.nextInt(500)),
          "",
          List.of());
    }
    if (draw < 27) {
      return new Return(id("return", "r", number), time, amount, 0);
    }
    if (draw < 67) {
      return new Visit(
          id("visit", "v", number),
          time,
          pick("web", "app"),
          1 + random.nextInt(12),
          pick("mobile", "desktop", "tablet"),
          "");
    }
    if (draw < 76) {
      boolean filled = draw < 72;
      return new Cart(
          id(filled ? "cart.filled" : "cart.abandoned", "c", number),
          time,
          filled ? Cart.Step.FILLED : Cart.Step.ABANDONED,
          amount);
    }
    boolean sent = draw < 90;
    boolean opened = draw < 97;
    return new Message(
        id(sent ? "message.sent" : opened ? "message.opened" : "message.clicked", "m", number),
        time,
        sent ? Message.Step.SENT : opened ? Message.Step.OPENED : Message.Step.CLICKED,
        pick("email", "push", "sms"));
  }

  private String id(String kind, String letter, int number) {
    return kind
        + ":"
        + switch (ids) {
          case NUMBER -> String.valueOf(random.nextInt(10_000_000));
          case NUMBERED_BY_CUSTOMER -> "%s-%07d-%d".formatted(letter, 12_345, number);
          case UUID -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      words.add("category-" + i);
    }
    for (int i = 0; i < 500; i++) {
      words.add("product-" + i);
    }
    words.addAll(List.of("SAVE10", "WELCOME", "SPRING"));
    return List.copyOf(words);
  }
}
