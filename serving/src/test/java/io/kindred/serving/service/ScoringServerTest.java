package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.features;
import static io.kindred.serving.service.Requests.request;
import static io.kindred.serving.service.Requests.row;
import static io.kindred.serving.service.Requests.scoreOptions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.History;
import io.kindred.models.Bundle;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Score;
import io.kindred.scoring.Scorer;
import io.kindred.serving.server.ScoringServer;
import io.kindred.serving.server.ServerOptions;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoreResponse;
import io.kindred.v1.ScoringServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Over a real socket.
@Timeout(60)
class ScoringServerTest {
  @TempDir private Path folder;
  private Scorer scorer;
  private ScoringServer server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws IOException {
    Registry registry = new Registry(folder);
    registry.publish(TinyShop.contents());
    scorer = Scorer.open(registry.openCurrent(TinyShop.NAME));
    server =
        ScoringServer.start(
            new ServerOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                false,
                1 << 20,
                256,
                Duration.ofSeconds(5)),
            new LiveModel(scorer, new Registry(folder)),
            TinyShop.CLOCK);
    channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
    scorer.close();
  }

  @Test
  void theClientGetsTheScorersScores() throws IOException {
    List<History> histories = new ArrayList<>(List.of(History.empty()));
    for (int i = 0; i < 2_500; i++) {
      histories.add(
          TinyShop.customer(
              TinyShop.AS_OF.minus(Duration.ofDays(10)), new double[] {i, i / 3.0, .25}));
    }

    List<Score> scores;
    Score single;
    try (ScoringClient client = client()) {
      scores = client.score(known(histories), TinyShop.AS_OF);
      single = client.score(new KnownCustomer(histories.get(7)), TinyShop.AS_OF);
    }

    assertThat(scores).hasSize(2_501);
    for (int i = 0; i < scores.size(); i++) {
      Score expected = scorer.score(histories.get(i), TinyShop.AS_OF);
      assertThat(scores.get(i).outputs().distance(expected.outputs())).isLessThan(1e-14);
      assertThat(scores.get(i).decision()).hasSameClassAs(expected.decision());
      assertThat(scores.get(i).asOf()).isEqualTo(TinyShop.AS_OF);
      assertThat(scores.get(i).bundle()).isEqualTo(scorer.bundle().id());
    }
    assertThat(single.outputs().distance(scores.get(7).outputs())).isLessThan(1e-14);
  }

  @Test
  void concurrentCallsGetTheSameAnswers() throws InterruptedException, ExecutionException {
    var stub = ScoringServiceGrpc.newBlockingStub(channel);
    List<ScoreRequest> requests =
        IntStream.range(0, 8)
            .mapToObj(i -> request(row(features("order_count", i, "order_value_total", 10 * i))))
            .toList();
    List<ScoreResponse> alone = requests.stream().map(stub::score).toList();

    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ScoreResponse>> together =
          IntStream.range(0, 400)
              .mapToObj(i -> callers.submit(() -> stub.score(requests.get(i % 8))))
              .toList();
      for (int i = 0; i < 400; i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % 8));
      }
    }
  }

  @Test
  void healthIsToldOfTheServerAndOfEachService() {
    assertThat(health("")).isEqualTo(ServingStatus.SERVING);
    assertThat(health("kindred.v1.ScoringService")).isEqualTo(ServingStatus.SERVING);
    assertThat(health("kindred.v1.SegmentService")).isEqualTo(ServingStatus.SERVING);
    assertThat(health("kindred.v1.BundleService")).isEqualTo(ServingStatus.SERVING);
    assertThat(health("kindred.v1.CustomerService")).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(health("kindred.v1.OutcomeService")).isEqualTo(ServingStatus.NOT_SERVING);
  }

  @Test
  void reflectionListsTheServices() throws InterruptedException, ExecutionException {
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    var questions =
        io.grpc.reflection.v1.ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new FirstAnswer<>(
                    names,
                    (io.grpc.reflection.v1.ServerReflectionResponse answer) ->
                        answer.getListServicesResponse().getServiceList().stream()
                            .map(io.grpc.reflection.v1.ServiceResponse::getName)
                            .toList()));
    questions.onNext(
        io.grpc.reflection.v1.ServerReflectionRequest.newBuilder().setListServices("").build());

    assertThat(names.get())
        .containsExactlyInAnyOrder(
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection",
            "grpc.reflection.v1alpha.ServerReflection",
            "kindred.v1.BundleService",
            "kindred.v1.CustomerService",
            "kindred.v1.OutcomeService",
            "kindred.v1.ScoringService",
            "kindred.v1.SegmentService");
    questions.onCompleted();
  }

  @Test
  @SuppressWarnings("deprecation")
  void olderReflectionFindsASymbol() throws InterruptedException, ExecutionException {
    CompletableFuture<Integer> files = new CompletableFuture<>();
    var questions =
        io.grpc.reflection.v1alpha.ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new FirstAnswer<>(
                    files,
                    (io.grpc.reflection.v1alpha.ServerReflectionResponse answer) ->
                        answer.getFileDescriptorResponse().getFileDescriptorProtoCount()));
    questions.onNext(
        io.grpc.reflection.v1alpha.ServerReflectionRequest.newBuilder()
            .setFileContainingSymbol("kindred.v1.ScoringService")
            .build());

    assertThat(files.get()).isGreaterThan(5);
    questions.onCompleted();
  }

  @Test
  void aMessageAboveTheLimitIsRefused() {
    ScoreRequest request = request(row(features("x".repeat(1 << 20), 1)));

    Refused refused = Refused.of(() -> ScoringServiceGrpc.newBlockingStub(channel).score(request));

    assertThat(refused.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(refused.message())
        .isEqualTo("gRPC message exceeds maximum size 1048576: " + request.getSerializedSize());
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    int port = server.address().getPort();

    assertThatIOException()
        .isThrownBy(() ->
            ScoringServer.start(
                ServerOptions.onLoopback(port),
                new LiveModel(scorer, new Registry(folder)),
                TinyShop.CLOCK))
        .withMessage(
            "cannot listen on 127.0.0.1:%d: Address already in use (expected a free port of this machine; choose another with --port, 0 for any)"
                .formatted(port));
  }

  @Test
  void closingSaysThatItGoesFinishesCallsAndTakesNoNewOnes()
      throws InterruptedException, ExecutionException {
    BlockingQueue<ServingStatus> statuses = new LinkedBlockingQueue<>();
    HealthGrpc.newStub(channel)
        .watch(
            HealthCheckRequest.getDefaultInstance(),
            new Answers<>(answer -> statuses.add(answer.getStatus())));
    assertThat(statuses.poll(10, TimeUnit.SECONDS)).isEqualTo(ServingStatus.SERVING);
    var call = channel.newCall(ScoringServiceGrpc.getScoreMethod(), CallOptions.DEFAULT);
    CompletableFuture<ScoreResponse> answer = new CompletableFuture<>();
    StreamObserver<ScoreRequest> unfinished =
        ClientCalls.asyncClientStreamingCall(call, new FirstAnswer<>(answer, response -> response));
    unfinished.onNext(request(scoreOptions()));
    health(""); // Behind it on the same connection: the unfinished call has arrived too.

    Thread closing = Thread.ofVirtual().start(server::close);
    assertThat(statuses.poll(10, TimeUnit.SECONDS)).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(closing.join(Duration.ofMillis(100))).isFalse();
    unfinished.onCompleted();

    assertThat(answer.get().hasScore()).isTrue();
    assertThat(closing.join(Duration.ofSeconds(4))).isTrue();
    assertThat(
            Refused.of(() ->
                    ScoringServiceGrpc.newBlockingStub(channel).score(request(scoreOptions())))
                .code())
        .isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void aCallThatNeverEndsIsCutOffAtTheDeadline() throws IOException {
    ServerOptions hasty =
        new ServerOptions(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            false,
            1 << 20,
            256,
            Duration.ofMillis(50));
    CompletableFuture<ScoreResponse> answer = new CompletableFuture<>();
    ManagedChannel toHasty;
    try (ScoringServer server =
        ScoringServer.start(hasty, new LiveModel(scorer, new Registry(folder)), TinyShop.CLOCK)) {
      toHasty = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
      ClientCalls.asyncClientStreamingCall(
          toHasty.newCall(ScoringServiceGrpc.getScoreMethod(), CallOptions.DEFAULT),
          new FirstAnswer<>(answer, response -> response));
      HealthGrpc.newBlockingStub(toHasty).check(HealthCheckRequest.getDefaultInstance());
    }

    assertThat(answer).failsWithin(Duration.ofSeconds(10));
    toHasty.shutdownNow();
  }

  @Test
  void theClientSaysWhichCustomerWasRefused() {
    Bundle bundle = scorer.bundle();
    History bad =
        History.of(
            List.of(),
            List.of(new Attribute("agee", new AttributeValue.Quantity(44), TinyShop.AS_OF)));
    List<KnownCustomer> customers =
        new ArrayList<>(Collections.nCopies(3, new KnownCustomer(TinyShop.customer())));
    customers.add(new KnownCustomer(History.empty(), bad));

    try (ScoringClient client = ScoringClient.connect(server.address(), bundle)) {
      assertThatIOException()
          .isThrownBy(() -> client.score(customers, TinyShop.AS_OF))
          .withMessage(
              "customer 3 was not scored: account_history.attributes[0].name is 'agee', which is no attribute of this bundle (did you mean 'age'?)");
      assertThatIOException()
          .isThrownBy(() -> client.score(new KnownCustomer(bad), TinyShop.AS_OF))
          .withMessage(
              "a Score call was not answered: INVALID_ARGUMENT: subject.history.attributes[0].name is 'agee', which is no attribute of this bundle (did you mean 'age'?) (expected a score)");
    }
  }

  private static List<KnownCustomer> known(List<History> histories) {
    return histories.stream().map(KnownCustomer::new).toList();
  }

  private ScoringClient client() {
    return ScoringClient.connect(server.address(), scorer.bundle());
  }

  private ServingStatus health(String service) {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }
}
