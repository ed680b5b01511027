package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.CustomerId;
import io.kindred.models.Reliability;
import io.kindred.models.segmentation.PredictionSets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityCheckTest {
  private static final List<String> BANDS = List.of("little", "much");
  private static final PredictionSets SETS =
      new PredictionSets(new double[] {.9}, new double[][] {{.3, .3, .3}});

  private final ForecastExamples examples = ForecastExamples.none();
  private final List<double[]> forecasts = new ArrayList<>();

  /// Two bins' worth of answers: ten of confidence .6 that are right six times, and ten of
  /// confidence .9 that are right seven times.
  @Test
  void binsErrorAndCoverageByHand() {
    for (int i = 0; i < 10; i++) {
      add(0, new double[] {.6, .35, .05}, i < 6 ? 0 : i < 9 ? 1 : 2);
      add(1, new double[] {.05, .9, .05}, i < 7 ? 1 : 0);
    }

    List<Reliability> groups = check();

    assertThat(groups).extracting(Reliability::group).containsExactly("all");
    Reliability all = groups.getFirst();
    assertThat(all.customers()).isEqualTo(20);
    assertThat(all.bins()).hasSize(10).allSatisfy(bin -> assertThat(bin.customers()).isEqualTo(2));
    assertThat(all.bins().getFirst().meanConfidence()).isCloseTo(.6, within(1e-12));
    assertThat(all.bins().getLast().meanConfidence()).isCloseTo(.9, within(1e-12));
    // Six pairs right once or twice of .6, and so on, in the order in which they were added.
    double byHand = (3 * .4 + 2 * .6) / 10 + (3 * .1 + .4 + .9) / 10;
    assertThat(all.calibrationError()).isCloseTo(byHand, within(1e-12));
    // Of the first ten .6 and .35 are in the set; of the others .9 alone.
    assertThat(all.coverage()).isCloseTo((9 + 7) / 20.0, within(1e-12));
    assertThat(all.meanSetSize()).isCloseTo(1.5, within(1e-12));
  }

  /// The segment given is the posterior's likeliest, whatever the forecast prefers.
  @Test
  void confidenceIsTheForecastOfTheSegmentGiven() {
    for (int i = 0; i < 20; i++) {
      examples.add(
          new double[] {.7, .2, .1}, 0, new double[] {.25, .75, 0}, new CustomerId("c" + i));
      forecasts.add(new double[] {.4, .5, .1});
    }

    Reliability all = check().getFirst();

    assertThat(all.calibrationError()).isCloseTo(.15, within(1e-12));
    assertThat(all.bins())
        .allSatisfy(bin -> {
          assertThat(bin.meanConfidence()).isCloseTo(.4, within(1e-12));
          assertThat(bin.frequency()).isCloseTo(.25, within(1e-12));
        });
    assertThat(all.coverage()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aBandHasItsOwnFiguresFromTwentyExamplesOn() {
    for (int i = 0; i < 30; i++) {
      add(1, new double[] {.8, .2, 0}, 0);
      if (i < 19) {
        add(0, new double[] {.5, .3, .2}, 1);
      }
    }

    List<Reliability> groups = check();

    assertThat(groups).extracting(Reliability::group).containsExactly("all", "much");
    assertThat(groups).extracting(Reliability::customers).containsExactly(49, 30);
    assertThat(groups.getLast().calibrationError()).isCloseTo(.2, within(1e-12));
  }

  @Test
  void withoutExamplesThereIsNothingToSay() {
    assertThat(check()).isEmpty();
  }

  private void add(int band, double[] forecast, int turnedOut) {
    double[] outcome = new double[3];
    outcome[turnedOut] = 1;
    examples.add(forecast, band, outcome, new CustomerId("c" + examples.size()));
    forecasts.add(forecast);
  }

  private List<Reliability> check() {
    return ReliabilityCheck.of(examples, forecasts, BANDS, SETS, 0);
  }
}
