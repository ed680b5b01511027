package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.kindred.serving.testing.TinyServer;
import io.kindred.v1.BundleServiceGrpc;
import io.kindred.v1.CustomerServiceGrpc;
import io.kindred.v1.OutcomeServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.SegmentServiceGrpc;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NotOfferedTest {
  private static final List<ServiceDescriptor> SERVICES =
      List.of(
          ScoringServiceGrpc.getServiceDescriptor(),
          SegmentServiceGrpc.getServiceDescriptor(),
          BundleServiceGrpc.getServiceDescriptor(),
          CustomerServiceGrpc.getServiceDescriptor(),
          OutcomeServiceGrpc.getServiceDescriptor());

  @Test
  void everyMethodAnswersOrSaysThatItIsNotOfferedYet() throws IOException {
    Map<String, Status> notOffered = new TreeMap<>();
    Map<String, Status> offered = new TreeMap<>();
    try (TinyServer server = TinyServer.start()) {
      for (ServiceDescriptor service : SERVICES) {
        for (MethodDescriptor<?, ?> method : service.getMethods()) {
          Status status = call(server, method);
          (status.getCode() == Status.Code.UNIMPLEMENTED ? notOffered : offered)
              .put(method.getFullMethodName(), status);
        }
      }
    }

    assertThat(offered.keySet())
        .containsExactly(
            "kindred.v1.BundleService/GetBundle",
            "kindred.v1.ScoringService/BatchScore",
            "kindred.v1.ScoringService/ExplainScore",
            "kindred.v1.ScoringService/Score",
            "kindred.v1.ScoringService/WhatIf",
            "kindred.v1.SegmentService/GetLineage",
            "kindred.v1.SegmentService/GetSegment",
            "kindred.v1.SegmentService/ListSegments");
    assertThat(notOffered)
        .hasSize(10)
        .allSatisfy((name, status) ->
            assertThat(status.getDescription())
                .isEqualTo(name + " is not offered by this version yet"));
  }

  private static Status call(TinyServer server, MethodDescriptor<?, ?> method) {
    var raw =
        MethodDescriptor.<byte[], byte[]>newBuilder(new Bytes(), new Bytes())
            .setFullMethodName(method.getFullMethodName())
            .setType(method.getType())
            .build();
    try {
      ClientCalls.blockingServerStreamingCall(
              server.channel().newCall(raw, CallOptions.DEFAULT), new byte[0])
          .next();
      return Status.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus();
    }
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
