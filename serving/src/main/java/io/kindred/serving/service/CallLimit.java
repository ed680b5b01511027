package io.kindred.serving.service;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Refuses calls beyond so many at once, and knows when the last of them has been answered.
final class CallLimit implements ServerInterceptor {
  private final int most;
  private final Semaphore free;

  CallLimit(int most) {
    this.most = most;
    this.free = new Semaphore(most);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!free.tryAcquire()) {
      call.close(
          Status.RESOURCE_EXHAUSTED.withDescription(
              "this server is answering %d calls already, its limit (repeat after a pause)"
                  .formatted(most)),
          new Metadata());
      return new ServerCall.Listener<>() {};
    }
    try {
      return new Counted<>(next.startCall(call, headers));
    } catch (RuntimeException | Error e) {
      free.release();
      throw e;
    }
  }

  /// Waits until no call is under way, and lets none begin after that.
  ///
  /// @return whether that came about in time
  boolean close(Duration deadline) throws InterruptedException {
    return free.tryAcquire(most, deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A call that counts until it is complete or cancelled.
  private final class Counted<Q> extends SimpleForwardingServerCallListener<Q> {
    private final AtomicBoolean counts = new AtomicBoolean(true);

    Counted(ServerCall.Listener<Q> listener) {
      super(listener);
    }

    @Override
    public void onComplete() {
      release();
      super.onComplete();
    }

    @Override
    public void onCancel() {
      release();
      super.onCancel();
    }

    private void release() {
      if (counts.compareAndSet(true, false)) {
        free.release();
      }
    }
  }
}
