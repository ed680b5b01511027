package io.kindred.serving.service;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.kindred.v1.BundleServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.SegmentServiceGrpc;
import java.util.Set;

/// Answers for the methods of the interface that this version does not offer.
final class OfferedMethods implements ServerInterceptor {
  private static final Set<String> NAMES =
      Set.of(
          ScoringServiceGrpc.getScoreMethod().getFullMethodName(),
          ScoringServiceGrpc.getBatchScoreMethod().getFullMethodName(),
          ScoringServiceGrpc.getExplainScoreMethod().getFullMethodName(),
          ScoringServiceGrpc.getWhatIfMethod().getFullMethodName(),
          SegmentServiceGrpc.getListSegmentsMethod().getFullMethodName(),
          SegmentServiceGrpc.getGetSegmentMethod().getFullMethodName(),
          SegmentServiceGrpc.getGetLineageMethod().getFullMethodName(),
          BundleServiceGrpc.getGetBundleMethod().getFullMethodName());

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String name = call.getMethodDescriptor().getFullMethodName();
    if (NAMES.contains(name)) {
      return next.startCall(call, headers);
    }
    call.close(
        Status.UNIMPLEMENTED.withDescription(
            "%s is not offered by this version yet".formatted(name)),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
