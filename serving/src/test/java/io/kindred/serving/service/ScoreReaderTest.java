package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kindred.models.Language;
import io.kindred.models.Outputs;
import io.kindred.models.Segments;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.scoring.Decision;
import io.kindred.scoring.Decision.AbstentionReason;
import io.kindred.scoring.Score;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written of a score is read again as the same score.
class ScoreReaderTest {
  private static final Outputs OUTPUTS =
      new Outputs(
          new SegmentOutputs(
              new double[] {.125, .625, .25},
              new double[] {.25, .75},
              new double[][] {{.25, .25, .5}, {.5, .375, .125}},
              -3.5),
          new double[] {.75, .125},
          new double[] {.5, 2, 31, 15, 60});

  private static TinyServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TinyServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aSegmentGivenIsRead() {
    assertReadAgain(new Decision.Assigned(segments().segments().get(1), .25));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonIsRead(AbstentionReason reason) {
    assertReadAgain(new Decision.Abstained(reason));
    // The confidence in a macro-segment is the sum of its segments' in the first forecast.
    assertReadAgain(new Decision.MacroOnly(segments().macroSegments().getFirst(), .5, reason));
    assertReadAgain(new Decision.MacroOnly(segments().macroSegments().get(1), .5, reason));
  }

  @Test
  void aScoreThatNamesWhatTheBundleDoesNotKnowIsRefused() {
    io.kindred.v1.Score.Builder message =
        write(new Decision.Abstained(AbstentionReason.STALE)).toBuilder();
    message.getSegmentForecastsBuilder(1).getSegmentsBuilder(0).setSegmentId("Z9");

    assertThatIllegalStateException()
        .isThrownBy(() -> new ScoreReader(server.bundle()).fromMessage(message.build()))
        .withMessage(
            "a score names 'Z9', which %s does not know (expected a score of that bundle)",
            server.bundle());
  }

  private static void assertReadAgain(Decision decision) {
    assertThat(new ScoreReader(server.bundle()).fromMessage(write(decision)))
        .isEqualTo(score(decision));
  }

  private static io.kindred.v1.Score write(Decision decision) {
    ScoreWish wish =
        new ScoreWish(
            TinyShop.AS_OF, false, Language.ENGLISH, OptionalDouble.empty(), 1, List.of(0, 1));
    return new ScoreWriter(new LiveBundle(server.scorer()), wish)
        .toMessage(score(decision), new float[TinyShop.SCHEMA.size()]);
  }

  private static Score score(Decision decision) {
    return new Score(server.bundle().id(), TinyShop.AS_OF, decision, OUTPUTS);
  }

  private static Segments segments() {
    return server.bundle().contents().segments();
  }
}
