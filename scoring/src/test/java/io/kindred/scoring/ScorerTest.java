package io.kindred.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.History;
import io.kindred.models.Bundle;
import io.kindred.models.BundleException;
import io.kindred.models.GoldenRow;
import io.kindred.models.Outputs;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScorerTest {
  private static final float NAN = Float.NaN;

  @Test
  void aHistoryIsScoredAsItsRow() throws BundleException {
    try (Scorer scorer = scorer()) {
      Score score = scorer.score(TinyBundle.customer(), TinyBundle.AS_OF);
      assertThat(score).isEqualTo(scorer.score(new float[] {2, 30}, TinyBundle.AS_OF));
      assertThat(score.bundle()).isEqualTo(scorer.bundle().id());
      assertThat(score.asOf()).isEqualTo(TinyBundle.AS_OF);
      assertThat(score.outputs().value()).containsExactly(.5, 2, 31, 15, 60);
      assertThat(scorer.featurizer().schema()).isEqualTo(TinyBundle.SCHEMA);
    }
  }

  @Test
  void aConfidentPosteriorAssignsTheSegment() throws BundleException {
    assertThat(decision(2, 30))
        .isInstanceOfSatisfying(
            Decision.Assigned.class,
            assigned -> {
              assertThat(assigned.segment().id()).isEqualTo("A1");
              assertThat(assigned.confidence()).isCloseTo(.9924083, within(1e-7));
            });
  }

  @Test
  void segmentsAlikeGiveTheirMacroSegment() throws BundleException {
    assertThat(decision(1, -8))
        .isInstanceOfSatisfying(
            Decision.MacroOnly.class,
            macroOnly -> {
              assertThat(macroOnly.macroSegment().id()).isEqualTo("A");
              assertThat(macroOnly.confidence()).isCloseTo(.8579222, within(1e-7));
            });
  }

  @Test
  void withoutConfidenceNoneIsGiven() throws BundleException {
    assertThat(decision(0, 0))
        .isEqualTo(new Decision.Abstained(Decision.AbstentionReason.NOT_CONFIDENT));
    assertThat(decision(NAN, 0))
        .isEqualTo(new Decision.Abstained(Decision.AbstentionReason.NOT_CONFIDENT));
  }

  @Test
  void ofSomeoneUnknownNothingIsSaid() throws BundleException {
    Decision nothingKnown = new Decision.Abstained(Decision.AbstentionReason.NOTHING_KNOWN);
    assertThat(decision(NAN, NAN)).isEqualTo(nothingKnown);
    try (Scorer scorer = scorer()) {
      assertThat(scorer.score(History.empty(), TinyBundle.AS_OF).decision())
          .isEqualTo(nothingKnown);
    }
  }

  @Test
  void theThresholdItselfIsEnough() {
    Outputs outputs =
        new Outputs(new double[] {.4, .6, 0}, new double[] {1, 0}, new double[1], new double[5]);
    assertThat(Decision.of(TinyBundle.SEGMENTS, outputs, false))
        .isEqualTo(new Decision.Assigned(TinyBundle.SEGMENTS.segments().get(1), .6));
    Outputs macro =
        new Outputs(new double[] {.4, .4, .2}, new double[] {.8, .2}, new double[1], new double[5]);
    assertThat(Decision.of(TinyBundle.SEGMENTS, macro, false))
        .isEqualTo(new Decision.MacroOnly(TinyBundle.SEGMENTS.macroSegments().getFirst(), .8));
  }

  @Test
  void eachRowHasItsOwnMoment() throws BundleException {
    Instant earlier = TinyBundle.AS_OF.minusSeconds(60);
    try (Scorer scorer = scorer()) {
      List<Score> scores =
          scorer.score(new float[][] {{1, 1}, {2, 2}}, List.of(TinyBundle.AS_OF, earlier));
      assertThat(scores).extracting(Score::asOf).containsExactly(TinyBundle.AS_OF, earlier);
      assertThatThrownBy(() -> scorer.score(new float[2][2], List.of(earlier)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("2 rows with 1 moments (expected as many)");
    }
  }

  @Test
  void aModelThatIsNoGraphIsRefusedByItsBundle() throws BundleException {
    Bundle bundle = TinyBundle.of("no graph".getBytes(UTF_8), goldenRows());
    assertThatThrownBy(() -> Scorer.open(bundle))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith(bundle + ": the model is no graph that ONNX Runtime can load: ");
  }

  @Test
  void aGraphWithOtherEndsIsRefusedByItsBundle() throws BundleException {
    Bundle bundle = TinyBundle.of(TinyGraph.SOUND.withInput("x", 2).bytes(), goldenRows());
    assertRefused(
        bundle,
        "the model has inputs [x] and outputs [macro_segments, propensities, segments, value]"
            + " (expected input features and outputs [macro_segments, propensities, segments,"
            + " value])");
  }

  @Test
  void goldenFeaturesThatComeOutOtherwiseAreRefused() throws BundleException {
    GoldenRow golden = TinyBundle.golden(TinyBundle.customer());
    GoldenRow changed =
        new GoldenRow(
            golden.asOf(), golden.history(), new float[] {2, 30.000002f}, golden.outputs());
    assertRefused(
        TinyBundle.of(TinyGraph.SOUND.bytes(), List.of(golden, changed)),
        "the features of golden row 1 come out otherwise here than where the bundle was made"
            + " (expected the same to the last digit; serve it with the version of Kindred that"
            + " made it)");
  }

  @Test
  void goldenOutputsThatComeOutOtherwiseAreRefused() throws BundleException {
    GoldenRow golden = TinyBundle.golden(TinyBundle.customer());
    double[] value = golden.outputs().value();
    value[2] *= 1.001;
    assertRefused(
        TinyBundle.of(TinyGraph.SOUND.bytes(), List.of(with(golden, value))),
        "the outputs of golden row 0 differ by 0.0010 from those where the bundle was made"
            + " (expected at most 1e-05; serve it on a supported processor or train it anew)");
    value[2] = Double.NaN;
    assertRefused(
        TinyBundle.of(TinyGraph.SOUND.bytes(), List.of(with(golden, value))),
        "the outputs of golden row 0 differ by Infinity from those where the bundle was made"
            + " (expected at most 1e-05; serve it on a supported processor or train it anew)");
  }

  @Test
  void goldenOutputsMayDifferWithinTheTolerance() throws BundleException {
    GoldenRow golden = TinyBundle.golden(TinyBundle.customer());
    double[] value = golden.outputs().value();
    value[2] *= 1 + 9e-6;
    Scorer.open(TinyBundle.of(TinyGraph.SOUND.bytes(), List.of(with(golden, value)))).close();
  }

  @Test
  void aGraphThatLetsUnknownThroughIsRefusedByItsGoldenRows() throws BundleException {
    assertRefused(
        TinyBundle.of(TinyGraph.SOUND.lettingUnknownThrough()),
        "golden row 1 cannot be scored: the model's outputs for row 0 are not all finite:"
            + " Outputs[segments=[NaN, NaN, NaN], macroSegments=[NaN, NaN], propensities=[NaN],"
            + " value=[NaN, NaN, NaN, NaN, NaN]] (expected numbers; roll back to the bundle"
            + " before) (expected the scores it had where the bundle was made)");
  }

  private static Scorer scorer() throws BundleException {
    return Scorer.open(TinyBundle.of(TinyGraph.SOUND));
  }

  private static Decision decision(float orders, float value) throws BundleException {
    try (Scorer scorer = scorer()) {
      return scorer.score(new float[] {orders, value}, TinyBundle.AS_OF).decision();
    }
  }

  private static List<GoldenRow> goldenRows() {
    return List.of(TinyBundle.golden(TinyBundle.customer()));
  }

  private static GoldenRow with(GoldenRow golden, double[] value) {
    Outputs outputs = golden.outputs();
    return new GoldenRow(
        golden.asOf(),
        golden.history(),
        golden.features(),
        new Outputs(outputs.segments(), outputs.macroSegments(), outputs.propensities(), value));
  }

  private static void assertRefused(Bundle bundle, String message) {
    ThrowingCallable opening = () -> Scorer.open(bundle);
    assertThatThrownBy(opening)
        .isInstanceOf(BundleException.class)
        .hasMessage("%s: %s", bundle, message);
  }
}
