package io.kindred.training.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  /// Slope and intercept that calibrate, how spread out the log-odds are, how far off zero.
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 0",
    "0.5, -1, 2, 0",
    "2, 1, 0.5, 0",
    "0.1, 0, 10, 0",
    "0.02, 0.5, 50, 0",
    "1, 30, 1, -30",
    "0.05, -20, 20, 400",
    "400, 0, 0.0025, 0"
  })
  void aKnownMiscalibrationIsUndone(double slope, double intercept, double spread, double centre) {
    int rows = 20_000;
    SplittableRandom random = new SplittableRandom(3);
    double[] logOdds = new double[rows];
    float[] labels = new float[rows];
    for (int i = 0; i < rows; i++) {
      logOdds[i] = centre + spread * random.nextGaussian();
      double truth = 1 / (1 + Math.exp(-(slope * logOdds[i] + intercept)));
      labels[i] = random.nextDouble() < truth ? 1 : 0;
    }

    Calibration calibration = Calibration.fit(logOdds, labels);

    assertThat(calibration.slope()).isCloseTo(slope, within(0.08 * slope));
    assertThat(calibration.slope() * centre + calibration.intercept())
        .isCloseTo(slope * centre + intercept, within(0.08));
  }

  @Test
  void aFewRowsByHandGiveTheSmoothedOdds() {
    // Two groups with log-odds 0 and 1; Platt's targets for 4 of 8 positives are 5/6 and 1/6, so
    // that the fit goes through the mean target of each group.
    double[] logOdds = {0, 0, 0, 0, 1, 1, 1, 1};
    float[] labels = {1, 0, 0, 0, 1, 1, 1, 0};

    Calibration calibration = Calibration.fit(logOdds, labels);

    assertThat(calibration.calibrated(0)).isCloseTo((5 / 6.0 + 3 / 6.0) / 4, within(1e-5));
    assertThat(calibration.calibrated(1)).isCloseTo((15 / 6.0 + 1 / 6.0) / 4, within(1e-5));
  }

  @Test
  void classesThatAreApartStayFinite() {
    double[] logOdds = new double[200];
    float[] labels = new float[200];
    for (int i = 0; i < 200; i++) {
      logOdds[i] = i < 100 ? -40 : 40;
      labels[i] = i < 100 ? 0 : 1;
    }

    Calibration calibration = Calibration.fit(logOdds, labels);

    assertThat(calibration.calibrated(40)).isCloseTo(101 / 102.0, within(1e-5));
    assertThat(calibration.calibrated(-40)).isCloseTo(1 / 102.0, within(1e-5));
    assertThat(calibration.calibrated(1e30)).isEqualTo(1);
    assertThat(calibration.calibrated(-1e30)).isZero();
  }

  @Test
  void aRankingTurnedUpsideDownFallsBackToTheBaseRate() {
    double[] logOdds = new double[100];
    float[] labels = new float[100];
    for (int i = 0; i < 100; i++) {
      logOdds[i] = i / 10.0;
      labels[i] = i < 20 ? 1 : 0;
    }

    Calibration calibration = Calibration.fit(logOdds, labels);

    assertThat(calibration.slope()).isZero();
    assertThat(calibration.calibrated(5)).isCloseTo(21 / 102.0, within(1e-12));
  }

  @Test
  void constantLogOddsGiveTheBaseRate() {
    for (double constant : new double[] {0, 3, -25, 700}) {
      double[] logOdds = new double[100];
      Arrays.fill(logOdds, constant);
      float[] labels = new float[100];
      Arrays.fill(labels, 0, 20, 1);

      double base = Calibration.fit(logOdds, labels).calibrated(constant);

      assertThat(base).as("at %s", constant).isCloseTo(0.2, within(0.02));
    }
  }

  @Test
  void oneAnswerOnlyIsNeverCertain() {
    double[] logOdds = new SplittableRandom(1).doubles(50, -3, 3).toArray();
    float[] all = new float[50];
    Arrays.fill(all, 1);

    assertThat(Calibration.fit(logOdds, all).calibrated(0)).isCloseTo(51 / 52.0, within(1e-4));
    assertThat(Calibration.fit(logOdds, new float[50]).calibrated(0))
        .isCloseTo(1 / 52.0, within(1e-4));
  }
}
