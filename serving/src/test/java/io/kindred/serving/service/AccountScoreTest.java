package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.scoreOptions;
import static io.kindred.serving.service.Requests.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.History;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.BatchScoreRequest;
import io.kindred.v1.BatchScoreResult;
import io.kindred.v1.Score;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc.ScoringServiceBlockingStub;
import io.kindred.v1.Subject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The bundle's second propensity is the logistic function of what the account paid, unknown taken
/// as 0.
class AccountScoreTest {
  private static final Instant TIME = Instant.parse("2026-05-01T10:00:00Z");
  private static final double OF_THREE = 1 / (1 + Math.exp(-3));

  private static TinyServer server;
  private static ScoringServiceBlockingStub stub;

  @BeforeAll
  static void start() throws IOException {
    server = TinyServer.start(TinyShop.contents(TinyShop.SCHEMA_OF_CONTACTS));
    stub = ScoringServiceGrpc.newBlockingStub(server.channel());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aContactIsScoredWithWhatTheAccountDid() {
    assertThat(propensity(contact(TinyShop.customer(TIME, 1, 2))))
        .isCloseTo(OF_THREE, within(1e-7));
  }

  @Test
  void withoutAnAccountItsFeaturesAreUnknown() {
    assertThat(propensity(subject(TinyShop.customer()))).isEqualTo(.5);
    assertThat(propensity(contact(History.empty()))).isEqualTo(.5);
  }

  @Test
  void whatTheAccountDidLaterChangesNothing() {
    History account =
        TinyShop.customer(TIME, 1, 2)
            .merge(
                History.of(
                    TinyShop.customer(TinyShop.AS_OF.plusNanos(1), 0, 0, 5).events().stream()
                        .filter(event -> event.id().equals("order-2"))
                        .toList(),
                    List.of()));

    assertThat(account.events()).hasSize(4);
    assertThat(propensity(contact(account))).isCloseTo(OF_THREE, within(1e-7));
  }

  @Test
  void theCustomersOfABatchHaveAccountsOfTheirOwn() {
    List<BatchScoreResult> results =
        stub.batchScore(
                BatchScoreRequest.newBuilder()
                    .setOptions(scoreOptions())
                    .addSubjects(contact(TinyShop.customer(TIME, 1, 2)))
                    .addSubjects(subject(TinyShop.customer()))
                    .addSubjects(contact(TinyShop.customer(TIME.plus(Duration.ofDays(1)), 3)))
                    .build())
            .getResultsList();

    assertThat(results)
        .extracting(result -> propensity(result.getScore()))
        .usingComparatorForType((one, other) -> Math.abs(one - other) < 1e-7 ? 0 : 1, Double.class)
        .containsExactly(OF_THREE, .5, OF_THREE);
  }

  private static Subject contact(History account) {
    return subject(TinyShop.customer()).toBuilder()
        .setAccountHistory(HistoryWriter.toMessage(account))
        .build();
  }

  private static double propensity(Subject subject) {
    return propensity(stub.score(Requests.request(subject)).getScore());
  }

  private static double propensity(Score score) {
    return score.getPropensities(1).getProbability();
  }
}
