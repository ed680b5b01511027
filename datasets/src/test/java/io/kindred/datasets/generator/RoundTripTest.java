package io.kindred.datasets.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetMapping;
import io.kindred.datasets.DatasetReader;
import io.kindred.features.AccountHistory;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.History;
import io.kindred.features.LateEvent;
import io.kindred.features.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is what the reader reads.
class RoundTripTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Twists ALL = new Twists(.7, true, .3, true, .2, .3);

  @TempDir private Path folder;

  static Stream<Arguments> folders() {
    return Stream.of(Scenario.values())
        .flatMap(scenario ->
            Stream.of(Layout.values())
                .flatMap(layout ->
                    Stream.of(Twists.NONE, ALL)
                        .map(twists -> Arguments.of(scenario, layout, twists))));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theFolderReadBackGivesTheGeneratedCustomers(
      Scenario scenario, Layout layout, Twists twists) {
    GeneratorOptions options =
        GeneratorOptions.eighteenMonths(scenario, 40, 3, LAST_DAY).with(twists);
    GeneratedCustomers generated = Generator.generate(options);

    Generator.Written written =
        new Generator(options).write(folder.resolve("made"), layout, Long.MAX_VALUE, _ -> {});
    Dataset dataset = read(folder.resolve("made"));

    assertThat(written).isEqualTo(new Generator.Written(40, generated.events()));
    assertThat(dataset.attributes())
        .containsExactlyInAnyOrderElementsOf(Generator.attributes(options));
    assertThat(dataset.customers()).isEqualTo(expected(generated, layout));
    assertThat(Truth.read(folder.resolve("made").resolve(GeneratedCustomers.TRUTH_FILE)))
        .isEqualTo(generated.customers().stream().map(GeneratedCustomer::truth).toList());
  }

  @Test
  void accountsCanBeTheCustomers() throws IOException {
    GeneratorOptions options = GeneratorOptions.eighteenMonths(Scenario.BUSINESS, 40, 4, LAST_DAY);
    GeneratedCustomers generated = Generator.generate(options).writeTo(folder.resolve("made"));
    Path mapping = folder.resolve("made").resolve(GeneratedCustomers.MAPPING_FILE);
    Files.writeString(
        mapping, Files.readString(mapping).replace("level: contact", "level: account"));

    Dataset dataset = read(folder.resolve("made"));

    Map<String, History> accounts = accounts(generated, Layout.TABLES);
    assertThat(dataset.customers())
        .isEqualTo(
            generated.accounts().stream()
                .map(account ->
                    new Customer(
                        new CustomerId(account.id()),
                        accounts.getOrDefault(account.id(), History.empty())))
                .toList());
    assertThat(Truth.read(folder.resolve("made").resolve(GeneratedCustomers.ACCOUNTS_TRUTH_FILE)))
        .isEqualTo(generated.accounts().stream().map(GeneratedAccount::truth).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"SHOP", "BUSINESS", "SUBSCRIPTIONS", "FOOD_DELIVERY"})
  void everyKindOfEventOccurs(Scenario scenario) {
    GeneratedCustomers generated =
        Generator.generate(GeneratorOptions.eighteenMonths(scenario, 1500, 5, LAST_DAY));

    Set<EventKind> kinds =
        Stream.concat(
                generated.customers().stream().map(GeneratedCustomer::known),
                generated.accounts().stream().map(GeneratedAccount::known))
            .flatMap(history -> history.events().stream())
            .map(Event::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));

    assertThat(kinds).containsExactly(EventKind.values());
  }

  @Test
  void everyBasisAndTypeOfAttributeOccurs() {
    List<AttributeDefinition> all =
        Generator.attributes(GeneratorOptions.eighteenMonths(Scenario.SHOP, 1, 1, LAST_DAY));

    assertThat(all.stream().map(AttributeDefinition::basis)).contains(Basis.values());
    assertThat(all.stream().map(AttributeDefinition::type))
        .contains(AttributeDefinition.Type.values());
  }

  private static Dataset read(Path made) {
    return DatasetReader.read(
        DatasetMapping.read(made.resolve(GeneratedCustomers.MAPPING_FILE)), made, NOW);
  }

  private static List<Customer> expected(GeneratedCustomers generated, Layout layout) {
    Map<String, History> accounts = accounts(generated, layout);
    return generated.customers().stream()
        .map(customer ->
            new Customer(
                customer.id(),
                written(customer.known(), layout),
                accounts.getOrDefault(customer.account(), History.empty())))
        .toList();
  }

  private static Map<String, History> accounts(GeneratedCustomers generated, Layout layout) {
    Map<String, Map<CustomerId, History>> contacts = new HashMap<>();
    generated
        .customers()
        .forEach(customer ->
            contacts
                .computeIfAbsent(customer.account(), _ -> new HashMap<>())
                .put(customer.id(), written(customer.known(), layout)));
    Map<String, History> accounts = new HashMap<>();
    generated
        .accounts()
        .forEach(account ->
            accounts.put(
                account.id(),
                AccountHistory.of(account.known(), contacts.getOrDefault(account.id(), Map.of()))));
    return accounts;
  }

  /// One table of all events has orders without their lines.
  private static History written(History known, Layout layout) {
    List<Event> events = new ArrayList<>();
    known
        .events()
        .forEach(event -> events.add(layout == Layout.TABLES ? event : withoutLines(event)));
    return History.of(events, known.attributes());
  }

  private static Event withoutLines(Event event) {
    return switch (event) {
      case Order order ->
          new Order(
              order.id(),
              order.time(),
              order.amount(),
              order.items(),
              order.category(),
              order.channel(),
              order.discount(),
              order.product(),
              order.store(),
              List.of());
      case LateEvent late -> LateEvent.of(withoutLines(late.event()), late.knownSince());
      default -> event;
    };
  }
}
