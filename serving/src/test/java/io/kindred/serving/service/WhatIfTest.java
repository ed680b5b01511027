package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.features;
import static io.kindred.serving.service.Requests.row;
import static io.kindred.serving.service.Requests.scoreOptions;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.kindred.serving.testing.MovableShop;
import io.kindred.serving.testing.TinyServer;
import io.kindred.v1.FeatureChanges;
import io.kindred.v1.FeatureRow;
import io.kindred.v1.FeatureValue;
import io.kindred.v1.Score;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc.ScoringServiceBlockingStub;
import io.kindred.v1.Subject;
import io.kindred.v1.WhatIfPlan;
import io.kindred.v1.WhatIfRequest;
import io.kindred.v1.WhatIfResponse;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On segments `softmax(c - v/100, 0, v/100 - c)` of orders `c` and value `v`.
class WhatIfTest {
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

  @Test
  void changesAreScoredBesideWhatIs() {
    WhatIfResponse response =
        changed(
            customer(2, 100),
            FeatureChanges.newBuilder()
                .addAllValues(features("order_value_total", 700).getValuesList())
                .addUnknown("attribute:age"));

    assertThat(response.getScore()).isEqualTo(score(customer(2, 100)));
    assertThat(response.getPlansList()).hasSize(1);
    WhatIfPlan plan = response.getPlans(0);
    assertThat(plan.getScore())
        .isEqualTo(score(row(features("order_count", 2, "order_value_total", 700))));
    assertThat(plan.getChanges())
        .isEqualTo(
            FeatureChanges.newBuilder()
                .addValues(FeatureValue.newBuilder().setName("order_value_total").setNumber(700))
                .addUnknown("attribute:age")
                .build());
  }

  @Test
  void whatIsAsItWasIsNoChange() {
    WhatIfResponse response =
        changed(
            customer(2, 100),
            FeatureChanges.newBuilder()
                .addAllValues(features("order_count", 2).getValuesList())
                .addUnknown("attribute:member"));

    assertThat(response.getPlans(0).getChanges()).isEqualTo(FeatureChanges.getDefaultInstance());
    assertThat(response.getPlans(0).getScore()).isEqualTo(response.getScore());
  }

  @Test
  void changesOfWhatThereIsNotOrTwiceAreRefused() {
    FeatureChanges.Builder changes =
        FeatureChanges.newBuilder()
            .addAllValues(features("order_coun", 2, "order_value_total", 3).getValuesList())
            .addUnknown("atribute:age")
            .addUnknown("order_value_total");

    Refused refused = Refused.of(() -> changed(customer(2, 100), changes));

    assertThat(refused.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.violations())
        .containsExactly(
            "changes.values[0].name is 'order_coun', which is no feature of this bundle (did you mean 'order_count'?)",
            "changes.unknown[0] is 'atribute:age', which is no feature of this bundle (did you mean 'attribute:age'?)",
            "changes.unknown[1] is 'order_value_total', which has a value too (expected one or the other)");
  }

  @Test
  void aQuestionIsNeeded() {
    assertThat(Refused.of(() -> stub.whatIf(request(customer(2, 100)).build())).violations())
        .containsExactly("question is missing (expected one of changes, wanted_segment_id)");
  }

  @Test
  void aWantedSegmentIsOneOfTheBundles() {
    assertThat(Refused.of(() -> wanted(customer(2, 100), "A11")).violations())
        .containsExactly(
            "wanted_segment_id is 'A11', which is no segment of this bundle (did you mean 'A1'?)");
    assertThat(Refused.of(() -> wanted(customer(2, 100), "")).violations())
        .containsExactly("wanted_segment_id is empty (expected a segment's id)");
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPlanLeadsToTheWantedSegmentAndCanBeAskedAgain(long seed) {
    Random random = new Random(seed);
    Subject subject = customer(random.nextInt(8), random.nextInt(1_000));
    for (String segment : List.of("A1", "B1")) {
      WhatIfResponse response = wanted(subject, segment);

      assertThat(response.getScore()).isEqualTo(score(subject));
      if (mostProbable(response.getScore()).equals(segment)) {
        assertThat(response.getPlansList()).isEmpty();
        continue;
      }
      assertThat(response.getPlansList()).isNotEmpty();
      for (WhatIfPlan plan : response.getPlansList()) {
        assertThat(mostProbable(plan.getScore())).isEqualTo(segment);
        assertThat(plan.getChanges().getValuesList())
            .isNotEmpty()
            .extracting(FeatureValue::getName)
            .isSubsetOf("order_count", "order_value_total");
        assertThat(plan.getChanges().getUnknownList()).isEmpty();
        assertThat(changed(subject, plan.getChanges().toBuilder()).getPlansList())
            .containsExactly(plan);
      }
    }
  }

  /// Nothing is typical of A2, and nobody is nearer to it than to both others.
  @Test
  void noPlanIsGivenWhereNoneLeadsThere() {
    assertThat(wanted(customer(2, 100), "A2").getPlansList()).isEmpty();
  }

  private static String mostProbable(Score score) {
    return score.getPosterior(0).getSegmentId();
  }

  /// Of 40 years.
  private static Subject customer(double orders, double value) {
    return row(ofForty(orders, value));
  }

  private static FeatureRow.Builder ofForty(double orders, double value) {
    return features("order_count", orders, "order_value_total", value, "attribute:age", 40);
  }

  private static Score score(Subject subject) {
    return stub.score(
            ScoreRequest.newBuilder().setSubject(subject).setOptions(scoreOptions()).build())
        .getScore();
  }

  private static WhatIfResponse changed(Subject subject, FeatureChanges.Builder changes) {
    return stub.whatIf(request(subject).setChanges(changes).build());
  }

  private static WhatIfResponse wanted(Subject subject, String segment) {
    return stub.whatIf(request(subject).setWantedSegmentId(segment).build());
  }

  private static WhatIfRequest.Builder request(Subject subject) {
    return WhatIfRequest.newBuilder().setSubject(subject).setOptions(scoreOptions());
  }
}
