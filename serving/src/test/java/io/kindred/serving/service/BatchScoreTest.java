package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.features;
import static io.kindred.serving.service.Requests.order;
import static io.kindred.serving.service.Requests.row;
import static io.kindred.serving.service.Requests.scoreOptions;
import static io.kindred.serving.service.Requests.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.kindred.models.Outputs;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.BatchScoreRequest;
import io.kindred.v1.BatchScoreResult;
import io.kindred.v1.FieldViolation;
import io.kindred.v1.History;
import io.kindred.v1.ItemStatus;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc.ScoringServiceBlockingStub;
import io.kindred.v1.StoredCustomer;
import io.kindred.v1.Subject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchScoreTest {
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

  @Test
  void aThousandCustomersAreScoredAsOneByOne() {
    BatchScoreRequest.Builder request = BatchScoreRequest.newBuilder().setOptions(scoreOptions());
    for (int i = 0; i < 1_000; i++) {
      request.addSubjects(row(features("order_count", i % 7, "order_value_total", i)));
    }

    List<BatchScoreResult> results = stub.batchScore(request.build()).getResultsList();

    assertThat(results).hasSize(1_000);
    ScoreReader reader = new ScoreReader(server.bundle());
    for (int i = 0; i < 1_000; i += 111) {
      ScoreRequest alone =
          ScoreRequest.newBuilder()
              .setSubject(request.getSubjects(i))
              .setOptions(scoreOptions())
              .build();
      Outputs outputs = reader.fromMessage(stub.score(alone).getScore()).outputs();
      assertThat(reader.fromMessage(results.get(i).getScore()).outputs().distance(outputs))
          .isLessThan(1e-14);
    }
  }

  @Test
  void aBadCustomerDoesNotSpoilTheOthers() {
    List<BatchScoreResult> results =
        batch(
            subject(TinyShop.customer()),
            subject(order("1", -1), order("", 1)),
            row(features("order_count", 1).setSchemaFingerprint("abc")),
            Subject.newBuilder().setStoredCustomer(StoredCustomer.getDefaultInstance()).build(),
            Subject.getDefaultInstance(),
            row(features("order_count", 1)),
            subject(TinyShop.customer()).toBuilder()
                .setAccountHistory(History.newBuilder().addEvents(order("", 1)))
                .build());

    assertThat(results.get(0).getScore().getSegment().getSegmentId()).isEqualTo("A1");
    assertThat(results.get(1).getError())
        .isEqualTo(
            ItemStatus.newBuilder()
                .setCode(Status.Code.INVALID_ARGUMENT.value())
                .setMessage(
                    "2 fields are wrong, the first: history.events[0].order.amount is -1.0 (expected a number from 0 to 1e12; send money back as a Return)")
                .addFieldViolations(
                    FieldViolation.newBuilder()
                        .setField("history.events[0].order.amount")
                        .setDescription(
                            "is -1.0 (expected a number from 0 to 1e12; send money back as a Return)"))
                .addFieldViolations(
                    FieldViolation.newBuilder()
                        .setField("history.events[1].id")
                        .setDescription(
                            "is empty (expected a text that no other event of the customer has)"))
                .build());
    assertThat(results.get(2).getError())
        .isEqualTo(
            error(
                Status.Code.FAILED_PRECONDITION,
                "feature_row.schema_fingerprint is 'abc' (expected %s, the bundle's: compute the row anew with the schema that GetBundle answers)"
                    .formatted(TinyShop.SCHEMA.fingerprint())));
    assertThat(results.get(3).getError())
        .isEqualTo(
            error(
                Status.Code.UNIMPLEMENTED,
                "stored_customer is not offered by this version yet: it keeps no histories (expected history or feature_row)"));
    assertThat(results.get(4).getError().getFieldViolations(0).getField()).isEqualTo("known_by");
    assertThat(results.get(5).hasScore()).isTrue();
    assertThat(results.get(6).getError().getMessage())
        .isEqualTo(
            "account_history.events[0].id is empty (expected a text that no other event of the customer has)");
  }

  @Test
  void aCustomerOnWhomTheModelFailsDoesNotSpoilTheOthers() {
    List<BatchScoreResult> results =
        batch(
            row(features("order_count", 1)),
            row(features("order_count", 1, "attribute:age", 9e17)),
            row(features("order_count", 2)));

    assertThat(results.get(0).getScore().getLifetimeValue().getExpectedOrders()).isEqualTo(1);
    assertThat(results.get(1).getError().getCode()).isEqualTo(Status.Code.INTERNAL.value());
    assertThat(results.get(2).getScore().getLifetimeValue().getExpectedOrders()).isEqualTo(2);
  }

  @Test
  void noneOrMoreThanAThousandCustomersFailTheCall() {
    assertThat(Refused.of(() -> batch(0)).violations())
        .containsExactly("subjects has 0 items (expected 1 to 1000)");
    assertThat(Refused.of(() -> batch(1_001)))
        .isEqualTo(
            new Refused(
                Status.Code.INVALID_ARGUMENT,
                "subjects has 1001 items (expected 1 to 1000)",
                List.of("subjects has 1001 items (expected 1 to 1000)")));
  }

  @Test
  void badOptionsFailTheCall() {
    BatchScoreRequest request =
        BatchScoreRequest.newBuilder()
            .addSubjects(Subject.getDefaultInstance())
            .setOptions(scoreOptions().addTargets("purchse"))
            .build();

    assertThat(Refused.of(() -> stub.batchScore(request)).violations())
        .containsExactly(
            "options.targets[0] is 'purchse', which is no target of this bundle (did you mean 'purchase'?)");
  }

  private static List<BatchScoreResult> batch(int size) {
    return batch(
        Collections.nCopies(size, row(features("order_count", 1))).toArray(Subject[]::new));
  }

  private static List<BatchScoreResult> batch(Subject... subjects) {
    BatchScoreRequest request =
        BatchScoreRequest.newBuilder()
            .addAllSubjects(List.of(subjects))
            .setOptions(scoreOptions())
            .build();
    return stub.batchScore(request).getResultsList();
  }

  private static ItemStatus error(Status.Code code, String message) {
    return ItemStatus.newBuilder().setCode(code.value()).setMessage(message).build();
  }
}
