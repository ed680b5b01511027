package io.kindred.serving.service;

import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;

/// Takes each answer of a stream, and does not mind how the stream ends.
record Answers<T>(Consumer<T> taker) implements StreamObserver<T> {
  @Override
  public void onNext(T answer) {
    taker.accept(answer);
  }

  @Override
  public void onError(Throwable error) {}

  @Override
  public void onCompleted() {}
}
