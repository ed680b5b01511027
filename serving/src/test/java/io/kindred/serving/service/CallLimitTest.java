package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.options;
import static io.kindred.serving.service.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.kindred.serving.testing.TinyServer;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoreResponse;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc.ScoringServiceBlockingStub;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallLimitTest {

  @Test
  @Timeout(30)
  void aCallBeyondTheLimitIsRefusedAndHealthIsNot() throws IOException, InterruptedException {
    try (TinyServer server = TinyServer.start(1)) {
      ScoringServiceBlockingStub stub = ScoringServiceGrpc.newBlockingStub(server.channel());
      // Begun and never finished: it is under way until it is cancelled.
      ClientCall<ScoreRequest, ScoreResponse> unfinished =
          server.channel().newCall(ScoringServiceGrpc.getScoreMethod(), CallOptions.DEFAULT);
      unfinished.start(new ClientCall.Listener<>() {}, new Metadata());

      Refused refused = lastingRefusal(stub);

      assertThat(refused)
          .isEqualTo(
              new Refused(
                  Status.Code.RESOURCE_EXHAUSTED,
                  "this server is answering 1 calls already, its limit (repeat after a pause)",
                  List.of()));
      assertThat(
              HealthGrpc.newBlockingStub(server.channel())
                  .check(HealthCheckRequest.getDefaultInstance())
                  .getStatus())
          .isEqualTo(ServingStatus.SERVING);
      unfinished.cancel("enough", new IOException("enough"));
      awaitAnswer(stub);
    }
  }

  /// The refusal of a call while the limit is surely reached: a call that was answered may count a
  /// moment longer.
  private static Refused lastingRefusal(ScoringServiceBlockingStub stub)
      throws InterruptedException {
    int inARow = 0;
    while (inARow < 20) {
      inARow = isAnswered(stub) ? 0 : inARow + 1;
      Thread.sleep(5);
    }
    return Refused.of(() -> stub.score(request(options())));
  }

  private static void awaitAnswer(ScoringServiceBlockingStub stub) throws InterruptedException {
    while (!isAnswered(stub)) {
      Thread.sleep(5);
    }
  }

  private static boolean isAnswered(ScoringServiceBlockingStub stub) {
    try {
      return stub.score(request(options())).hasScore();
    } catch (StatusRuntimeException e) {
      assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      return false;
    }
  }
}
