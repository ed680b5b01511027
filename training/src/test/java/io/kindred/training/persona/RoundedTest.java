package io.kindred.training.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.models.Language;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundedTest {
  private static final Numbers NUMBERS = new Numbers(Language.ENGLISH, "SEK");

  @ParameterizedTest
  @CsvSource({
    ".01498, .0149, 1%",
    ".01502, .0151, 2%",
    ".12499, .124, 12%",
    ".12501, .126, 13%",
    ".004998, .00499, <1%",
    ".99999, .999, >99%",
    ".3333, .333, 33%",
    "0, 0, 0%",
    "1, 1, 100%"
  })
  void aShareKeepsItsWholePercent(double share, double rounded, String written) {
    assertThat(Rounded.shareToThreeDigits(share)).isEqualTo(rounded);
    assertThat(NUMBERS.percent(rounded)).isEqualTo(written);
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void roundedTwiceIsRoundedOnce(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      double share = random.nextDouble() * (i % 2 == 0 ? 1 : .05);
      assertThat(NUMBERS.percent(Rounded.shareToThreeDigits(share)))
          .as("%s", share)
          .isEqualTo(NUMBERS.percent(share));
    }
  }
}
