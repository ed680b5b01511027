package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.features;
import static io.kindred.serving.service.Requests.request;
import static io.kindred.serving.service.Requests.row;
import static io.kindred.serving.service.Requests.scoreOptions;
import static io.kindred.serving.service.Requests.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.AbstentionReason;
import io.kindred.v1.Band;
import io.kindred.v1.BundleAlias;
import io.kindred.v1.Decision;
import io.kindred.v1.FeatureValue;
import io.kindred.v1.Propensity;
import io.kindred.v1.Score;
import io.kindred.v1.ScoreOptions;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoreView;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc.ScoringServiceBlockingStub;
import io.kindred.v1.SegmentProbability;
import io.kindred.v1.TargetDirection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private TinyServer server;
  private ScoringServiceBlockingStub stub;

  @BeforeEach
  void start() throws IOException {
    server = TinyServer.start();
    stub = ScoringServiceGrpc.newBlockingStub(server.channel());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aHistoryIsScoredAsTheScorerScoresIt() {
    SegmentOutputs expected =
        server.scorer().score(TinyShop.customer(), TinyShop.AS_OF).outputs().segments();
    double[] posterior = expected.posterior();

    Score score = stub.score(request(subject(TinyShop.customer()))).getScore();

    assertThat(score.getBundleId()).isEqualTo(server.bundle().id().value());
    assertThat(Times.fromMessage(score.getAsOf())).isEqualTo(TinyShop.AS_OF);
    assertThat(score.getDecision()).isEqualTo(Decision.DECISION_ASSIGNED);
    assertThat(score.getAbstentionReason())
        .isEqualTo(AbstentionReason.ABSTENTION_REASON_UNSPECIFIED);
    assertThat(score.getSegment().getSegmentId()).isEqualTo("A1");
    assertThat(score.getSegment().getConfidence()).isEqualTo(expected.settled()[0]);
    assertThat(score.getMacroSegment().getSegmentId()).isEqualTo("A");
    assertThat(score.getMacroSegment().getProbability()).isEqualTo(expected.macroSegments()[1]);
    assertThat(score.getPosteriorList())
        .extracting(SegmentProbability::getSegmentId)
        .containsExactly("A1", "A2", "B1");
    assertThat(score.getPosteriorList())
        .extracting(SegmentProbability::getProbability)
        .containsExactly(posterior[0], posterior[1], posterior[2]);
    assertThat(score.getFamiliarity()).isEqualTo(expected.familiarity());
  }

  @Test
  void propensitiesSayWhatIsAwaitedHowLongAndWhetherItIsGoodNews() {
    Score score = stub.score(request(row(features("order_count", 2)))).getScore();

    assertThat(score.getPropensitiesList())
        .extracting(
            Propensity::getTarget,
            Propensity::getEvent,
            Propensity::getHorizonDays,
            Propensity::getDirection)
        .containsExactly(
            tuple("purchase", "order", 90, TargetDirection.TARGET_DIRECTION_WANTED),
            tuple("churn", "churn", 30, TargetDirection.TARGET_DIRECTION_UNWANTED));
    assertThat(score.getPropensities(0).getProbability()).isCloseTo(.7310586, within(1e-7));
    assertThat(score.getPropensities(1).getProbability()).isEqualTo(.5);
  }

  @Test
  void lifetimeValueComesWithItsRangeAndCurrency() {
    var value =
        stub.score(request(row(features("order_count", 3, "order_value_total", 50))))
            .getScore()
            .getLifetimeValue();

    assertThat(value.getHorizonDays()).isEqualTo(182);
    assertThat(value.getProbabilityAlive()).isEqualTo(.5);
    assertThat(value.getExpectedOrders()).isEqualTo(3);
    assertThat(value.getExpectedSpend()).isEqualTo(51);
    assertThat(value.getCurrency()).isEqualTo("SEK");
    assertThat(value.getSpendRange().getLow()).isEqualTo(25);
    assertThat(value.getSpendRange().getHigh()).isEqualTo(100);
    assertThat(value.getSpendRange().getCoverage()).isEqualTo(.8);
  }

  @Test
  void whatTheBundleDoesNotHoldIsLeftOut() {
    Score score = stub.score(request(scoreOptions().setView(ScoreView.SCORE_VIEW_FULL))).getScore();

    assertThat(score.getPropensities(0).getReasonsList()).isEmpty();
    assertThat(score.getLifetimeValue().getReasonsList()).isEmpty();
    assertThat(score.getPropensities(0).hasPercentile()).isFalse();
    assertThat(score.getPropensities(0).getBand()).isEqualTo(Band.BAND_UNSPECIFIED);
    assertThat(score.getLifetimeValue().hasPercentile()).isFalse();
    assertThat(score.getIneligibleTargetsList()).isEmpty();
  }

  @Test
  void theFullViewNamesSegmentsAndTheBasicOneDoesNot() {
    Score basic = stub.score(request(scoreOptions())).getScore();
    Score full = stub.score(request(scoreOptions().setView(ScoreView.SCORE_VIEW_FULL))).getScore();

    assertThat(basic.getSegment().getName()).isEmpty();
    assertThat(basic.getMacroSegment().getName()).isEmpty();
    assertThat(full.getSegment().getName()).isEqualTo("Often");
    assertThat(full.getMacroSegment().getName()).isEqualTo("Active");
  }

  @Test
  void anUnsureSegmentLeavesTheMacroSegment() {
    Score score = stub.score(request(row(features("order_count", .5)))).getScore();

    assertThat(score.getDecision()).isEqualTo(Decision.DECISION_MACRO_ONLY);
    assertThat(score.getAbstentionReason())
        .isEqualTo(AbstentionReason.ABSTENTION_REASON_SET_TOO_WIDE);
    assertThat(score.hasSegment()).isFalse();
    assertThat(score.getMacroSegment().getSegmentId()).isEqualTo("A");
    assertThat(score.getMacroSegment().getProbability()).isCloseTo(.8136763, within(1e-7));
  }

  @Test
  void anUnsureMacroSegmentLeavesNone() {
    Score score = stub.score(request(row(features("order_count", 0)))).getScore();

    assertThat(score.getDecision()).isEqualTo(Decision.DECISION_ABSTAINED);
    assertThat(score.getAbstentionReason())
        .isEqualTo(AbstentionReason.ABSTENTION_REASON_TOO_LITTLE_KNOWN);
    assertThat(score.hasSegment()).isFalse();
    assertThat(score.hasMacroSegment()).isFalse();
    assertThat(score.getPosteriorCount()).isEqualTo(3);
  }

  @Test
  void ofACustomerOfWhomNothingIsKnownTooLittleIsKnown() {
    Score ofHistory = stub.score(request(subject(History.empty()))).getScore();
    Score ofRow = stub.score(request(row(features()))).getScore();

    assertThat(ofHistory.getDecision()).isEqualTo(Decision.DECISION_ABSTAINED);
    assertThat(ofHistory.getAbstentionReason())
        .isEqualTo(AbstentionReason.ABSTENTION_REASON_TOO_LITTLE_KNOWN);
    assertThat(ofRow).isEqualTo(ofHistory);
  }

  @Test
  void aRowOfTheSameFeaturesIsScoredAsTheHistory() {
    Score ofRow =
        stub.score(
                request(
                    row(
                        features("attribute:age", 40, "order_count", 2, "order_value_total", 30)
                            .setSchemaFingerprint(TinyShop.SCHEMA.fingerprint())
                            .addValues(
                                FeatureValue.newBuilder()
                                    .setName("attribute:member")
                                    .setYesNo(true)))))
            .getScore();

    assertThat(ofRow).isEqualTo(stub.score(request(subject(TinyShop.customer()))).getScore());
  }

  @Test
  void whatIsLaterThanTheAsOfTimeChangesNothing() {
    Instant later = TinyShop.AS_OF.plusSeconds(1);
    History known = TinyShop.customer();
    History all =
        known
            .plus(new Order("later", later, 99, 1, "", "", ""))
            .merge(
                History.of(
                    List.of(),
                    List.of(new Attribute("age", new AttributeValue.Quantity(41), later))));

    assertThat(stub.score(request(subject(all)))).isEqualTo(stub.score(request(subject(known))));
  }

  @Test
  void withoutAsOfTheServersClockCounts() {
    ScoreRequest request =
        ScoreRequest.newBuilder().setSubject(subject(TinyShop.customer())).build();

    assertThat(Times.fromMessage(stub.score(request).getScore().getAsOf()))
        .isEqualTo(TinyShop.CLOCK.instant());
  }

  @Test
  void onlyTheTargetsAskedForAreAnsweredInTheOrderAskedFor() {
    assertThat(
            stub.score(request(scoreOptions().addTargets("churn")))
                .getScore()
                .getPropensitiesList())
        .extracting(Propensity::getTarget)
        .containsExactly("churn");
    assertThat(
            stub.score(request(scoreOptions().addTargets("churn").addTargets("purchase")))
                .getScore()
                .getPropensitiesList())
        .extracting(Propensity::getTarget)
        .containsExactly("churn", "purchase");
  }

  @Test
  void everyWayToNameTheBundleInUseIsTaken() {
    Score usual = stub.score(request(scoreOptions())).getScore();
    ScoreOptions.Builder byId = scoreOptions();
    byId.getBundleBuilder().setModel("tiny-shop").setBundleId(server.bundle().id().value());
    ScoreOptions.Builder byAlias = scoreOptions();
    byAlias.getBundleBuilder().setAlias(BundleAlias.BUNDLE_ALIAS_CHAMPION);

    assertThat(stub.score(request(byId)).getScore()).isEqualTo(usual);
    assertThat(stub.score(request(byAlias)).getScore()).isEqualTo(usual);
  }

  @Test
  void namesAreInTheLanguageAskedFor() {
    ScoreOptions.Builder swedish =
        scoreOptions().setView(ScoreView.SCORE_VIEW_FULL).setLanguage("sv-SE");
    Score english =
        stub.score(request(scoreOptions().setView(ScoreView.SCORE_VIEW_FULL))).getScore();
    Score score = stub.score(request(swedish)).getScore();

    assertThat(english.getMacroSegment().getName()).isEqualTo("Active");
    assertThat(score.getMacroSegment().getName()).isEqualTo("Aktiva");
    assertThat(score.getSegment().getSegmentId()).isEqualTo(english.getSegment().getSegmentId());
  }

  @Test
  void theLanguageAndCoverageThatThereAreAreTaken() {
    assertThat(stub.score(request(scoreOptions().setLanguage("en-GB").setCoverage(.8))).getScore())
        .isEqualTo(stub.score(request(scoreOptions())).getScore());
  }
}
