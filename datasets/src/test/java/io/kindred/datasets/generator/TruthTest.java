package io.kindred.datasets.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.AsOf;
import io.kindred.features.Event;
import io.kindred.features.Order;
import io.kindred.features.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What happens agrees with the truth, by Monte Carlo over thousands of customers: sums over
/// customers lie within four of their standard errors, which are taken from the customers' own
/// differences between what happened and what was expected.
class TruthTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static final int CUSTOMERS = 4000;
  private static final double STANDARD_ERRORS = 4;

  static Stream<Arguments> worlds() {
    return Stream.of(
        Arguments.of(Scenario.SHOP, Twists.NONE),
        Arguments.of(Scenario.SHOP, new Twists(.5, false, 0, false, 0, 0)),
        Arguments.of(Scenario.SHOP, new Twists(1, true, 0, false, 0, 0)),
        Arguments.of(Scenario.SHOP, new Twists(1, false, .5, false, 0, 0)),
        Arguments.of(Scenario.SHOP, new Twists(1, false, 0, true, 0, 0)),
        Arguments.of(Scenario.FOOD_DELIVERY, new Twists(1.8, true, .4, true, .3, .3)),
        Arguments.of(Scenario.SUBSCRIPTIONS, new Twists(.6, true, .4, true, .3, .3)),
        Arguments.of(Scenario.BUSINESS, new Twists(1.4, true, .4, true, .3, .3)));
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void theHorizonAgreesWithTheTruth(Scenario scenario, Twists twists) {
    List<GeneratedCustomer> customers = generate(scenario, twists, 21).customers();

    agree(customers, TruthTest::bought, customer -> customer.truth().purchaseProbability());
    agree(
        customers,
        customer -> futureOrders(customer).count(),
        customer -> customer.truth().expectedOrders());
    agree(
        customers,
        customer -> futureOrders(customer).mapToDouble(Order::amount).sum(),
        customer -> customer.truth().expectedSpend());
    assertThat(customers)
        .filteredOn(customer -> !customer.truth().alive())
        .isNotEmpty()
        .allSatisfy(customer -> assertThat(futureOrders(customer)).isEmpty());
    List<String> macros =
        customers.stream().map(customer -> customer.truth().macroSegment()).distinct().toList();
    assertThat(macros).hasSizeGreaterThan(2);
    for (String macro : macros) {
      List<GeneratedCustomer> inIt =
          customers.stream()
              .filter(customer -> customer.truth().macroSegment().equals(macro))
              .toList();
      agree(inIt, TruthTest::bought, customer -> customer.truth().purchaseProbability());
    }
  }

  @Test
  void renewalsAndLeavingAgreeWithTheTruth() {
    for (Twists twists : List.of(Twists.NONE, new Twists(.6, true, .4, false, 0, 0))) {
      List<GeneratedCustomer> customers = generate(Scenario.SUBSCRIPTIONS, twists, 23).customers();

      agree(
          customers,
          customer ->
              subscriptionSteps(customer.future().events(), Subscription.Step.RENEWED)
                  .mapToDouble(Subscription::amount)
                  .sum(),
          customer -> customer.truth().expectedSubscription());
      agree(
          customers.stream()
              .filter(customer -> customer.truth().alive())
              .filter(customer ->
                  subscriptionSteps(customer.known().events(), Subscription.Step.STARTED)
                      .findAny()
                      .isPresent())
              .toList(),
          customer ->
              subscriptionSteps(customer.future().events(), Subscription.Step.CANCELLED).count(),
          customer -> customer.truth().leaveProbability());
    }
  }

  @Test
  void companiesRenewAsTheirTruthSays() {
    GeneratedCustomers generated = generate(Scenario.BUSINESS, Twists.NONE, 24);

    agree(
        generated.accounts(),
        account ->
            subscriptionSteps(account.future().events(), Subscription.Step.RENEWED)
                .mapToDouble(Subscription::amount)
                .sum(),
        account -> account.truth().expectedSubscription());
  }

  /// The difference between the arms' means, with the treated weighed like the controls by the lot,
  /// is the mean uplift.
  @ParameterizedTest
  @MethodSource("worlds")
  void theArmsDifferByTheKnownUplift(Scenario scenario, Twists twists) {
    GeneratedCustomers generated =
        generate(
            scenario,
            new Twists(twists.drift(), twists.seasonality(), twists.migration(), true, 0, 0),
            25);
    List<GeneratedCustomer> inIt =
        generated.customers().stream()
            .filter(customer -> customer.truth().uplift().isPresent())
            .toList();
    Instant start =
        AsOf.endOf(
            LAST_DAY.minusDays(generated.options().horizonDays()), generated.options().zone());

    // Horvitz and Thompson: twice the outcome of the treated, less twice that of the controls.
    agree(
        inIt,
        customer -> lot(customer) * (ordersAfter(customer, start).findAny().isPresent() ? 1 : 0),
        customer -> customer.truth().uplift().orElseThrow().probability());
    agree(
        inIt,
        customer -> lot(customer) * ordersAfter(customer, start).count(),
        customer -> customer.truth().uplift().orElseThrow().orders());
    assertThat(inIt.stream().mapToDouble(customer -> lot(customer)).average().orElseThrow())
        .isCloseTo(0, within(STANDARD_ERRORS * 2 / Math.sqrt(CUSTOMERS / 4.0)));
  }

  @Test
  void theUpliftIsLargeEnoughToBeMeasured() {
    GeneratedCustomers generated =
        Generator.generate(
            GeneratorOptions.eighteenMonths(Scenario.FOOD_DELIVERY, 20_000, 26, LAST_DAY)
                .with(new Twists(1, false, 0, true, 0, 0)));
    Instant start = AsOf.endOf(LAST_DAY.minusDays(90), generated.options().zone());
    List<GeneratedCustomer> vouchers =
        generated.customers().stream()
            .filter(customer -> customer.truth().microSegment().equals("voucher only"))
            .filter(customer -> customer.truth().uplift().isPresent())
            .filter(customer -> customer.truth().uplift().orElseThrow().orders() > 0)
            .toList();

    double treated = meanOrders(vouchers, start, true);
    double control = meanOrders(vouchers, start, false);

    assertThat(treated / control).isCloseTo(1.8, within(.3));
  }

  @Test
  void theSeasonIsSeenInTheOrders() {
    List<Order> orders =
        generate(Scenario.FOOD_DELIVERY, new Twists(1, true, 0, false, 0, 0), 27)
            .customers()
            .stream()
            .flatMap(customer -> customer.known().events().stream())
            .filter(Order.class::isInstance)
            .map(Order.class::cast)
            .toList();

    double mondays = onWeekday(orders, 1);
    double fridays = onWeekday(orders, 5);

    assertThat(fridays / mondays).isCloseTo(1.3 / .75, within(.1));
  }

  @Test
  void driftChangesTheRateAndThePreference() {
    double plain = appShare(Twists.NONE);
    double drifted = appShare(new Twists(.5, false, 0, false, 0, 0));
    GeneratedCustomers generated =
        generate(Scenario.SHOP, new Twists(.5, false, 0, false, 0, 0), 28);

    assertThat(drifted).isGreaterThan(plain + .05);
    // Half a year's factor a year, over the 90 days that begin 18 months after the first day.
    assertThat(generated.customers().getFirst().truth().rateFactor())
        .isCloseTo(Math.pow(.5, 1.5 + 45 / 365.25), within(.005));
  }

  private static GeneratedCustomers generate(Scenario scenario, Twists twists, long seed) {
    int lives = scenario == Scenario.BUSINESS ? CUSTOMERS / 3 : CUSTOMERS;
    return Generator.generate(
        GeneratorOptions.eighteenMonths(scenario, lives, seed, LAST_DAY).with(twists));
  }

  private static <C> void agree(
      List<C> customers, ToDoubleFunction<C> happened, ToDoubleFunction<C> expected) {
    double sum = 0;
    double squares = 0;
    for (C customer : customers) {
      double difference = happened.applyAsDouble(customer) - expected.applyAsDouble(customer);
      sum += difference;
      squares += difference * difference;
    }
    assertThat(squares).isPositive();
    assertThat(sum / Math.sqrt(squares)).isBetween(-STANDARD_ERRORS, STANDARD_ERRORS);
  }

  private static double bought(GeneratedCustomer customer) {
    return futureOrders(customer).findAny().isPresent() ? 1 : 0;
  }

  private static Stream<Order> futureOrders(GeneratedCustomer customer) {
    return orders(customer.future().events());
  }

  private static Stream<Order> orders(List<Event> events) {
    return events.stream().filter(Order.class::isInstance).map(Order.class::cast);
  }

  private static Stream<Order> ordersAfter(GeneratedCustomer customer, Instant start) {
    return orders(customer.known().events()).filter(order -> order.time().isAfter(start));
  }

  private static Stream<Subscription> subscriptionSteps(
      List<Event> events, Subscription.Step step) {
    return events.stream()
        .filter(Subscription.class::isInstance)
        .map(Subscription.class::cast)
        .filter(subscription -> subscription.step() == step);
  }

  private static double lot(GeneratedCustomer customer) {
    return customer.truth().uplift().orElseThrow().treated() ? 2 : -2;
  }

  private static double meanOrders(
      List<GeneratedCustomer> customers, Instant start, boolean treated) {
    return customers.stream()
        .filter(customer -> customer.truth().uplift().orElseThrow().treated() == treated)
        .mapToLong(customer -> ordersAfter(customer, start).count())
        .average()
        .orElseThrow();
  }

  /// By days of 24 hours from the first day's beginning, which the tempo goes by.
  private static double onWeekday(List<Order> orders, int weekday) {
    LocalDate firstDay = LAST_DAY.plusDays(1).minusMonths(18);
    Instant start = firstDay.atStartOfDay(Scenario.FOOD_DELIVERY.definition().zone()).toInstant();
    return orders.stream()
        .filter(order ->
            firstDay
                    .plusDays(Duration.between(start, order.time()).toDays())
                    .getDayOfWeek()
                    .getValue()
                == weekday)
        .count();
  }

  private static double appShare(Twists twists) {
    List<Order> orders =
        generate(Scenario.SHOP, twists, 29).customers().stream()
            .flatMap(customer -> orders(customer.known().events()))
            .toList();
    return orders.stream().filter(order -> order.channel().equals("app")).count()
        / (double) orders.size();
  }
}
