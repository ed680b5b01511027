package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.features;
import static io.kindred.serving.service.Requests.row;
import static io.kindred.serving.service.Requests.scoreOptions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.grpc.Status;
import io.kindred.serving.testing.MovableShop;
import io.kindred.serving.testing.TinyServer;
import io.kindred.v1.ExplainScoreRequest;
import io.kindred.v1.ExplainScoreResponse;
import io.kindred.v1.Reason;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc.ScoringServiceBlockingStub;
import io.kindred.v1.SegmentExplanation;
import io.kindred.v1.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// On segments `softmax(c - v/100, 0, v/100 - c)` of orders `c` and value `v`.
class ExplainScoreTest {
  private static TinyServer server;
  private static ScoringServiceBlockingStub stub;

  @BeforeAll
  static void start() throws IOException {
    server = TinyServer.start(MovableShop.contents());
    stub = ScoringServiceGrpc.newBlockingStub(server.channel());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// Two orders of 100 together: A1 before A2 before B1. One of 300: the other way round.
  @ParameterizedTest
  @CsvSource({
    "2, 100, '', '', A1, A2, 1",
    "2, 100, A2, '', A2, A1, -1",
    "2, 100, B1, '', B1, A1, -2",
    "2, 100, '', A2, A1, A2, 1",
    "2, 100, '', A1, A2, A1, -1",
    "2, 100, A2, B1, A2, B1, 1",
    "1, 300, '', '', B1, A2, 2",
    "1, 300, A1, '', A1, B1, -4"
  })
  void theMostProbableIsHeldAgainstTheNextUnlessSaidOtherwise(
      double orders,
      double value,
      String asked,
      String askedAgainst,
      String segment,
      String against,
      double logOdds) {
    SegmentExplanation explained =
        explain(customer(orders, value), asked, askedAgainst).getSegment();

    assertThat(explained.getSegmentId()).isEqualTo(segment);
    assertThat(explained.getAgainstSegmentId()).isEqualTo(against);
    assertThat(explained.getLogOdds()).isCloseTo(logOdds, within(1e-6));
    assertThat(explained.getDifferenceWithin()).isZero();
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void allTermsAddUpToTheLogOddsOfTheScore(long seed) {
    Random random = new Random(seed);
    List<String> ids = List.of("A1", "A2", "B1");
    String segment = ids.get(random.nextInt(3));
    String against = ids.get((ids.indexOf(segment) + 1 + random.nextInt(2)) % 3);

    ExplainScoreResponse response =
        explain(customer(random.nextInt(6), random.nextInt(600)), segment, against);

    SegmentExplanation explained = response.getSegment();
    assertThat(
            explained.getSizeDifference()
                + explained.getDifferenceWithin()
                + explained.getReasonsList().stream().mapToDouble(Reason::getContribution).sum())
        .isCloseTo(explained.getLogOdds(), within(1e-6));
    assertThat(Math.log(probability(response, segment) / probability(response, against)))
        .isCloseTo(explained.getLogOdds(), within(1e-6));
  }

  private static double probability(ExplainScoreResponse response, String segment) {
    return response.getScore().getPosteriorList().stream()
        .filter(each -> each.getSegmentId().equals(segment))
        .findFirst()
        .orElseThrow()
        .getProbability();
  }

  @Test
  void theScoreIsThatOfScore() {
    Subject subject = customer(2, 250);

    assertThat(explain(subject, "", "").getScore())
        .isEqualTo(
            stub.score(
                    ScoreRequest.newBuilder()
                        .setSubject(subject)
                        .setOptions(scoreOptions())
                        .build())
                .getScore());
  }

  @Test
  void unknownSegmentsAreAnsweredWithTheNearest() {
    Refused refused = Refused.of(() -> explain(customer(1, 1), "A3", "b1"));

    assertThat(refused.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.violations())
        .containsExactly(
            "segment_id is 'A3', which is no segment of this bundle (did you mean 'A1'?)",
            "against_segment_id is 'b1', which is no segment of this bundle (did you mean 'B1'?)");
  }

  @Test
  void aSegmentIsNotHeldAgainstItself() {
    assertThat(Refused.of(() -> explain(customer(1, 1), "A2", "A2")).violations())
        .containsExactly(
            "against_segment_id is the segment explained (expected another, or nothing)");
  }

  private static Subject customer(double orders, double value) {
    return row(features("order_count", orders, "order_value_total", value));
  }

  private static ExplainScoreResponse explain(Subject subject, String segment, String against) {
    return stub.explainScore(
        ExplainScoreRequest.newBuilder()
            .setSubject(subject)
            .setOptions(scoreOptions())
            .setSegmentId(segment)
            .setAgainstSegmentId(against)
            .build());
  }
}
