package io.kindred.serving.server;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.kindred.serving.service.LiveModel;
import io.kindred.serving.service.Services;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// A server that listens.
public final class ScoringServer implements AutoCloseable {
  private static final int LARGEST_HEADERS_BYTES = 16 << 10;
  private static final int CALLS_AT_ONCE_PER_CONNECTION = 128;
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);
  private static final Duration SEND_PING_AFTER = Duration.ofMinutes(1);
  private static final Duration WAIT_FOR_PING = Duration.ofSeconds(20);

  /// A client that pings oftener is cut off.
  private static final Duration TAKE_PING_EVERY = Duration.ofSeconds(20);

  private static final Duration CLOSE_CONNECTIONS = Duration.ofSeconds(2);

  private final Server server;
  private final Services services;
  private final ExecutorService executor;
  private final Duration drain;
  private boolean isClosed;

  private ScoringServer(
      Server server, Services services, ExecutorService executor, Duration drain) {
    this.server = server;
    this.services = services;
    this.executor = executor;
    this.drain = drain;
  }

  /// Listens, and answers from the live model until closed.
  ///
  /// @throws IOException where the address cannot be had
  public static ScoringServer start(ServerOptions options, LiveModel live, InstantSource clock)
      throws IOException {
    Services services = new Services(live, clock, options.callsAtOnce());
    // A virtual thread a call: a run of the model holds its carrier thread, of which there are as
    // many as processors, so that no more runs than those are ever under way.
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    Server server =
        NettyServerBuilder.forAddress(options.address())
            .executor(task -> execute(task, executor))
            .addServices(services.definitions())
            .maxInboundMessageSize(options.largestMessageBytes())
            .maxInboundMetadataSize(LARGEST_HEADERS_BYTES)
            .maxConcurrentCallsPerConnection(CALLS_AT_ONCE_PER_CONNECTION)
            .handshakeTimeout(HANDSHAKE.toSeconds(), TimeUnit.SECONDS)
            .keepAliveTime(SEND_PING_AFTER.toSeconds(), TimeUnit.SECONDS)
            .keepAliveTimeout(WAIT_FOR_PING.toSeconds(), TimeUnit.SECONDS)
            .permitKeepAliveTime(TAKE_PING_EVERY.toSeconds(), TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .build();
    try {
      server.start();
    } catch (IOException e) {
      executor.close();
      throw new IOException(
          "cannot listen on %s: %s (expected a free port of this machine; choose another with --port, 0 for any)"
              .formatted(text(options.address()), reason(e)),
          e);
    }
    return new ScoringServer(server, services, executor, options.drain());
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) server.getListenSockets().getFirst();
  }

  /// Such as `127.0.0.1:8980`.
  public static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /// Waits until another thread closes the server.
  public void awaitClose() throws InterruptedException {
    server.awaitTermination();
  }

  /// Says that it is going, takes no new calls, lets those under way finish until the deadline for
  /// draining, and lets go of the port.
  ///
  /// Once it returns, to whichever thread, nothing uses the live model any more.
  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    services.stopServing();
    server.shutdown();
    try {
      services.finishCalls(drain);
      // Health watchers and reflection never end by themselves.
      server.shutdownNow();
      server.awaitTermination(CLOSE_CONNECTIONS.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    executor.close();
  }

  private static void execute(Runnable task, ExecutorService executor) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException _) {
      // The server is closed: all that still comes is word that a call is over.
      task.run();
    }
  }

  private static String reason(IOException exception) {
    Throwable cause = exception.getCause() == null ? exception : exception.getCause();
    return String.valueOf(cause.getMessage());
  }
}
