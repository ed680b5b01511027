package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.request;
import static io.kindred.serving.service.Requests.scoreOptions;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
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

class CallLimitTest {

  @Test
  void aCallBeyondTheLimitIsRefusedAndHealthIsNot() throws IOException {
    try (TinyServer server = TinyServer.start(1)) {
      ScoringServiceBlockingStub stub = ScoringServiceGrpc.newBlockingStub(server.channel());
      // Begun and never finished: it is under way until it is cancelled.
      ClientCall<ScoreRequest, ScoreResponse> unfinished =
          server.channel().newCall(ScoringServiceGrpc.getScoreMethod(), CallOptions.DEFAULT);
      unfinished.start(new ClientCall.Listener<>() {}, new Metadata());

      assertThat(Refused.of(() -> stub.score(request(scoreOptions()))))
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

      for (int i = 0; i < 3; i++) {
        assertThat(stub.score(request(scoreOptions())).hasScore()).isTrue();
      }
    }
  }
}
