package io.kindred.serving.service;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Completes a future with what is wanted of the first answer, or with the error before it.
record FirstAnswer<T, W>(CompletableFuture<W> future, Function<T, W> wanted)
    implements StreamObserver<T> {
  @Override
  public void onNext(T answer) {
    future.complete(wanted.apply(answer));
  }

  @Override
  public void onError(Throwable error) {
    future.completeExceptionally(error);
  }

  @Override
  public void onCompleted() {}
}
