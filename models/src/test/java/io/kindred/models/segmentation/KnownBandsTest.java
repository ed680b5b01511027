package io.kindred.models.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownBandsTest {
  private static final float NAN = Float.NaN;

  @ParameterizedTest
  @CsvSource({"NaN, 0", "0, 0", "0.5, 0", "1, 1", "1.5, 1", "2, 2", "100, 2"})
  void byACountABandBeginsAtItsBound(float orders, int band) {
    KnownBands bands =
        new KnownBands(new int[] {1}, false, new double[] {1, 2}, List.of("none", "one", "more"));

    assertThat(bands.band(new float[] {9, orders})).isEqualTo(band);
    assertThat(bands.size()).isEqualTo(3);
  }

  @Test
  void byAShareTheKnownFeaturesCount() {
    KnownBands bands =
        new KnownBands(
            new int[] {0, 2, 3, 5}, true, new double[] {.5, 1}, List.of("little", "half", "all"));

    assertThat(bands.band(new float[] {NAN, 1, NAN, NAN, 1, 7})).isZero();
    assertThat(bands.band(new float[] {0, NAN, NAN, NAN, NAN, 0})).isEqualTo(1);
    assertThat(bands.band(new float[] {0, NAN, 0, 0, NAN, 0})).isEqualTo(2);
  }

  @Test
  void bandsThatDoNotFitTheirBoundsAreRefused() {
    for (KnownBandsParts wrong :
        List.of(
            new KnownBandsParts(new int[] {0}, false, List.of("one")),
            new KnownBandsParts(new int[0], true, List.of("one", "two")),
            new KnownBandsParts(new int[] {0, 1}, false, List.of("one", "two")))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              new KnownBands(wrong.features(), wrong.share(), new double[] {1}, wrong.names()))
          .withMessage(
              "%d bands from 1 bounds on %d features (expected a band more than bounds, and a"
                  + " feature)",
              wrong.names().size(), wrong.features().length);
    }
    for (double[] bounds : new double[][] {{1, 1}, {2, 1}, {Double.NaN, 1}, {1, Double.NaN}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new KnownBands(new int[] {0}, false, bounds, List.of("a", "b", "c")))
          .withMessage(
              "bands begin at [%s, %s] (expected ascending numbers)", bounds[0], bounds[1]);
    }
  }

  private record KnownBandsParts(int[] features, boolean share, List<String> names) {}
}
