package io.kindred.training.check;

import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetSummary;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.features.Visit;
import io.kindred.models.ModelName;
import io.kindred.training.TrainingOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/// Customers who visit and buy over two years, some often and some seldom, half of whom leave at
/// some time: data that are ready to train.
final class CheckedShop {
  static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  static final Instant START = Instant.parse("2023-07-01T12:00:00Z");
  static final int DAYS = 731;
  static final TrainingOptions OPTIONS = TrainingOptions.defaults(new ModelName("checked"));

  private CheckedShop() {}

  static Dataset of(int count) {
    return dataset(customers(count, 1), List.of());
  }

  /// Each of whom an attribute is known, of a value that hangs on the customer.
  static Dataset with(
      int count, AttributeDefinition definition, Function<Customer, Optional<Attribute>> value) {
    List<Customer> customers =
        customers(count, 1).stream()
            .map(customer ->
                new Customer(
                    customer.id(),
                    customer
                        .history()
                        .merge(History.of(List.of(), value.apply(customer).stream().toList()))))
            .toList();
    return dataset(customers, List.of(definition));
  }

  /// Each the contact of an account, of which alone an attribute is known.
  static Dataset ofContacts(
      int count, AttributeDefinition definition, Function<Customer, Optional<Attribute>> value) {
    List<Customer> contacts =
        customers(count, 1).stream()
            .map(customer ->
                new Customer(
                    customer.id(),
                    customer.history(),
                    History.of(List.of(), value.apply(customer).stream().toList())))
            .toList();
    return dataset(contacts, List.of(definition));
  }

  static Dataset dataset(List<Customer> customers, List<AttributeDefinition> attributes) {
    long events = customers.stream().mapToLong(each -> each.history().events().size()).sum();
    return new Dataset(
        "Shop",
        ZoneOffset.UTC,
        "SEK",
        attributes,
        customers,
        new DatasetSummary(
            1,
            events,
            0,
            0,
            0,
            customers.size(),
            DatasetSummary.AccountCounts.NONE,
            new DatasetSummary.EventCounts(0, 0, 0, 0, 0, 0, 0, 0),
            day(customers, true),
            day(customers, false)));
  }

  static List<Customer> customers(int count, long seed) {
    Random random = new Random(seed);
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Event> events = new ArrayList<>();
      int until = i % 2 == 0 ? DAYS : 100 + random.nextInt(DAYS - 100);
      int pause = 20 + 50 * (i % 5);
      for (int day = random.nextInt(30); day < until; day += 1 + random.nextInt(pause)) {
        Instant time = START.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(3600));
        events.add(new Visit("v%d-%d".formatted(i, day), time, "web", 1 + random.nextInt(9)));
        if (random.nextInt(3) == 0) {
          events.add(
              new Order(
                  "o%d-%d".formatted(i, day),
                  time.plusSeconds(60),
                  50 + random.nextInt(100),
                  1 + random.nextInt(4),
                  "home",
                  "web",
                  ""));
        }
      }
      customers.add(
          new Customer(new CustomerId("secret-%03d".formatted(i)), History.of(events, List.of())));
    }
    return customers;
  }

  static AttributeDefinition attribute(String name, AttributeDefinition.Type type) {
    return new AttributeDefinition(name, Basis.BEHAVIOURAL, type, 0, 0);
  }

  private static Optional<LocalDate> day(List<Customer> customers, boolean first) {
    List<LocalDate> days =
        customers.stream()
            .flatMap(customer -> customer.history().events().stream())
            .map(event -> LocalDate.ofInstant(event.time(), ZoneOffset.UTC))
            .sorted()
            .toList();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(first ? days.getFirst() : days.getLast());
  }

  static CheckReport check(Dataset dataset) {
    return DataCheck.of(dataset, List.of(), 0, OPTIONS);
  }

  static List<CheckReport.Finding> blocking(CheckReport report) {
    return report.findings().stream().filter(CheckReport.Finding::blocks).toList();
  }

  static long ordersAfter(Customer customer, Instant moment) {
    return customer.history().events().stream()
        .filter(event -> event.kind() == EventKind.ORDER && event.time().isAfter(moment))
        .count();
  }

  static Dataset only(Dataset dataset, Predicate<Event> kept) {
    return dataset(
        dataset.customers().stream()
            .map(customer ->
                new Customer(
                    customer.id(),
                    History.of(
                        customer.history().events().stream().filter(kept).toList(),
                        customer.history().attributes())))
            .toList(),
        dataset.attributes());
  }
}
