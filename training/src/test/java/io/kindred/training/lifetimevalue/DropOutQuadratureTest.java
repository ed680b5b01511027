package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DropOutQuadratureTest {
  private static final DfpField FIFTY_DIGITS = new DfpField(50);
  private static final double[] BS = {.05, 2.4, 100, 1e6};
  private static final double RATE_SHAPE = .243;
  private static final double[] RATIOS = {.05, .9, 9.2};

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, .05, .79, 1, 5, 50})
  void equalsTheClosedFormUpTo500Purchases(double a) {
    assertThat(worstError(a, 0, 1, 5, 50, 500)).isLessThan(1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, .79, 1})
  void isStillCloseAt10000Purchases(double a) {
    assertThat(worstError(a, 10_000)).isLessThan(1e-8);
  }

  @Test
  void doesNotUnderflowForManyPurchases() {
    DropOutQuadrature quadrature = DropOutQuadrature.of(.79, 2.4);
    assertThat(quadrature.expectedIfAlive(1e7, 1e7, 1e-3)).isCloseTo(1e4, within(50.));
  }

  @Test
  void withoutDropOutEveryPurchaseOfTheNbdIsExpected() {
    DropOutQuadrature quadrature = DropOutQuadrature.of(0, 1);
    assertThat(quadrature.size()).isEqualTo(1);
    assertThat(quadrature.expectedIfAlive(3, 3.2, .9)).isCloseTo(2.88, within(1e-12));
    assertThat(quadrature.expectedIfAlive(0, .2, 0)).isZero();
  }

  @Test
  void approachesTheNbdAsTheDropOutGoesToZero() {
    double almost = DropOutQuadrature.of(1e-6, 2.4).expectedIfAlive(3, 3.2, .9);
    assertThat(almost).isCloseTo(2.88, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, .79, 50})
  void isWhatASoftmaxOverItsConstantsGives(double a) {
    DropOutQuadrature quadrature = DropOutQuadrature.of(a, 2.4);
    double[] p = quadrature.probabilities();
    double[] logOneMinus = quadrature.logOneMinus();
    double[] logWeights = quadrature.logWeights();
    double largest = Arrays.stream(logWeights).max().orElseThrow();
    double weights = 0;
    double sum = 0;
    for (int k = 0; k < quadrature.size(); k++) {
      double weight = Math.exp(logWeights[k] + 7 * logOneMinus[k] - largest);
      weights += weight;
      sum += weight * withoutExpm1AndLog1p(p[k], 7.2, .9);
    }
    assertThat(sum / weights).isCloseTo(quadrature.expectedIfAlive(7, 7.2, .9), within(1e-11));
  }

  @Test
  void itsSizeIsSmallForParametersOfRealCustomers() {
    assertThat(DropOutQuadrature.of(.793, 2.426).size()).isLessThan(130);
  }

  /// As an exported graph does it.
  private static double withoutExpm1AndLog1p(double p, double shape, double ratio) {
    double v = p * ratio;
    double w = 1 + v;
    double log1p = w == 1 ? v : Math.log(w) * v / (w - 1);
    double tanh = Math.tanh(shape * log1p / 2);
    return 2 * tanh / (1 + tanh) / p;
  }

  private static double worstError(double a, double... counts) {
    double worst = 0;
    for (double b : BS) {
      DropOutQuadrature quadrature = DropOutQuadrature.of(a, b);
      for (double x : counts) {
        for (double ratio : RATIOS) {
          double expected = closedForm(a, b, x, ratio);
          double sum = quadrature.expectedIfAlive(x, RATE_SHAPE + x, ratio);
          worst = Math.max(worst, Math.abs(sum / expected - 1));
        }
      }
    }
    return worst;
  }

  /// (10) of Fader, Hardie and Lee 2005 without its denominator, after Euler's transformation: `c /
  /// (a-1) (1 - (1-w)^(a-1) 2F1(a-1, a+b-1-r; c; w))`, c = a+b+x-1, w = ratio / (1+ratio). It is
  /// 0/0 at a = 1, so a is moved by 1e-20, of which fifty digits leave enough.
  private static double closedForm(double a, double b, double x, double ratio) {
    Dfp aMinus1 = number(a).subtract(1).add(number(1e-20));
    Dfp c = aMinus1.add(number(b)).add(number(x));
    Dfp second = aMinus1.add(number(b)).subtract(number(RATE_SHAPE));
    Dfp w = number(ratio).divide(number(ratio).add(1));
    Dfp power = DfpMath.pow(w.negate().add(1), aMinus1);
    Dfp inner = power.multiply(hypergeometric(aMinus1, second, c, w));
    return c.divide(aMinus1).multiply(inner.negate().add(1)).toDouble();
  }

  private static Dfp hypergeometric(Dfp first, Dfp second, Dfp third, Dfp w) {
    Dfp term = number(1);
    Dfp sum = term;
    Dfp smallest = number(1e-40);
    for (int n = 0; n < 50 || term.abs().greaterThan(sum.abs().multiply(smallest)); n++) {
      Dfp factor = first.add(n).multiply(second.add(n)).divide(third.add(n).multiply(n + 1));
      term = term.multiply(factor).multiply(w);
      sum = sum.add(term);
    }
    return sum;
  }

  private static Dfp number(double value) {
    return FIFTY_DIGITS.newDfp(value);
  }
}
