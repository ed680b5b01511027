package io.kindred.models.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentForecastTest {
  private static final SegmentForecast FORECAST =
      new SegmentForecast(
          90,
          new double[] {.5, 1},
          new double[][] {{1, 0}, {-1, 0}},
          new double[][] {{.25, -.25}, {0, 0}});

  @Test
  void theForecastIsTheSoftmaxOfWhatTheSegmentsAndTheBandSay() {
    double now = Math.log(.75);
    double other = Math.log(.25);
    double first = Math.exp(.5 * now + now - other + .25);
    double second = Math.exp(.5 * other - .25);

    assertThat(FORECAST.of(new double[] {.75, .25}, 0))
        .containsExactly(
            new double[] {first / (first + second), second / (first + second)}, within(1e-12));
    // p0^1 p0 / p1 against p1.
    assertThat(FORECAST.of(new double[] {.75, .25}, 1))
        .containsExactly(new double[] {2.25 / 2.5, .25 / 2.5}, within(1e-12));
  }

  @Test
  void withNothingLearnedThePosteriorStays() {
    SegmentForecast same =
        new SegmentForecast(0, new double[] {1}, new double[3][3], new double[1][3]);

    assertThat(same.of(new double[] {.7, .2, .1}, 0))
        .containsExactly(new double[] {.7, .2, .1}, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-7, 1e-6})
  void tinyProbabilitiesCountAsTheLeast(double tiny) {
    double[] forecast = FORECAST.of(new double[] {1, tiny}, 1);

    assertThat(forecast).isEqualTo(FORECAST.of(new double[] {1, 1e-6}, 1));
    assertThat(Arrays.stream(forecast).sum()).isCloseTo(1, within(1e-12));
    assertThat(forecast[1]).isPositive();
  }

  @Test
  void sizesThatDoNotBelongTogetherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SegmentForecast(30, new double[1], new double[2][2], new double[2][2]))
        .withMessage("forecast of 30 days has sizes that do not belong together");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SegmentForecast(30, new double[1], new double[2][3], new double[1][2]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SegmentForecast(30, new double[1], new double[2][2], new double[1][3]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SegmentForecast(-1, new double[1], new double[2][2], new double[1][2]))
        .withMessage("forecast of -1 days is not all finite (expected numbers, and days >= 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SegmentForecast(30, new double[] {Double.NaN}, new double[2][2], new double[1][2]));
  }

  @Test
  void aModelHasAForecastAndEachIsOfItsSegmentsAndBands() {
    SegmentTree tree = new SegmentTree(new SegmentNode.Leaf(), new int[] {0});
    KnownBands known = new KnownBands(new int[] {0}, false, new double[0], List.of("any"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentModel(tree, known, List.of()))
        .withMessage("there is no forecast of segments (expected at least 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentModel(tree, known, List.of(FORECAST)))
        .withMessage("forecast of 90 days of 2 segments is not of 1 segments and 1 bands");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aModelSaysAllOfARow(long seed) {
    RandomSegments random = new RandomSegments(seed);
    SegmentTree tree = random.tree();
    int segments = tree.segments();
    SegmentForecast near =
        new SegmentForecast(
            30,
            random.numbers(2, .5, 1),
            random.rows(segments, segments),
            random.rows(2, segments));
    SegmentForecast far =
        new SegmentForecast(
            60,
            random.numbers(2, .5, 1),
            random.rows(segments, segments),
            random.rows(2, segments));
    KnownBands known =
        new KnownBands(new int[] {0}, false, new double[] {1}, List.of("none", "some"));
    SegmentModel model = new SegmentModel(tree, known, List.of(near, far));
    float[] row = random.row();
    for (int band = 0; band < 2; band++) {
      row[0] = band;
      double[] posterior = tree.posterior(row);

      assertThat(model.outputs(row))
          .isEqualTo(
              new SegmentOutputs(
                  posterior,
                  tree.macroPosterior(posterior),
                  new double[][] {near.of(posterior, band), far.of(posterior, band)},
                  tree.familiarity(row)));
    }
  }
}
