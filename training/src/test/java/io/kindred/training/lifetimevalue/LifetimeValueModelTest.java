package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.training.lifetimevalue.LifetimeValueModel.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeValueModelTest {
  private static final float UNKNOWN = Float.NaN;
  private static final BetaGeometric BUYING = new BetaGeometric(0.24, 30, 0.8, 0.3);
  private static final GammaGamma SPENDING = new GammaGamma(6, 4, 15);

  @Test
  void customersWhoBoughtGoByTheTwoModels() {
    Prediction prediction = model(BUYING).predict(new float[] {3, 100, 20, 50});

    PurchaseSummary customer = new PurchaseSummary(3, 80, 100);
    double orders = BUYING.expectedPurchases(customer, 90);
    double spend = orders * SPENDING.expectedValue(3, 50);
    assertThat(prediction)
        .isEqualTo(
            new Prediction(
                BUYING.probabilityAlive(customer), orders, spend, 0.5 * spend, 2 * spend));
  }

  @Test
  void whoBoughtOnceIsWorthTheMeanPurchase() {
    Prediction prediction = model(BUYING).predict(new float[] {0, 100, 100, UNKNOWN});

    assertThat(prediction.probabilityAlive()).isEqualTo(1);
    assertThat(prediction.spend())
        .isCloseTo(prediction.orders() * SPENDING.populationMean(), within(1e-12));
  }

  @Test
  void whoNeverBoughtIsANewcomer() {
    Prediction newcomer = new Prediction(0, 0.2, 12, 0, 40);
    assertThat(model(BUYING).predict(new float[] {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN}))
        .isEqualTo(newcomer);
    // Parts of a history that cannot be are no history.
    assertThat(model(BUYING).predict(new float[] {2, 100, UNKNOWN, 30})).isEqualTo(newcomer);
    assertThat(model(BUYING).predict(new float[] {UNKNOWN, 100, 3, 30})).isEqualTo(newcomer);
  }

  @Test
  void impossibleRowsAreHeldToTheNearestPossible() {
    LifetimeValueModel model = model(BUYING);
    // The last purchase cannot lie before the first, nor after today.
    assertThat(model.predict(new float[] {2, 100, 300, 50}))
        .isEqualTo(model.predict(new float[] {2, 100, 100, 50}));
    assertThat(model.predict(new float[] {2, 100, -5, 50}))
        .isEqualTo(model.predict(new float[] {2, 100, 0, 50}));
    assertThat(model.predict(new float[] {-3, -7, -7, -50}))
        .isEqualTo(model.predict(new float[] {0, 0, 0, UNKNOWN}));
    assertThat(model.predict(new float[] {2, 100, 10, -50}))
        .isEqualTo(model.predict(new float[] {2, 100, 10, 0}));
    // Purchases are whole.
    assertThat(model.predict(new float[] {0.4f, 100, 10, 50}))
        .isEqualTo(model.predict(new float[] {0, 100, 10, 50}));
    assertThat(model.predict(new float[] {1.6f, 100, 10, 50}))
        .isEqualTo(model.predict(new float[] {2, 100, 10, 50}));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 0.8, 50})
  void noRowGivesAnythingButPossibleNumbers(double dropOut) {
    // b below 1/2, where a fraction of a purchase would have no logarithm.
    LifetimeValueModel model = model(new BetaGeometric(0.24, 30, dropOut, 0.01));
    for (float[] row : rows()) {
      Prediction prediction = model.predict(row);
      assertThat(prediction.probabilityAlive()).isBetween(0.0, 1.0);
      assertThat(prediction.orders()).isFinite().isNotNegative();
      assertThat(prediction.spend()).isFinite().isNotNegative();
      assertThat(prediction.low()).isFinite().isBetween(0.0, prediction.spend());
      assertThat(prediction.high()).isFinite().isGreaterThanOrEqualTo(prediction.spend());
    }
  }

  @Test
  void moreSilenceIsNeverASignOfLife() {
    LifetimeValueModel model = model(BUYING);
    double before = 1;
    for (int recency = 0; recency <= 300; recency += 5) {
      double alive = model.predict(new float[] {4, 300, recency, 50}).probabilityAlive();
      assertThat(alive).isLessThanOrEqualTo(before);
      before = alive;
    }
  }

  private static List<float[]> rows() {
    float[] values = {UNKNOWN, 0, -1, 0.5f, 1, 3, 1000, 1e30f, -1e30f, Float.MIN_VALUE};
    List<float[]> rows = new ArrayList<>();
    for (float repeats : values) {
      for (float first : values) {
        for (float last : values) {
          rows.add(new float[] {repeats, first, last, 20});
        }
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      float[] row = new float[4];
      for (int d = 0; d < 4; d++) {
        row[d] = values[random.nextInt(values.length)];
      }
      rows.add(row);
    }
    return rows;
  }

  private static LifetimeValueModel model(BetaGeometric buying) {
    return new LifetimeValueModel(
        new LifetimeValueModel.Columns(0, 1, 2, 3),
        buying,
        SPENDING,
        new NewcomerValue(10, 0.2, 12, 0, 40),
        new SpendRanges(new double[] {0}, new double[] {0.5}, new double[] {2}),
        90);
  }
}
