package io.kindred.training;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.Feature;
import io.kindred.features.FeatureNames;
import io.kindred.features.FeatureSchema;
import io.kindred.features.History;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import io.kindred.features.WordFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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

  private GoldenCustomers(FeatureSchema schema, Instant asOf, long seed) {
    this.schema = schema;
    this.asOf = asOf;
    this.random = new SplittableRandom(seed);
    this.categories = words(schema, WordFamily.CATEGORY.beginning());
    this.channels = words(schema, WordFamily.CHANNEL.beginning());
  }

  /// From a customer nothing is known of to ones with dozens of events.
  static List<History> of(FeatureSchema schema, Instant asOf, long seed) {
    GoldenCustomers customers = new GoldenCustomers(schema, asOf, seed);
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      histories.add(customers.history(i));
    }
    return histories;
  }

  private History history(int events) {
    List<Event> made = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      made.add(event("golden-%d".formatted(i), before()));
    }
    List<Attribute> attributes = new ArrayList<>();
    for (AttributeDefinition attribute : schema.attributes()) {
      if (events > 0 && random.nextInt(4) > 0) {
        attributes.add(new Attribute(attribute.name(), value(attribute), before()));
      }
    }
    return History.of(made, attributes);
  }

  private Event event(String id, Instant time) {
    return switch (random.nextInt(8)) {
      case 0 -> new Return(id, time, money(), 1 + random.nextInt(3));
      case 1 -> new Visit(id, time, word(channels), 1 + random.nextInt(9));
      case 2 -> new Cart(id, time, Cart.Step.FILLED, money());
      case 3 -> new Cart(id, time, Cart.Step.ABANDONED, money());
      case 4 -> new Message(id, time, Message.Step.SENT, "email");
      case 5 -> new Message(id, time, Message.Step.OPENED, "email");
      default ->
          new Order(
              id,
              time,
              money(),
              1 + random.nextInt(5),
              word(categories),
              word(channels),
              random.nextInt(3) == 0 ? "GOLDEN" : "");
    };
  }

  private AttributeValue value(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case NUMBER -> new AttributeValue.Quantity(random.nextInt(100));
      case SCALE ->
          new AttributeValue.ScalePoint(
              random.nextInt(attribute.lowest(), attribute.highest() + 1));
      case MULTI_VALUE, DATE -> throw new UnsupportedOperationException();
      case YES_NO -> new AttributeValue.YesNo(random.nextBoolean());
      case CATEGORY -> {
        String words = word(words(schema, FeatureNames.ATTRIBUTE + attribute.name() + "="));
        yield new AttributeValue.Category(words.isEmpty() ? "another" : words);
      }
    };
  }

  private Instant before() {
    return asOf.minus(
        Duration.ofMinutes(random.nextLong(Duration.ofDays(LONGEST_DAYS).toMinutes())));
  }

  /// Whole cents, from little to much.
  private double money() {
    return Math.round(Math.exp(1 + 5 * random.nextDouble()) * 100) / 100.0;
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
