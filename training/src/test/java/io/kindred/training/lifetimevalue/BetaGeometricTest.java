package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BetaGeometricTest {
  private static final BetaGeometric CDNOW = new BetaGeometric(.243, 4.414, .793, 2.426);

  /// The customer of Hardie's note on BG/NBD in Excel.
  @Test
  void expectsWhatThePublishedSpreadsheetExpects() {
    PurchaseSummary customer = new PurchaseSummary(2, 30.43, 38.86);
    assertThat(CDNOW.expectedPurchases(customer, 39)).isCloseTo(1.226, within(.0005));
  }

  @Test
  void isAliveWithThePapersProbability() {
    PurchaseSummary customer = new PurchaseSummary(2, 30.43, 38.86);
    double odds = .793 / (2.426 + 1) * Math.pow((4.414 + 38.86) / (4.414 + 30.43), 2.243);
    assertThat(CDNOW.probabilityAlive(customer)).isCloseTo(1 / (1 + odds), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.05, .5, 1, 2.426})
  void nobodyLeavesBeforeARepeatPurchase(double b) {
    BetaGeometric model = new BetaGeometric(.243, 4.414, .793, b);
    assertThat(model.probabilityAlive(new PurchaseSummary(0, 0, 500))).isOne();
  }

  @Test
  void longSilenceAfterManyPurchasesIsTheEnd() {
    PurchaseSummary silent = new PurchaseSummary(1_000, 100, 5_000);
    assertThat(CDNOW.probabilityAlive(silent)).isZero();
    assertThat(CDNOW.expectedPurchases(silent, 39)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e5, 1e7})
  void manyPurchasesOverflowNowhere(double count) {
    PurchaseSummary loyal = new PurchaseSummary(count, 1_000, 1_000);
    double rate = (count + CDNOW.r()) / (1_000 + CDNOW.alpha());
    assertThat(CDNOW.probabilityAlive(loyal)).isGreaterThan(.999);
    assertThat(CDNOW.expectedPurchases(loyal, 1) / rate).isBetween(.95, 1.);
    assertThat(CDNOW.logLikelihood(List.of(loyal))).isFinite();
  }

  @Test
  void noTimeNoPurchases() {
    assertThat(CDNOW.expectedPurchases(new PurchaseSummary(5, 10, 12), 0)).isZero();
  }

  @Test
  void withoutDropOutItIsThePlainNbd() {
    BetaGeometric plain = new BetaGeometric(.74, 8.88, 0, 1);
    PurchaseSummary customer = new PurchaseSummary(100, 5, 50);
    assertThat(plain.withoutDropOut()).isTrue();
    assertThat(plain.probabilityAlive(customer)).isOne();
    assertThat(plain.expectedPurchases(customer, 26)).isCloseTo(100.74 * 26 / 58.88, within(1e-10));
  }

  @Test
  void manyCustomersAreForecastAsEachAlone() {
    PurchaseSummary one = new PurchaseSummary(2, 30, 39);
    PurchaseSummary other = new PurchaseSummary(0, 0, 20);
    assertThat(CDNOW.expectedPurchases(List.of(one, other), 39))
        .containsExactly(CDNOW.expectedPurchases(one, 39), CDNOW.expectedPurchases(other, 39));
  }

  @Test
  void theLikelihoodIsTheSumOverCustomers() {
    PurchaseSummary one = new PurchaseSummary(2, 30, 39);
    PurchaseSummary other = new PurchaseSummary(0, 0, 20);
    double once = CDNOW.logLikelihood(List.of(one));
    assertThat(CDNOW.logLikelihood(List.of(one, other, one)))
        .isCloseTo(2 * once + CDNOW.logLikelihood(List.of(other)), within(1e-10));
  }
}
