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

final class GammaGammaTest {
  private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

  @Test
  void cdnowHasThePublishedParameters() {
    GammaGammaFit fit = GammaGamma.fit(values(RealCustomers.cdnow()));
    assertThat(fit.customers()).isEqualTo(946);
    assertThat(fit.model().p()).isCloseTo(6.25, within(.005));
    assertThat(fit.model().q()).isCloseTo(3.74, within(.005));
    assertThat(fit.model().gamma()).isCloseTo(15.44, within(.005));
    assertThat(fit.meanBounded()).isFalse();
  }

  @Test
  void wholesalersDoNotBreakOnlineRetail() {
    GammaGammaFit fit = GammaGamma.fit(values(RealCustomers.onlineRetail()));
    assertThat(fit.customers()).isEqualTo(1_403);
    assertThat(fit.model().p()).isCloseTo(3.06, within(.005));
    assertThat(fit.model().q()).isCloseTo(3.21, within(.005));
    assertThat(fit.model().gamma()).isCloseTo(301.3, within(.5));
    assertThat(fit.model().populationMean()).isCloseTo(417.1, within(.5));
    assertThat(fit.meanBounded()).isFalse();
  }

  @Test
  void expectsThePapersMean() {
    assertThat(CDNOW.expectedValue(2, 50))
        .isCloseTo(6.25 * (15.44 + 2 * 50) / (6.25 * 2 + 3.74 - 1), within(1e-12));
  }

  @Test
  void expectsEveryonesMeanWithoutARepeatPurchase() {
    assertThat(CDNOW.populationMean()).isCloseTo(6.25 * 15.44 / 2.74, within(1e-12));
    assertThat(CDNOW.expectedValue(0, Double.NaN)).isEqualTo(CDNOW.populationMean());
  }

  @Test
  void nothingSpentPullsTowardsNothing() {
    double unspent = CDNOW.expectedValue(5, 0);
    assertThat(unspent).isCloseTo(6.25 * 15.44 / (6.25 * 5 + 2.74), within(1e-12));
    assertThat(CDNOW.expectedValue(5, -20)).isEqualTo(unspent);
  }

  @Test
  void largeNumbersOverflowNowhere() {
    assertThat(CDNOW.expectedValue(1e6, 1e305)).isCloseTo(1e305, withPercentage(.001));
    assertThat(CDNOW.expectedValue(1e308, 40)).isCloseTo(40, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsTheParametersThatValuesWereDrawnFrom(long seed) {
    GammaGamma truth = new GammaGamma(4, 3.5, 40);
    GammaGamma found = GammaGamma.fit(SimulatedCustomers.spending(truth, 4_000, seed)).model();
    assertThat(found.p()).isCloseTo(4, withPercentage(15));
    assertThat(found.q()).isCloseTo(3.5, withPercentage(12));
    assertThat(found.gamma()).isCloseTo(40, withPercentage(20));
    assertThat(found.populationMean()).isCloseTo(64, withPercentage(5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {100, 1e-9, 1e12})
  void theCurrencyOnlyScalesTheModel(double unit) {
    List<RepeatValue> customers = SimulatedCustomers.spending(CDNOW, 1_000, 1);
    GammaGamma model = GammaGamma.fit(customers).model();
    GammaGamma other =
        GammaGamma.fit(
                customers.stream()
                    .map(c -> new RepeatValue(c.repeatPurchases(), c.meanValue() * unit))
                    .toList())
            .model();
    assertThat(other.p()).isCloseTo(model.p(), withPercentage(.01));
    assertThat(other.q()).isCloseTo(model.q(), withPercentage(.01));
    assertThat(other.gamma()).isCloseTo(model.gamma() * unit, withPercentage(.01));
  }

  @Test
  void valuesWithoutAMeanAreBounded() {
    Random random = new Random(1);
    List<RepeatValue> customers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      customers.add(new RepeatValue(1 + i % 3, 100 * Math.exp(3 * random.nextGaussian())));
    }
    GammaGammaFit fit = GammaGamma.fit(customers);
    assertThat(fit.meanBounded()).isTrue();
    assertThat(fit.model().q()).isCloseTo(1.05, within(1e-6));
    assertThat(fit.model().populationMean()).isBetween(100., 100_000.);
  }

  @Test
  void onePriceForAllGivesThatPrice() {
    GammaGamma model = GammaGamma.fit(Collections.nCopies(30, new RepeatValue(3, 9.99))).model();
    assertThat(model.populationMean()).isCloseTo(9.99, within(.001));
    assertThat(model.expectedValue(3, 9.99)).isCloseTo(9.99, within(.001));
  }

  @Test
  void whatWasGivenBackIsLeftOut() {
    List<RepeatValue> customers = SimulatedCustomers.spending(CDNOW, 100, 1);
    List<RepeatValue> more = new ArrayList<>(customers);
    more.add(new RepeatValue(1, 0));
    more.add(new RepeatValue(4, -12));
    assertThat(GammaGamma.fit(more)).isEqualTo(GammaGamma.fit(customers));
  }

  @Test
  void theFitsLikelihoodIsItsModels() {
    List<RepeatValue> customers = SimulatedCustomers.spending(CDNOW, 100, 1);
    GammaGammaFit fit = GammaGamma.fit(customers);
    assertThat(fit.model().logLikelihood(customers)).isEqualTo(fit.logLikelihood());
    assertThat(CDNOW.logLikelihood(customers)).isLessThan(fit.logLikelihood());
  }

  @Test
  void refusesTooFewCustomers() {
    List<RepeatValue> customers = new ArrayList<>(Collections.nCopies(50, new RepeatValue(2, 0)));
    customers.add(new RepeatValue(2, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GammaGamma.fit(customers))
        .withMessage(
            "Gamma-Gamma needs at least 10 customers with repeat purchases of positive value, has 1"
                + " (use more customers or a longer period)");
  }

  private static List<RepeatValue> values(List<RealCustomers.Observed> customers) {
    List<RepeatValue> values = new ArrayList<>();
    for (RealCustomers.Observed customer : customers) {
      List<Double> positive = customer.repeatAmounts().stream().filter(a -> a > 0).toList();
      if (!positive.isEmpty()) {
        double sum = positive.stream().mapToDouble(Double::doubleValue).sum();
        values.add(new RepeatValue(positive.size(), sum / positive.size()));
      }
    }
    return values;
  }
}
