package io.kindred.serving.testing;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Scorer;
import io.kindred.serving.service.LiveModel;
import io.kindred.serving.service.Services;
import java.io.IOException;
import java.nio.file.Files;

/// All services on the tiny shop's bundle, published and opened again, within this process.
///
/// A call is carried out by the thread that makes it, so that nothing happens later than one
/// thinks.
public final class TinyServer implements AutoCloseable {
  private final Scorer scorer;
  private final Server server;
  private final ManagedChannel channel;

  private TinyServer(Scorer scorer, Server server, ManagedChannel channel) {
    this.scorer = scorer;
    this.server = server;
    this.channel = channel;
  }

  public static TinyServer start() throws IOException {
    return start(256);
  }

  public static TinyServer start(int callsAtOnce) throws IOException {
    return start(TinyShop.contents(), callsAtOnce);
  }

  public static TinyServer start(BundleContents contents) throws IOException {
    return start(contents, 256);
  }

  /// Published beside other bundles.
  public static TinyServer start(BundleContents contents, Registry registry) throws IOException {
    return start(contents, registry, 256);
  }

  private static TinyServer start(BundleContents contents, int callsAtOnce) throws IOException {
    return start(contents, new Registry(Files.createTempDirectory("tiny-registry")), callsAtOnce);
  }

  private static TinyServer start(BundleContents contents, Registry registry, int callsAtOnce)
      throws IOException {
    registry.publish(contents);
    Scorer scorer = Scorer.open(registry.openCurrent(TinyShop.NAME));
    String name = InProcessServerBuilder.generateName();
    Services services = new Services(new LiveModel(scorer, registry), TinyShop.CLOCK, callsAtOnce);
    Server server =
        InProcessServerBuilder.forName(name)
            .directExecutor()
            .addServices(services.definitions())
            .build()
            .start();
    return new TinyServer(
        scorer, server, InProcessChannelBuilder.forName(name).directExecutor().build());
  }

  public ManagedChannel channel() {
    return channel;
  }

  public Scorer scorer() {
    return scorer;
  }

  public Bundle bundle() {
    return scorer.bundle();
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
    scorer.close();
  }
}
