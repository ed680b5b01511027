package io.kindred.serving.service;

import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/// One answer to one request.
final class Answer {
  private Answer() {}

  /// Sends what the work gives, or why it gives nothing.
  static <T> void send(StreamObserver<T> caller, Supplier<T> work) {
    T answer;
    try {
      answer = work.get();
    } catch (RuntimeException e) {
      caller.onError(Failure.of(e).asStatus());
      return;
    }
    caller.onNext(answer);
    caller.onCompleted();
  }
}
