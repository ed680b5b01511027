package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Ten draws of customers, each fitted up to the cut-off and compared with what they did after it.
final class BetaGeometricHoldoutTest {
  private static final BetaGeometric TRUTH = new BetaGeometric(.8, 6, .8, 2.5);
  private static final double HORIZON = 30;

  /// What one drawn customer was expected to buy and really bought.
  private record Forecast(PurchaseSummary summary, double expected, int made) {}

  private static final List<Forecast> FORECASTS = new ArrayList<>();

  @BeforeAll
  static void forecast() {
    for (long seed = 1; seed <= 10; seed++) {
      var customers = SimulatedCustomers.buying(TRUTH, 8_000, HORIZON, seed);
      var summaries = customers.stream().map(SimulatedCustomers.Observed::summary).toList();
      double[] expected =
          BetaGeometric.fit(summaries).model().expectedPurchases(summaries, HORIZON);
      for (int i = 0; i < expected.length; i++) {
        FORECASTS.add(
            new Forecast(summaries.get(i), expected[i], customers.get(i).purchasesAfter()));
      }
    }
  }

  @Test
  void theTotalIsRight() {
    assertThat(expectedOverMade(FORECASTS)).isCloseTo(1, within(.015));
  }

  @Test
  void customersOfFewAndOfManyPurchasesAreBothRight() {
    assertThat(expectedOverMade(having(0, 0))).isCloseTo(1, within(.03));
    assertThat(expectedOverMade(having(1, 1))).isCloseTo(1, within(.03));
    assertThat(expectedOverMade(having(2, 4))).isCloseTo(1, within(.03));
    assertThat(expectedOverMade(having(5, 1_000))).isCloseTo(1, within(.03));
  }

  @Test
  void everyTenthOfTheForecastsIsRight() {
    List<Forecast> ranked = new ArrayList<>(FORECASTS);
    ranked.sort((one, other) -> Double.compare(one.expected(), other.expected()));
    int tenth = ranked.size() / 10;
    double[] errors = new double[10];
    for (int i = 0; i < errors.length; i++) {
      List<Forecast> group = ranked.subList(i * tenth, (i + 1) * tenth);
      errors[i] = expectedOverMade(group) - 1;
    }
    assertThat(Arrays.stream(errors).map(Math::abs).max().orElseThrow())
        .as("errors %s", Arrays.toString(errors))
        .isLessThan(.12);
  }

  private static List<Forecast> having(double fewest, double most) {
    return FORECASTS.stream()
        .filter(forecast -> forecast.summary().repeatPurchases() >= fewest)
        .filter(forecast -> forecast.summary().repeatPurchases() <= most)
        .toList();
  }

  private static double expectedOverMade(List<Forecast> forecasts) {
    return forecasts.stream().mapToDouble(Forecast::expected).sum()
        / forecasts.stream().mapToInt(Forecast::made).sum();
  }
}
