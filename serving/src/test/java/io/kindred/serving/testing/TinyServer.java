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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// All services on the tiny shop's bundle, published and opened again, within this process.
///
/// A call is carried out by the thread that makes it, so that nothing happens later than one
/// thinks.
public final class TinyServer implements AutoCloseable {
  private final Scorer scorer;
  private final Server server;
  private final ManagedChannel channel;

  /// A registry of its own, which ends with the server; none beside other bundles.
  private final Optional<Path> folder;

  private TinyServer(Scorer scorer, Server server, ManagedChannel channel, Optional<Path> folder) {
    this.scorer = scorer;
    this.server = server;
    this.channel = channel;
    this.folder = folder;
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
    return start(contents, registry, Optional.empty(), 256);
  }

  private static TinyServer start(BundleContents contents, int callsAtOnce) throws IOException {
    Path folder = Files.createTempDirectory("tiny-registry");
    return start(contents, new Registry(folder), Optional.of(folder), callsAtOnce);
  }

  private static TinyServer start(
      BundleContents contents, Registry registry, Optional<Path> folder, int callsAtOnce)
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
        scorer, server, InProcessChannelBuilder.forName(name).directExecutor().build(), folder);
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
    folder.ifPresent(TinyServer::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be deleted".formatted(folder), e);
    }
  }
}
