package io.kindred.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.scoring.Decision.AbstentionReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tiny bundle gives a segment from a confidence of .6 on, a macro-segment from .8; its
/// segments A1 and A2 are one macro-segment, B1 is the other; sets hold what has .25.
class DecisionTest {
  private static final float NAN = Float.NaN;
  private static final float[] ORDERED = {2, 30};
  private static final Instant STALE = TinyBundle.AS_OF.plus(Duration.ofDays(90)).plusNanos(1);

  private static BundleContents bundle;

  @BeforeAll
  static void open() throws BundleException {
    bundle = TinyBundle.of(TinyGraph.SOUND).contents();
  }

  @Test
  void theThresholdItselfIsEnough() {
    assertThat(decision(ORDERED, .4, .6, 0)).isEqualTo(assigned(1, .6));
    assertThat(decision(ORDERED, .4, .4, .2))
        .isEqualTo(macroOnly(0, .8, AbstentionReason.SET_TOO_WIDE));
  }

  @Test
  void confidenceIsThatTheSegmentOfNowTurnsOutToBeTheCustomers() {
    SegmentOutputs outputs = outputs(new double[] {.75, .25, 0}, .0625, .125, .8125, 0);

    // Certain now, and yet likely to be in another segment, of another macro-segment.
    assertThat(Decision.of(bundle, ORDERED, outputs, TinyBundle.AS_OF))
        .isEqualTo(new Decision.Abstained(AbstentionReason.NOT_CONFIDENT));
    assertThat(
            Decision.of(
                bundle,
                ORDERED,
                outputs(new double[] {.4, .3, .3}, .875, .0625, .0625, 0),
                TinyBundle.AS_OF))
        .isEqualTo(assigned(0, .875));
  }

  @Test
  void ofSeveralProbableSegmentsTheMacroSegmentIsGiven() {
    assertThat(decision(ORDERED, .5, .375, .125))
        .isEqualTo(macroOnly(0, .875, AbstentionReason.SET_TOO_WIDE));
    assertThat(decision(ORDERED, .375, .25, .375))
        .isEqualTo(new Decision.Abstained(AbstentionReason.SET_TOO_WIDE));
  }

  @Test
  void whereAnotherSegmentAloneIsProbableTheMacroSegmentOfBothIsGiven() {
    assertThat(
            Decision.of(
                bundle,
                ORDERED,
                outputs(new double[] {.75, .25, 0}, .0625, .8125, .125, 0),
                TinyBundle.AS_OF))
        .isEqualTo(macroOnly(0, .875, AbstentionReason.NOT_CONFIDENT));
  }

  @Test
  void inTheLowestBandTooLittleIsKnown() {
    assertThat(decision(new float[] {0, 30}, .5, .375, .125))
        .isEqualTo(macroOnly(0, .875, AbstentionReason.TOO_LITTLE_KNOWN));
    assertThat(decision(new float[] {NAN, 30}, .375, .25, .375))
        .isEqualTo(new Decision.Abstained(AbstentionReason.TOO_LITTLE_KNOWN));
    // Confidence is enough, however little it rests on: it is calibrated by the band.
    assertThat(decision(new float[] {0, 30}, .7, .2, .1)).isEqualTo(assigned(0, .7));
  }

  @Test
  void ofSomeoneUnknownNothingIsSaid() {
    assertThat(decision(new float[] {NAN, NAN}, 1, 0, 0))
        .isEqualTo(new Decision.Abstained(AbstentionReason.TOO_LITTLE_KNOWN));
  }

  @Test
  void whoeverIsUnlikeAnyoneSeenHasNoSegment() {
    double[] posterior = {.875, .0625, .0625};
    SegmentOutputs justFamiliar = outputs(posterior, .875, .0625, .0625, -5);
    SegmentOutputs unfamiliar = outputs(posterior, .875, .0625, .0625, Math.nextDown(-5));

    assertThat(Decision.of(bundle, ORDERED, justFamiliar, TinyBundle.AS_OF))
        .isEqualTo(assigned(0, .875));
    assertThat(Decision.of(bundle, ORDERED, unfamiliar, TinyBundle.AS_OF))
        .isEqualTo(macroOnly(0, .9375, AbstentionReason.UNLIKE_ANYTHING_SEEN));
    assertThat(Decision.of(bundle, ORDERED, outputs(posterior, .7, 0, .3, -6), TinyBundle.AS_OF))
        .isEqualTo(new Decision.Abstained(AbstentionReason.UNLIKE_ANYTHING_SEEN));
  }

  @Test
  void segmentsGoStale() {
    double[] posterior = {.875, .0625, .0625};
    SegmentOutputs sure = outputs(posterior, .875, .0625, .0625, 0);

    assertThat(Decision.of(bundle, ORDERED, sure, STALE.minusNanos(1)))
        .isEqualTo(assigned(0, .875));
    assertThat(Decision.of(bundle, ORDERED, sure, STALE))
        .isEqualTo(macroOnly(0, .9375, AbstentionReason.STALE));
    // Of several reasons the one that lies with the bundle is said first.
    assertThat(Decision.of(bundle, ORDERED, outputs(posterior, .5, .25, .25, -6), STALE))
        .isEqualTo(new Decision.Abstained(AbstentionReason.STALE));
  }

  private static Decision decision(float[] row, double... probabilities) {
    return Decision.of(
        bundle,
        row,
        outputs(probabilities, probabilities[0], probabilities[1], probabilities[2], 0),
        TinyBundle.AS_OF);
  }

  private static SegmentOutputs outputs(
      double[] posterior, double first, double second, double third, double familiarity) {
    return new SegmentOutputs(
        posterior,
        new double[] {posterior[0] + posterior[1], posterior[2]},
        new double[][] {{first, second, third}, {0, 0, 1}},
        familiarity);
  }

  private static Decision assigned(int segment, double confidence) {
    return new Decision.Assigned(TinyBundle.SEGMENTS.segments().get(segment), confidence);
  }

  private static Decision macroOnly(int macro, double confidence, AbstentionReason reason) {
    return new Decision.MacroOnly(
        TinyBundle.SEGMENTS.macroSegments().get(macro), confidence, reason);
  }
}
