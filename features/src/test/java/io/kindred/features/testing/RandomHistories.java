package io.kindred.features.testing;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Basis;
import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
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
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Made-up histories with every kind of event and attribute, for whoever must carry any history
/// unharmed; the same for the same seed.
///
/// Words have letters of many alphabets, marks and line breaks where an event may have them.
public final class RandomHistories {
  /// The attributes that the histories have, one of each type.
  public static final List<AttributeDefinition> ATTRIBUTES =
      List.of(
          attribute("age", Basis.DEMOGRAPHIC, AttributeDefinition.Type.NUMBER, 0, 0),
          attribute("country", Basis.GEOGRAPHIC, AttributeDefinition.Type.CATEGORY, 0, 0),
          attribute("thrift", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.SCALE, 1, 5),
          attribute("member", Basis.SITUATIONAL, AttributeDefinition.Type.YES_NO, 0, 0),
          attribute("interests", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.MULTI_VALUE, 0, 0),
          attribute("birthday", Basis.DEMOGRAPHIC, AttributeDefinition.Type.DATE, 0, 0));

  private static final String[] WORDS = {
    "", "web", "böcker", "Ἀθῆναι", "新宿", "📚", "a,b;c=\"d\"", "two\nlines", " "
  };
  private static final long BEGIN = Instant.parse("1700-01-01T00:00:00Z").getEpochSecond();
  private static final long END = Instant.parse("2199-01-01T00:00:00Z").getEpochSecond();

  private final Random random;

  private RandomHistories(long seed) {
    this.random = new Random(seed);
  }

  /// A history with at least one event of each kind, some of them late, and some attributes.
  public static History of(long seed) {
    return new RandomHistories(seed).history();
  }

  private History history() {
    EventKind[] kinds = EventKind.values();
    List<Event> events = new ArrayList<>();
    int count = kinds.length * (1 + random.nextInt(3));
    for (int i = 0; i < count; i++) {
      Event event = event(kinds[i % kinds.length], "event " + i);
      events.add(
          random.nextInt(3) == 0
              ? new LateEvent(
                  event, event.time().plus(Duration.ofNanos(random.nextLong(1, 1L << 40))))
              : event);
    }
    List<Attribute> attributes = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      AttributeDefinition definition = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
      attributes.add(new Attribute(definition.name(), value(definition), time()));
    }
    return History.of(events, attributes);
  }

  private Event event(EventKind kind, String id) {
    return switch (kind) {
      case ORDER ->
          new Order(
              id, time(), amount(), amount(), word(), word(), word(), word(), word(), lines());
      case RETURN -> new Return(id, time(), amount(), amount(), word(), word());
      case VISIT -> new Visit(id, time(), word(), amount(), word(), word());
      case CART_FILLED -> new Cart(id, time(), Cart.Step.FILLED, amount());
      case CART_ABANDONED -> new Cart(id, time(), Cart.Step.ABANDONED, amount());
      case MESSAGE_SENT -> new Message(id, time(), Message.Step.SENT, word(), word());
      case MESSAGE_OPENED -> new Message(id, time(), Message.Step.OPENED, word(), word());
      case MESSAGE_CLICKED -> new Message(id, time(), Message.Step.CLICKED, word(), word());
      case SUBSCRIPTION_STARTED -> subscription(id, Subscription.Step.STARTED);
      case SUBSCRIPTION_RENEWED -> subscription(id, Subscription.Step.RENEWED);
      case SUBSCRIPTION_CANCELLED -> subscription(id, Subscription.Step.CANCELLED);
      case SUPPORT_CONTACT -> new SupportContact(id, time(), word(), word());
      case CUSTOM ->
          new CustomEvent(id, time(), "webinar " + word(), random.nextGaussian(), properties());
    };
  }

  private Subscription subscription(String id, Subscription.Step step) {
    return new Subscription(id, time(), step, word(), amount());
  }

  private List<OrderLine> lines() {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(_ -> new OrderLine(word(), word(), amount(), amount()))
        .toList();
  }

  private SortedMap<String, String> properties() {
    SortedMap<String, String> properties = new TreeMap<>();
    for (int i = random.nextInt(CustomEvent.MOST_PROPERTIES + 1); i > 0; i--) {
      properties.put("topic " + i, word());
    }
    return properties;
  }

  private AttributeValue value(AttributeDefinition definition) {
    return switch (definition.type()) {
      case NUMBER -> new AttributeValue.Quantity(random.nextGaussian() * 1e6);
      case CATEGORY -> new AttributeValue.Category("country " + word());
      case SCALE ->
          new AttributeValue.ScalePoint(
              random.nextInt(definition.lowest(), definition.highest() + 1));
      case YES_NO -> new AttributeValue.YesNo(random.nextBoolean());
      case MULTI_VALUE -> {
        TreeSet<String> words = new TreeSet<>(List.of(WORDS));
        words.removeIf(word -> word.isBlank() || word.contains("\n") || random.nextBoolean());
        yield new AttributeValue.Words(words);
      }
      case DATE ->
          new AttributeValue.Day(LocalDate.of(1700, 1, 1).plusDays(random.nextInt(182_621)));
    };
  }

  private Instant time() {
    return Instant.ofEpochSecond(random.nextLong(BEGIN, END), random.nextInt(1_000_000_000));
  }

  /// From 0 to a million millions, mostly in whole cents.
  private double amount() {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> 1e12;
      case 2 -> random.nextDouble();
      default -> random.nextInt(100_000) / 100.0;
    };
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private static AttributeDefinition attribute(
      String name, Basis basis, AttributeDefinition.Type type, int lowest, int highest) {
    return new AttributeDefinition(name, basis, type, lowest, highest);
  }
}
