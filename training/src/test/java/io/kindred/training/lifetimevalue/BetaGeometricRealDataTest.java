package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The published parameters, and the figures of lifetimes 0.11.3 on the same files.
final class BetaGeometricRealDataTest {
  @Test
  void cdnowHasThePublishedParameters() {
    BetaGeometricFit fit = BetaGeometric.fit(RealCustomers.summaries(RealCustomers.cdnow()));
    assertThat(fit.customers()).isEqualTo(2_357);
    assertThat(fit.repeatCustomers()).isEqualTo(946);
    assertThat(fit.model().r()).isCloseTo(.243, within(.0005));
    assertThat(fit.model().alpha()).isCloseTo(4.414, within(.0005));
    assertThat(fit.model().a()).isCloseTo(.793, within(.0005));
    assertThat(fit.model().b()).isCloseTo(2.426, within(.0005));
    assertThat(fit.logLikelihood()).isCloseTo(-9582.4, within(.05));
    assertThat(fit.model().withoutDropOut()).isFalse();
  }

  @Test
  void cdnowsNext39WeeksAreForecastAsByThePeer() {
    List<RealCustomers.Observed> customers = RealCustomers.cdnow();
    double[] expected = forecast(customers, 39);
    assertThat(meanAbsoluteError(customers, expected)).isCloseTo(.785, within(.005));
    assertThat(totalError(customers, expected)).isCloseTo(-.121, within(.005));
  }

  @Test
  void onlineRetailEndsInThePlainNbd() {
    BetaGeometricFit fit = BetaGeometric.fit(RealCustomers.summaries(RealCustomers.onlineRetail()));
    assertThat(fit.customers()).isEqualTo(2_797);
    assertThat(fit.repeatCustomers()).isEqualTo(1_403);
    assertThat(fit.model().withoutDropOut()).isTrue();
    assertThat(fit.model().r()).isCloseTo(.7425, within(.0005));
    assertThat(fit.model().alpha()).isCloseTo(8.882, within(.005));
    assertThat(fit.logLikelihood()).isCloseTo(-13105.44, within(.01));
  }

  /// The peer is Pareto/NBD here (MAE 1.494, total -9.8 %): its BG/NBD does not converge.
  @Test
  void onlineRetailsNext26WeeksAreForecastAsWellAsByThePeer() {
    List<RealCustomers.Observed> customers = RealCustomers.onlineRetail();
    double[] expected = forecast(customers, 26);
    assertThat(meanAbsoluteError(customers, expected)).isLessThan(1.494);
    assertThat(totalError(customers, expected)).isCloseTo(-.098, within(.01));
  }

  private static double[] forecast(List<RealCustomers.Observed> customers, double horizon) {
    List<PurchaseSummary> summaries = RealCustomers.summaries(customers);
    return BetaGeometric.fit(summaries).model().expectedPurchases(summaries, horizon);
  }

  private static double meanAbsoluteError(
      List<RealCustomers.Observed> customers, double[] expected) {
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      sum += Math.abs(expected[i] - customers.get(i).purchasesAfter());
    }
    return sum / expected.length;
  }

  private static double totalError(List<RealCustomers.Observed> customers, double[] expected) {
    double expectedTotal = 0;
    double total = 0;
    for (int i = 0; i < expected.length; i++) {
      expectedTotal += expected[i];
      total += customers.get(i).purchasesAfter();
    }
    return expectedTotal / total - 1;
  }
}
