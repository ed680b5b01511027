package io.kindred.serving.service;

import io.grpc.stub.StreamObserver;
import io.kindred.v1.BundleServiceGrpc;
import io.kindred.v1.GetBundleRequest;
import io.kindred.v1.GetBundleResponse;

/// Tells which bundle answers.
final class BundleEndpoint extends BundleServiceGrpc.BundleServiceImplBase {
  private static final Place REQUEST = new Place.Whole();

  private final LiveModel live;

  BundleEndpoint(LiveModel live) {
    this.live = live;
  }

  @Override
  public void getBundle(GetBundleRequest request, StreamObserver<GetBundleResponse> caller) {
    Answer.send(caller, () -> bundle(request));
  }

  private GetBundleResponse bundle(GetBundleRequest request) {
    LiveBundle bundle = live.bundle();
    Violations violations = new Violations();
    BundleChoice.check(request.getBundle(), REQUEST.field("bundle"), bundle, violations);
    violations.refuseIfAny();
    return GetBundleResponse.newBuilder().setBundle(BundleWriter.toMessage(bundle)).build();
  }
}
