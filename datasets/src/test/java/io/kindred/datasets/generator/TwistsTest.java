package io.kindred.datasets.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.AsOf;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.CustomEvent;
import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwistsTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static final Twists ALL = new Twists(.7, true, .3, true, .2, .3);

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void aCustomerIsTheSameHoweverManyThereAre(Scenario scenario) {
    GeneratedCustomers few = generate(scenario, 15, ALL);
    GeneratedCustomers many = generate(scenario, 90, ALL);

    assertThat(many.customers().subList(0, few.customers().size())).isEqualTo(few.customers());
    assertThat(many.accounts().subList(0, few.accounts().size())).isEqualTo(few.accounts());
    GeneratorOptions options = GeneratorOptions.eighteenMonths(scenario, 90, 1, LAST_DAY).with(ALL);
    assertThat(new Generator(options).customers(12, 15).customers())
        .isEqualTo(
            few.customers().stream()
                .filter(customer -> Integer.parseInt(customer.id().value().substring(2, 9)) >= 12)
                .toList());
  }

  @Test
  void missingValuesAndLateEventsLeaveWhatHappensAlone() {
    GeneratedCustomers plain = generate(Scenario.SHOP, 400, Twists.NONE);
    GeneratedCustomers twisted =
        generate(Scenario.SHOP, 400, new Twists(1, false, 0, false, .3, 1));

    Instant asOf = AsOf.endOf(LAST_DAY, plain.options().zone());
    for (int i = 0; i < plain.customers().size(); i++) {
      GeneratedCustomer one = plain.customers().get(i);
      GeneratedCustomer other = twisted.customers().get(i);
      assertThat(other.truth()).isEqualTo(one.truth());
      assertThat(other.future()).isEqualTo(one.future());
      assertThat(orders(other)).isSubsetOf(orders(one));
      assertThat(other.known().attributes()).isSubsetOf(one.known().attributes());
      assertThat(other.known().events())
          .allSatisfy(event -> assertThat(event.knownSince()).isBeforeOrEqualTo(asOf));
    }
    // What happened in the last days was not known yet.
    assertThat(twisted.events()).isLessThan(plain.events());
    assertThat(
            twisted.customers().stream()
                .flatMap(customer -> customer.known().events().stream())
                .filter(event -> inner(event) instanceof Order))
        .allMatch(LateEvent.class::isInstance);
  }

  @Test
  void asManyAttributesAreMissingAsSaidAndHighIncomesMoreOften() {
    GeneratedCustomers plain = generate(Scenario.SHOP, 4000, Twists.NONE);
    GeneratedCustomers twisted =
        generate(Scenario.SHOP, 4000, new Twists(1, false, 0, false, .3, 0));

    assertThat(known(twisted, "household") / known(plain, "household")).isCloseTo(.7, within(.03));
    assertThat(known(twisted, "interests") / known(plain, "interests")).isCloseTo(.7, within(.05));
    // Whoever earns x of 100 to 1200 keeps quiet with probability 2 * 0.3 * (x - 100) / 1100.
    double expected = 0;
    for (GeneratedCustomer customer : plain.customers()) {
      Optional<Double> income = income(customer);
      if (income.isPresent()) {
        expected += 1 - .6 * (income.get() - 100) / 1100;
      }
    }
    assertThat(known(twisted, "income") / expected).isCloseTo(1, within(.03));
    assertThat(meanIncome(twisted)).isLessThan(meanIncome(plain) - 8);
  }

  @Test
  void asManyMigrateAsSaidAndDifferAfterwards() {
    GeneratedCustomers generated =
        generate(Scenario.SHOP, 4000, new Twists(1, false, .5, false, 0, 0));

    // Those who leave before their time comes do not change.
    long migrated =
        generated.customers().stream()
            .filter(customer -> customer.truth().migration().isPresent())
            .count();
    assertThat(migrated / 4000.0).isBetween(.35, .5);
    Instant asOf = AsOf.endOf(LAST_DAY, generated.options().zone());
    assertThat(generated.customers())
        .filteredOn(customer -> customer.truth().migration().isPresent())
        .allSatisfy(customer -> {
          Truth.Migration migration = customer.truth().migration().orElseThrow();
          assertThat(migration.from()).isNotEqualTo(customer.truth().microSegment());
          assertThat(migration.at()).isBeforeOrEqualTo(asOf);
        });
    // From store visitors to customers who never set foot in one, and the other way round.
    assertThat(storeShare(generated, true)).isGreaterThan(.6);
    assertThat(storeShare(generated, false)).isLessThan(.3);
  }

  @Test
  void theArmIsAnAttributeAndAnEventAndOnlyTheTreatedGetTheMessage() {
    GeneratedCustomers generated =
        generate(Scenario.SHOP, 2000, new Twists(1, false, 0, true, 0, 0));

    for (GeneratedCustomer customer : generated.customers()) {
      Optional<String> arm =
          attribute(customer, "experiment_arm")
              .map(one -> ((AttributeValue.Category) one.value()).value());
      Optional<String> assigned =
          events(customer)
              .filter(CustomEvent.class::isInstance)
              .map(CustomEvent.class::cast)
              .filter(own -> own.name().equals("experiment_assigned"))
              .map(own -> own.properties().get("arm"))
              .findFirst();
      boolean sent =
          events(customer)
              .anyMatch(event ->
                  event instanceof Message message && message.campaign().equals("experiment"));
      Optional<String> expected =
          customer.truth().uplift().map(uplift -> uplift.treated() ? "treatment" : "control");
      assertThat(arm).isEqualTo(expected).isEqualTo(assigned);
      assertThat(sent).isEqualTo(expected.equals(Optional.of("treatment")));
    }
  }

  @Test
  void impossibleTwistsAreRefused() {
    assertThatThrownBy(() -> new Twists(0, false, 0, false, 0, 0))
        .hasMessage("drift is 0.0 (expected a factor a year from 0.1 to 10; 1 for no drift)");
    assertThatThrownBy(() -> new Twists(1, false, 1.5, false, 0, 0))
        .hasMessage("migration is 1.5 (expected a share from 0 to 1.0, such as 0.1)");
    assertThatThrownBy(() -> new Twists(1, false, 0, false, .6, 0))
        .hasMessage("missing is 0.6 (expected a share from 0 to 0.5, such as 0.1)");
    assertThatThrownBy(() -> new Twists(1, false, 0, false, 0, Double.NaN))
        .hasMessage("late is NaN (expected a share from 0 to 1.0, such as 0.1)");
    assertThatThrownBy(() ->
            new GeneratorOptions(
                Scenario.SHOP,
                1,
                1,
                LAST_DAY.minusDays(150),
                LAST_DAY,
                200,
                new Twists(1, false, 0, true, 0, 0)))
        .hasMessage(
            "an experiment of 200 days does not fit between 2025-01-31 and 2025-06-30 (expected a"
                + " shorter horizon)");
  }

  private static GeneratedCustomers generate(Scenario scenario, int customers, Twists twists) {
    return Generator.generate(
        GeneratorOptions.eighteenMonths(scenario, customers, 1, LAST_DAY).with(twists));
  }

  private static Stream<Event> events(GeneratedCustomer customer) {
    return customer.known().events().stream().map(TwistsTest::inner);
  }

  private static Event inner(Event event) {
    return event instanceof LateEvent late ? late.event() : event;
  }

  private static List<Event> orders(GeneratedCustomer customer) {
    return events(customer).filter(Order.class::isInstance).toList();
  }

  private static Optional<Attribute> attribute(GeneratedCustomer customer, String name) {
    return customer.known().attributes().stream()
        .filter(one -> one.name().equals(name))
        .findFirst();
  }

  private static Optional<Double> income(GeneratedCustomer customer) {
    return attribute(customer, "income")
        .map(one -> ((AttributeValue.Quantity) one.value()).value());
  }

  private static double known(GeneratedCustomers generated, String attribute) {
    return generated.customers().stream()
        .filter(customer -> attribute(customer, attribute).isPresent())
        .count();
  }

  private static double meanIncome(GeneratedCustomers generated) {
    return generated.customers().stream()
        .flatMap(customer -> income(customer).stream())
        .mapToDouble(income -> income)
        .average()
        .orElseThrow();
  }

  /// The store's share of the orders after a migration to, or from, the store visitors.
  private static double storeShare(GeneratedCustomers generated, boolean to) {
    long orders = 0;
    long inStore = 0;
    for (GeneratedCustomer customer : generated.customers()) {
      Truth truth = customer.truth();
      if (truth.migration().isPresent()
          && (to ? truth.microSegment() : truth.segmentAtStart()).equals("store visitors")) {
        for (Event event : orders(customer)) {
          if (event.time().isAfter(truth.migration().orElseThrow().at())) {
            orders++;
            inStore += ((Order) event).channel().equals("store") ? 1 : 0;
          }
        }
      }
    }
    return inStore / (double) orders;
  }
}
