package io.kindred.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.features.History;
import io.kindred.models.Bundle;
import io.kindred.models.BundleException;
import io.kindred.models.GoldenRow;
import io.kindred.models.Outputs;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void theDecisionIsOfTheModelsOutputs() throws BundleException {
    try (Scorer scorer = scorer()) {
      float[] row = {2, 30};
      Score score = scorer.score(row, TinyBundle.AS_OF);
      assertThat(score.decision())
          .isEqualTo(
              Decision.of(
                  scorer.bundle().contents(), row, score.outputs().segments(), TinyBundle.AS_OF))
          .isInstanceOf(Decision.Assigned.class);
    }
  }

  @Test
  void segmentsAloneAreThoseOfTheScore() throws BundleException {
    float[][] rows = {{2, 30}, {NAN, 3}, {NAN, NAN}, {0, -8}};
    try (Scorer scorer = scorer()) {
      assertThat(scorer.segments(rows))
          .isEqualTo(
              scorer.score(rows, Collections.nCopies(4, TinyBundle.AS_OF)).stream()
                  .map(score -> score.outputs().segments())
                  .toList());
      assertThat(scorer.segments(new float[0][])).isEmpty();
      assertThatThrownBy(() -> scorer.segments(new float[1][3]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 0 has 3 values (expected 2, one per feature)");
    }
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
        .hasMessageStartingWith(
            bundle + ": model.onnx: the model is no graph that ONNX Runtime can load: ");
  }

  @Test
  void aGraphWithOtherEndsIsRefusedByItsBundle() throws BundleException {
    Bundle bundle = TinyBundle.of(TinyGraph.SOUND.withInput("x", 2).bytes(), goldenRows());
    assertRefused(
        bundle,
        "model.onnx: the model has inputs [x] and outputs [familiarity, macro_segments, propensities,"
            + " segment_forecasts, segments, value] (expected input features and outputs"
            + " [familiarity, macro_segments, propensities, segment_forecasts, segments, value])");
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
            + " SegmentOutputs[posterior=[NaN, NaN, NaN], macroSegments=[NaN, NaN],"
            + " forecasts=[[NaN, NaN, NaN], [NaN, NaN, NaN]], familiarity=NaN] (expected numbers;"
            + " roll back to the bundle before) (expected the scores it had where the bundle was"
            + " made)");
  }

  @Test
  void aWrongGraphOfSegmentsIsRefused() throws BundleException {
    byte[] whole = TinyGraph.SOUND.bytes();
    Bundle noGraph =
        TinyBundle.of(whole, "no graph".getBytes(UTF_8), TinyBundle.SEGMENT_MODEL, goldenRows());
    assertThatThrownBy(() -> Scorer.open(noGraph))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith(
            noGraph + ": segments.onnx: the model is no graph that ONNX Runtime can load: ");
    // It computes with unknown values as if they were numbers, and the second golden row has some.
    assertThatThrownBy(() ->
            Scorer.open(
                TinyBundle.of(
                    whole,
                    TinyGraph.SOUND.lettingUnknownThrough().ofSegments(),
                    TinyBundle.SEGMENT_MODEL,
                    List.of(
                        TinyBundle.golden(TinyBundle.customer()),
                        TinyBundle.golden(History.empty())))))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("golden row 1 cannot be scored");
    assertRefused(
        TinyBundle.of(
            whole, TinyGraph.SOUND.ofSegments(.11), TinyBundle.SEGMENT_MODEL, goldenRows()),
        "the outputs of golden row 0 differ by 0.071 from those where the bundle was made (expected at"
            + " most 1e-05; serve it on a supported processor or train it anew)");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aBrokenGraphIsNamed(long seed) throws BundleException {
    Random random = new Random(seed);
    byte[] whole = TinyGraph.SOUND.bytes();
    byte[] ofSegments = TinyGraph.SOUND.ofSegments();
    for (byte[] broken :
        List.of(
            Arrays.copyOf(ofSegments, random.nextInt(1, ofSegments.length)),
            noise(ofSegments.length, random))) {
      assertNamed("segments.onnx", whole, broken);
    }
    for (byte[] broken :
        List.of(
            Arrays.copyOf(whole, random.nextInt(1, whole.length)), noise(whole.length, random))) {
      assertNamed("model.onnx", broken, ofSegments);
    }
  }

  private static void assertNamed(String file, byte[] model, byte[] segmentGraph)
      throws BundleException {
    Bundle bundle = TinyBundle.of(model, segmentGraph, TinyBundle.SEGMENT_MODEL, goldenRows());
    assertThatThrownBy(() -> Scorer.open(bundle))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith(
            "%s: %s: the model is no graph that ONNX Runtime can load: ".formatted(bundle, file))
        .hasMessageNotContaining("%s")
        .hasMessageEndingWith(
            " (expected the graph as training wrote it; publish the bundle again)");
  }

  private static byte[] noise(int length, Random random) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  @Test
  void aSegmentModelThatExplainsOtherwiseThanTheGraphsIsRefused() throws BundleException {
    assertRefused(
        TinyBundle.of(
            TinyGraph.SOUND.bytes(),
            TinyGraph.SOUND.ofSegments(),
            TinyBundle.segmentModel(.11),
            goldenRows()),
        "the outputs of golden row 0 differ by 0.071 from those where the bundle was made (expected at"
            + " most 1e-05; serve it on a supported processor or train it anew)");
  }

  private static Scorer scorer() throws BundleException {
    return Scorer.open(TinyBundle.of(TinyGraph.SOUND));
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
        new Outputs(outputs.segments(), outputs.propensities(), value));
  }

  private static void assertRefused(Bundle bundle, String message) {
    ThrowingCallable opening = () -> Scorer.open(bundle);
    assertThatThrownBy(opening)
        .isInstanceOf(BundleException.class)
        .hasMessage("%s: %s", bundle, message);
  }
}
