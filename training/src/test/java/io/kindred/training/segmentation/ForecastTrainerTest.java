package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.training.segmentation.DrawnExamples.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTrainerTest {
  private static final double[] SHARES = {.5, .3, .2};

  /// Where little is known the posterior is twice too sure; where much is known it is right, but
  /// the third segment is rarer than it says.
  private static final Truth MISCALIBRATED =
      (logs, band) -> {
        double[] logits = logs.clone();
        for (int k = 0; k < logits.length; k++) {
          logits[k] *= band == 0 ? .5 : 1;
        }
        logits[2] -= band == 0 ? 0 : 1;
        return logits;
      };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aKnownMiscalibrationIsUndone(long seed) {
    ForecastExamples examples = DrawnExamples.of(4_000, SHARES, 2, 1, MISCALIBRATED, seed);
    ForecastExamples fresh = DrawnExamples.of(4_000, SHARES, 2, 1, MISCALIBRATED, seed + 10);

    ForecastTrainer.Fitted fitted = ForecastTrainer.fit(examples, 30, 3, 2, seed);

    SegmentForecast forecast = fitted.forecast();
    assertThat(forecast.days()).isEqualTo(30);
    double distance = 0;
    double before = 0;
    for (int i = 0; i < fresh.size(); i++) {
      double[] posterior = fresh.posteriors().get(i);
      int band = fresh.bands().get(i);
      double[] logs = Arrays.stream(posterior).map(Math::log).toArray();
      double[] truth = Probabilities.softmax(MISCALIBRATED.logits(logs, band));
      distance += distance(forecast.of(posterior, band), truth) / fresh.size();
      before += distance(posterior, truth) / fresh.size();
    }
    assertThat(before).isGreaterThan(.1);
    assertThat(distance).isLessThan(.03);
    assertThat(calibrationError(examples, List.of())).isGreaterThan(.05);
    assertThat(calibrationError(examples, fitted.crossFitted())).isLessThan(.025);
  }

  @Test
  void aPosteriorThatIsRightStaysAsItIs() {
    ForecastExamples examples = DrawnExamples.of(3_000, SHARES, 2, 1, (logs, _) -> logs, 4);

    SegmentForecast forecast = ForecastTrainer.fit(examples, 0, 3, 2, 4).forecast();

    for (int i = 0; i < 200; i++) {
      double[] posterior = examples.posteriors().get(i);
      assertThat(distance(forecast.of(posterior, examples.bands().get(i)), posterior))
          .isLessThan(.06);
    }
  }

  @Test
  void fewExamplesMoveTheForecastLittle() {
    ForecastExamples few = DrawnExamples.of(30, SHARES, 2, 1, (logs, _) -> logs, 5);

    SegmentForecast forecast = ForecastTrainer.fit(few, 0, 3, 2, 5).forecast();

    double[] posterior = {.6, .3, .1};
    assertThat(distance(forecast.of(posterior, 0), posterior)).isLessThan(.2);
  }

  @Test
  void withoutExamplesOrAlternativesThePosteriorStands() {
    double[] posterior = {.6, .3, .1};
    assertThat(ForecastTrainer.fit(ForecastExamples.none(), 0, 3, 1, 6).forecast().of(posterior, 0))
        .containsExactly(posterior, within(1e-12));
    ForecastExamples one = DrawnExamples.of(50, new double[] {1}, 1, 1, (logs, _) -> logs, 6);
    assertThat(ForecastTrainer.fit(one, 0, 1, 1, 6).forecast().of(new double[] {1}, 0))
        .containsExactly(1);
  }

  @Test
  void theGivenLogLossIsOfForecastsThatHadNotSeenTheCustomer() {
    ForecastExamples examples = DrawnExamples.of(500, SHARES, 2, 2, MISCALIBRATED, 7);

    ForecastTrainer.Fitted fitted = ForecastTrainer.fit(examples, 30, 3, 2, 7);

    double sum = 0;
    for (int i = 0; i < examples.size(); i++) {
      sum += ForecastTrainer.crossEntropy(examples.outcomes().get(i), fitted.crossFitted().get(i));
    }
    assertThat(fitted.logLoss()).isCloseTo(sum / examples.size(), within(1e-9));
    ForecastTrainer.Fitted again = ForecastTrainer.fit(examples, 30, 3, 2, 7);
    assertThat(again.forecast()).isEqualTo(fitted.forecast());
  }

  private static double calibrationError(ForecastExamples examples, List<double[]> forecasts) {
    List<double[]> answers = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      double[] forecast = forecasts.isEmpty() ? examples.posteriors().get(i) : forecasts.get(i);
      int given = Probabilities.likeliest(forecast);
      answers.add(new double[] {forecast[given], examples.outcomes().get(i)[given]});
    }
    return CalibrationError.of(answers);
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += Math.abs(one[k] - other[k]) / 2;
    }
    return sum;
  }
}
