package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.features;
import static io.kindred.serving.service.Requests.request;
import static io.kindred.serving.service.Requests.row;
import static io.kindred.serving.service.Requests.scoreOptions;
import static io.kindred.serving.service.Requests.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.History;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.AbstentionReason;
import io.kindred.v1.Decision;
import io.kindred.v1.PredictionSet;
import io.kindred.v1.Reason;
import io.kindred.v1.ReasonDirection;
import io.kindred.v1.Score;
import io.kindred.v1.ScoreOptions;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoreView;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc.ScoringServiceBlockingStub;
import io.kindred.v1.SegmentForecast;
import io.kindred.v1.SegmentProbability;
import io.kindred.v1.Subject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a score says of how sure its segment is, and why.
class SegmentConfidenceTest {
  private static TinyServer server;
  private static ScoringServiceBlockingStub stub;

  @BeforeAll
  static void start() throws IOException {
    server = TinyServer.start();
    stub = ScoringServiceGrpc.newBlockingStub(server.channel());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// Of half an order: A1 has .506, A2 .307 and B1 .186.
  @ParameterizedTest
  @CsvSource({"0.6, A1", "0.8, A1 A2", "0.95, A1 A2 B1"})
  void aPredictionSetIsOfTheCoverageAskedFor(double coverage, String ids) {
    Score score = halfAnOrder(scoreOptions().setCoverage(coverage));

    assertThat(score.getPredictionSet())
        .isEqualTo(
            PredictionSet.newBuilder()
                .addAllSegmentIds(List.of(ids.split(" ")))
                .setCoverage(coverage)
                .build());
    // A range of spend there is at its own level alone.
    assertThat(score.getLifetimeValue().hasSpendRange()).isEqualTo(coverage == .8);
    // What is decided hangs on the bundle's own level, not on the one asked for.
    assertThat(score.getAbstentionReason())
        .isEqualTo(AbstentionReason.ABSTENTION_REASON_SET_TOO_WIDE);
  }

  @Test
  void withoutCoverageTheBundlesOwnChoiceCounts() {
    assertThat(halfAnOrder(scoreOptions())).isEqualTo(halfAnOrder(scoreOptions().setCoverage(.8)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.9, 0, 1, -1, .79, Double.POSITIVE_INFINITY})
  void anotherCoverageIsRefused(double coverage) {
    ScoreRequest request = request(scoreOptions().setCoverage(coverage));

    assertThat(Refused.of(() -> stub.score(request)).violations())
        .containsExactly(
            "options.coverage is %s (expected one of Bundle.coverage_levels: [0.8, 0.6, 0.95])"
                .formatted(coverage));
  }

  @Test
  void eachForecastSaysHowFarAheadItIs() {
    List<SegmentForecast> forecasts =
        score(row(features("order_count", 2)), scoreOptions()).getSegmentForecastsList();

    assertThat(forecasts).extracting(SegmentForecast::getHorizonDays).containsExactly(90, 180);
    for (int f = 0; f < 2; f++) {
      List<SegmentProbability> segments = forecasts.get(f).getSegmentsList();
      double[] weights = {Math.exp(2.0 / (1 + f)), 1, Math.exp(-2.0 / (1 + f))};
      double sum = weights[0] + weights[1] + weights[2];
      assertThat(segments)
          .extracting(SegmentProbability::getSegmentId)
          .containsExactly("A1", "A2", "B1");
      for (int k = 0; k < 3; k++) {
        assertThat(segments.get(k).getProbability()).isCloseTo(weights[k] / sum, within(1e-12));
      }
    }
  }

  @Test
  void familiarityFallsWithWhatIsOdd() {
    Score nothingKnown = score(subject(History.empty()), scoreOptions());
    Score usual = score(row(features("attribute:age", 32)), scoreOptions());
    Score odd = score(row(features("order_count", 2, "attribute:age", 96)), scoreOptions());

    assertThat(nothingKnown.hasFamiliarity()).isTrue();
    assertThat(nothingKnown.getFamiliarity()).isCloseTo(0, within(1e-12));
    assertThat(usual.getFamiliarity()).isCloseTo(-1, within(1e-12));
    assertThat(odd.getFamiliarity())
        .isCloseTo(Math.log((Math.exp(2) + 1 + Math.exp(-2)) / 3) - 9, within(1e-12));
    assertThat(odd.getDecision()).isEqualTo(Decision.DECISION_MACRO_ONLY);
    assertThat(odd.getAbstentionReason())
        .isEqualTo(AbstentionReason.ABSTENTION_REASON_UNLIKE_ANYTHING_SEEN);
  }

  @Test
  void reasonsSayWhyTheLikeliestSegmentIsMoreProbableThanTheNext() {
    Score score =
        score(
            row(features("order_count", 3, "order_value_total", 7, "attribute:age", 20)),
            scoreOptions().setView(ScoreView.SCORE_VIEW_FULL));

    // The age speaks for all segments alike, and the model does not look at the value.
    assertThat(score.getReasonsList())
        .containsExactly(
            Reason.newBuilder()
                .setFeature("order_count")
                .setText(TinyShop.SCHEMA.features().getFirst().description())
                .setDirection(ReasonDirection.REASON_DIRECTION_RAISES)
                .setContribution(3)
                .setValue(3)
                .build());
    double logOdds =
        Math.log(score.getPosterior(0).getProbability() / score.getPosterior(1).getProbability());
    assertThat(score.getReasons(0).getContribution()).isCloseTo(logOdds, within(1e-6));
  }

  @Test
  void withoutTheFullViewOrAnythingKnownThereAreNoReasons() {
    ScoreOptions.Builder full = scoreOptions().setView(ScoreView.SCORE_VIEW_FULL);

    assertThat(score(row(features("order_count", 3)), scoreOptions()).getReasonsList()).isEmpty();
    assertThat(score(row(features("attribute:age", 20)), full).getReasonsList()).isEmpty();
    assertThat(score(subject(History.empty()), full).getReasonsList()).isEmpty();
  }

  private static Score halfAnOrder(ScoreOptions.Builder options) {
    return score(row(features("order_count", .5)), options);
  }

  private static Score score(Subject subject, ScoreOptions.Builder options) {
    return stub.score(ScoreRequest.newBuilder().setSubject(subject).setOptions(options).build())
        .getScore();
  }
}
