package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BetaGeometricFitTest {
  private static final BetaGeometric TRUTH = new BetaGeometric(.8, 6, .8, 2.5);
  private static final double HORIZON = 30;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsTheBehaviourThatCustomersWereDrawnFrom(long seed) {
    List<PurchaseSummary> customers = summaries(drawn(TRUTH, seed));
    BetaGeometric found = BetaGeometric.fit(customers).model();
    assertThat(found.r() / found.alpha()).isCloseTo(.8 / 6, withPercentage(8));
    assertThat(found.r()).isCloseTo(.8, withPercentage(12));
    assertThat(found.a() / (found.a() + found.b())).isCloseTo(.8 / 3.3, withPercentage(12));
    assertThat(total(found, customers)).isCloseTo(total(TRUTH, customers), withPercentage(4));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void customersWhoNeverLeaveAreFoundToStay(long seed) {
    BetaGeometric plain = new BetaGeometric(.8, 6, 0, 1);
    List<PurchaseSummary> customers = summaries(drawn(plain, seed));
    BetaGeometric found = BetaGeometric.fit(customers).model();
    assertThat(found.a() / (found.a() + found.b())).isLessThan(.003);
    assertThat(found.r()).isCloseTo(.8, withPercentage(8));
    assertThat(total(found, customers)).isCloseTo(total(plain, customers), withPercentage(3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, 1. / 24, 1e-6, 1e9})
  void theUnitOfTimeOnlyScalesTheModel(double unit) {
    List<PurchaseSummary> customers = summaries(SimulatedCustomers.buying(TRUTH, 1_000, 0, 1));
    BetaGeometric model = BetaGeometric.fit(customers).model();
    BetaGeometric other =
        BetaGeometric.fit(customers.stream().map(c -> inUnit(c, unit)).toList()).model();
    assertThat(other.r()).isCloseTo(model.r(), withPercentage(.001));
    assertThat(other.alpha()).isCloseTo(model.alpha() * unit, withPercentage(.001));
    assertThat(other.a()).isCloseTo(model.a(), withPercentage(.001));
    assertThat(other.b()).isCloseTo(model.b(), withPercentage(.001));
    PurchaseSummary customer = customers.get(0);
    assertThat(other.expectedPurchases(inUnit(customer, unit), HORIZON * unit))
        .isCloseTo(model.expectedPurchases(customer, HORIZON), withPercentage(.001));
  }

  @Test
  void theOrderOfCustomersDoesNotMatter() {
    List<PurchaseSummary> customers =
        new ArrayList<>(summaries(SimulatedCustomers.buying(TRUTH, 1_000, 0, 1)));
    BetaGeometric model = BetaGeometric.fit(customers).model();
    Collections.shuffle(customers, new Random(1));
    BetaGeometric shuffled = BetaGeometric.fit(customers).model();
    assertThat(shuffled.a()).isCloseTo(model.a(), withPercentage(.01));
    assertThat(shuffled.b()).isCloseTo(model.b(), withPercentage(.01));
  }

  @Test
  void theSameCustomersGiveTheSameModel() {
    List<PurchaseSummary> customers = summaries(SimulatedCustomers.buying(TRUTH, 1_000, 0, 1));
    assertThat(BetaGeometric.fit(customers)).isEqualTo(BetaGeometric.fit(customers));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void fewCustomersGiveAFiniteModel(long seed) {
    List<PurchaseSummary> customers = summaries(SimulatedCustomers.buying(TRUTH, 40, 0, seed));
    BetaGeometric model = BetaGeometric.fit(customers).model();
    assertThat(total(model, customers) / total(TRUTH, customers)).isBetween(.3, 3.);
    assertThat(model.quadrature().size()).isLessThan(500);
  }

  @Test
  void customersWhoAreAllAlikeGiveAFiniteModel() {
    PurchaseSummary customer = new PurchaseSummary(4, 30, 38);
    BetaGeometric model = BetaGeometric.fit(Collections.nCopies(20, customer)).model();
    assertThat(model.expectedPurchases(customer, 38)).isBetween(3.5, 4.5);
  }

  @Test
  void customersWhoAllBoughtTwiceAndLeftGiveAFiniteModel() {
    PurchaseSummary customer = new PurchaseSummary(1, 1, 400);
    BetaGeometric model = BetaGeometric.fit(Collections.nCopies(20, customer)).model();
    assertThat(model.expectedPurchases(customer, 400)).isBetween(0., .05);
  }

  @Test
  void refusesCustomersOfWhomTooFewCameBack() {
    List<PurchaseSummary> customers =
        new ArrayList<>(Collections.nCopies(500, new PurchaseSummary(0, 0, 40)));
    customers.addAll(Collections.nCopies(3, new PurchaseSummary(2, 10, 40)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BetaGeometric.fit(customers))
        .withMessage(
            "BG/NBD needs at least 10 customers with a repeat purchase, has 3"
                + " (use more customers or a longer period)");
  }

  @Test
  void refusesNoCustomers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BetaGeometric.fit(List.of()))
        .withMessage(
            "BG/NBD needs at least 10 customers with a repeat purchase, has 0"
                + " (use more customers or a longer period)");
  }

  @Test
  void refusesCustomersObservedForNoTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BetaGeometric.fit(Collections.nCopies(12, new PurchaseSummary(1, 0, 0))))
        .withMessage(
            "BG/NBD needs customers observed for some time, all 12 are for 0"
                + " (use a later cut-off)");
  }

  private static List<SimulatedCustomers.Observed> drawn(BetaGeometric truth, long seed) {
    return SimulatedCustomers.buying(truth, 8_000, HORIZON, seed);
  }

  private static double total(BetaGeometric model, List<PurchaseSummary> customers) {
    return Arrays.stream(model.expectedPurchases(customers, HORIZON)).sum();
  }

  private static List<PurchaseSummary> summaries(List<SimulatedCustomers.Observed> customers) {
    return customers.stream().map(SimulatedCustomers.Observed::summary).toList();
  }

  private static PurchaseSummary inUnit(PurchaseSummary customer, double unit) {
    return new PurchaseSummary(
        customer.repeatPurchases(), customer.lastPurchase() * unit, customer.observed() * unit);
  }
}
