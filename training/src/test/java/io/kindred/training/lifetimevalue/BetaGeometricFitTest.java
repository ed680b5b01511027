package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
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
    BetaGeometric found = BetaGeometric.fit(summaries(drawn(TRUTH, seed))).model();
    assertThat(found.r() / found.alpha()).isCloseTo(.8 / 6, withPercentage(8));
    assertThat(found.r()).isCloseTo(.8, withPercentage(12));
    assertThat(found.a() / (found.a() + found.b())).isCloseTo(.8 / 3.3, withPercentage(12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void expectsThePurchasesThatDrawnCustomersGoOnToMake(long seed) {
    List<SimulatedCustomers.Observed> customers = drawn(TRUTH, seed);
    BetaGeometric found = BetaGeometric.fit(summaries(customers)).model();
    assertThat(ratioOfExpectedToMade(found, customers)).isCloseTo(1, within(.06));
    assertThat(ratioOfExpectedToMade(found, having(customers, 0, 0))).isCloseTo(1, within(.2));
    assertThat(ratioOfExpectedToMade(found, having(customers, 1, 4))).isCloseTo(1, within(.15));
    assertThat(ratioOfExpectedToMade(found, having(customers, 5, 1e9))).isCloseTo(1, within(.08));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void customersWhoNeverLeaveAreFoundToStay(long seed) {
    BetaGeometric plain = new BetaGeometric(.8, 6, 0, 1);
    List<SimulatedCustomers.Observed> customers = drawn(plain, seed);
    BetaGeometric found = BetaGeometric.fit(summaries(customers)).model();
    assertThat(found.a() / (found.a() + found.b())).isLessThan(.003);
    assertThat(found.r()).isCloseTo(.8, withPercentage(8));
    assertThat(ratioOfExpectedToMade(found, customers)).isCloseTo(1, within(.06));
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, 1. / 24, 1e-6, 1e9})
  void theUnitOfTimeOnlyScalesTheModel(double unit) {
    List<PurchaseSummary> customers = summaries(drawn(TRUTH, 1));
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
    List<PurchaseSummary> customers = new ArrayList<>(summaries(drawn(TRUTH, 1)));
    BetaGeometric model = BetaGeometric.fit(customers).model();
    Collections.shuffle(customers, new Random(1));
    BetaGeometric shuffled = BetaGeometric.fit(customers).model();
    assertThat(shuffled.a()).isCloseTo(model.a(), withPercentage(.01));
    assertThat(shuffled.b()).isCloseTo(model.b(), withPercentage(.01));
  }

  @Test
  void theSameCustomersGiveTheSameModel() {
    List<PurchaseSummary> customers = summaries(drawn(TRUTH, 1));
    assertThat(BetaGeometric.fit(customers)).isEqualTo(BetaGeometric.fit(customers));
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
        .isThrownBy(
            () -> BetaGeometric.fit(Collections.nCopies(12, new PurchaseSummary(1, 0, 0))))
        .withMessage(
            "BG/NBD needs customers observed for some time, all 12 are for 0"
                + " (use a later cut-off)");
  }

  private static List<SimulatedCustomers.Observed> drawn(BetaGeometric truth, long seed) {
    return SimulatedCustomers.buying(truth, 8_000, HORIZON, seed);
  }

  private static List<SimulatedCustomers.Observed> having(
      List<SimulatedCustomers.Observed> customers, double fewest, double most) {
    return customers.stream()
        .filter(c -> c.summary().repeatPurchases() >= fewest)
        .filter(c -> c.summary().repeatPurchases() <= most)
        .toList();
  }

  private static double ratioOfExpectedToMade(
      BetaGeometric model, List<SimulatedCustomers.Observed> customers) {
    double expected = 0;
    for (double each : model.expectedPurchases(summaries(customers), HORIZON)) {
      expected += each;
    }
    return expected
        / customers.stream().mapToInt(SimulatedCustomers.Observed::purchasesAfter).sum();
  }

  private static List<PurchaseSummary> summaries(List<SimulatedCustomers.Observed> customers) {
    return customers.stream().map(SimulatedCustomers.Observed::summary).toList();
  }

  private static PurchaseSummary inUnit(PurchaseSummary customer, double unit) {
    return new PurchaseSummary(
        customer.repeatPurchases(), customer.lastPurchase() * unit, customer.observed() * unit);
  }
}
