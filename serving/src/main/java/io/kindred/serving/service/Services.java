package io.kindred.serving.service;

import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.kindred.v1.BundleServiceGrpc;
import io.kindred.v1.CustomerServiceGrpc;
import io.kindred.v1.OutcomeServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.SegmentServiceGrpc;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Everything that a server answers: `kindred.v1`, health and reflection.
public final class Services {
  private static final List<String> OFFERED =
      List.of(
          HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
          ScoringServiceGrpc.SERVICE_NAME,
          SegmentServiceGrpc.SERVICE_NAME,
          BundleServiceGrpc.SERVICE_NAME);
  private static final List<String> NOT_OFFERED =
      List.of(CustomerServiceGrpc.SERVICE_NAME, OutcomeServiceGrpc.SERVICE_NAME);

  private final HealthStatusManager health = new HealthStatusManager();
  private final OfferedMethods offered = new OfferedMethods();
  private final CallLimit limit;
  private final List<ServerServiceDefinition> definitions;

  /// The services on a model, all of them serving.
  ///
  /// @param callsAtOnce how many calls of `kindred.v1` may be under way; health and reflection are
  ///   answered beside them
  public Services(LiveModel live, InstantSource clock, int callsAtOnce) {
    this.limit = new CallLimit(callsAtOnce);
    this.definitions =
        Stream.concat(
                Stream.of(
                        new ScoringEndpoint(live, clock),
                        new SegmentEndpoint(live),
                        new BundleEndpoint(live),
                        new CustomerServiceGrpc.CustomerServiceImplBase() {},
                        new OutcomeServiceGrpc.OutcomeServiceImplBase() {})
                    .map(service -> ServerInterceptors.intercept(service, limit, offered)),
                Stream.of(
                        health.getHealthService(),
                        ProtoReflectionServiceV1.newInstance(),
                        olderReflection())
                    .map(BindableService::bindService))
            .toList();
    OFFERED.forEach(name -> health.setStatus(name, ServingStatus.SERVING));
    NOT_OFFERED.forEach(name -> health.setStatus(name, ServingStatus.NOT_SERVING));
  }

  public List<ServerServiceDefinition> definitions() {
    return definitions;
  }

  /// Tells whoever asks for its health that this server is about to go.
  public void stopServing() {
    health.enterTerminalState();
  }

  /// Waits until every call of `kindred.v1` is answered.
  ///
  /// @return whether that came about in time
  public boolean finishCalls(Duration deadline) throws InterruptedException {
    return limit.close(deadline);
  }

  /// Reflection v1alpha, which many tools still ask for.
  @SuppressWarnings("deprecation")
  private static BindableService olderReflection() {
    return io.grpc.protobuf.services.ProtoReflectionService.newInstance();
  }
}
