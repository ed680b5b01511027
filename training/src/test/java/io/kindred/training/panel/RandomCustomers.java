package io.kindred.training.panel;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Basis;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/// Customers with orders, returns and visits anywhere in 2025, some unseen until late in it.
public final class RandomCustomers {
  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  public static final AttributeDefinition COUNTRY =
      new AttributeDefinition("country", Basis.GEOGRAPHIC, AttributeDefinition.Type.CATEGORY, 0, 0);

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final int DAYS = 365;

  private RandomCustomers() {}

  public static List<Customer> draw(int customers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Customer> drawn = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      Instant joined = moment(random, 0);
      List<Event> events = new ArrayList<>();
      int count = 1 + random.nextInt(12);
      for (int number = 0; number < count; number++) {
        events.add(event("e" + number, joined, random));
      }
      drawn.add(
          new Customer(
              new CustomerId("c%04d".formatted(i)),
              History.of(
                  events,
                  List.of(
                      new Attribute(
                          "country",
                          new AttributeValue.Category(random.nextBoolean() ? "Sweden" : "Norway"),
                          joined)))));
    }
    return drawn;
  }

  public static Featurizer featurizer() {
    SequencedMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    attributes.put(COUNTRY, List.of("Sweden"));
    return new Featurizer(
        FeatureSchema.complete(ZONE, "SEK", attributes, List.of("home"), List.of("web")));
  }

  /// What was known of each by a moment, as if the rest had never been recorded.
  public static List<Customer> cutAt(List<Customer> customers, Instant moment) {
    return customers.stream()
        .map(customer -> new Customer(customer.id(), customer.history().asOf(moment)))
        .toList();
  }

  private static Event event(String id, Instant joined, SplittableRandom random) {
    Instant time = joined.plus(Duration.ofMinutes(random.nextLong(DAYS * 24L * 60 / 2)));
    double amount = 1 + random.nextInt(400);
    return switch (random.nextInt(5)) {
      case 0 -> new Return(id, time, amount / 4, 1);
      case 1 -> new Visit(id, time, "web", 3);
      default -> new Order(id, time, amount, 2, random.nextBoolean() ? "home" : "kids", "web", "");
    };
  }

  private static Instant moment(SplittableRandom random, int fromDay) {
    return START.plus(Duration.ofMinutes(random.nextLong(fromDay, DAYS * 24L * 60 / 2)));
  }
}
