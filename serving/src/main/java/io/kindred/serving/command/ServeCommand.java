package io.kindred.serving.command;

import io.kindred.models.Bundle;
import io.kindred.models.ModelName;
import io.kindred.scoring.Scorer;
import io.kindred.serving.server.ScoringServer;
import io.kindred.serving.server.ServerOptions;
import io.kindred.serving.service.LiveModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Answers over gRPC until it is told to go.
@Command(
    name = "serve",
    description = "Answer over gRPC with a published bundle, until stopped (SIGTERM or Ctrl-C).",
    footer = {
      "",
      "Example:",
      "  kindred serve --registry models/published --model online-shop --port 8980",
      "  grpcurl -plaintext 127.0.0.1:8980 kindred.v1.BundleService/GetBundle"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int LARGEST_PORT = 65_535;
  private static final int LARGEST_MESSAGE_MIB = 1_024;

  private final InstantSource clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ModelChoice choice = new ModelChoice();

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Where to listen (default: ${DEFAULT-VALUE}, which only this machine reaches).")
  private String address = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Which port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port = ServerOptions.USUAL_PORT;

  @Option(
      names = "--insecure-beyond-loopback",
      description =
          "Listen where other machines reach it, without encryption and for every caller. Only"
              + " behind a proxy that sees to both.")
  private boolean beyondLoopback;

  @Option(
      names = "--largest-message-mib",
      paramLabel = "MIB",
      description = "No request may be larger (default: ${DEFAULT-VALUE}).")
  private int largestMessageMib = ServerOptions.USUAL_LARGEST_MESSAGE_BYTES >> 20;

  @Option(
      names = "--calls-at-once",
      paramLabel = "CALLS",
      description = "More are refused, to be repeated (default: ${DEFAULT-VALUE}).")
  private int callsAtOnce = ServerOptions.USUAL_CALLS_AT_ONCE;

  @Option(
      names = "--drain-seconds",
      paramLabel = "SECONDS",
      description =
          "How long calls under way may take when the server is stopped (default:"
              + " ${DEFAULT-VALUE}).")
  private int drainSeconds = (int) ServerOptions.USUAL_DRAIN.toSeconds();

  ServeCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerOptions options = options();
    ModelName name = choice.name();
    Bundle bundle = choice.registry().openCurrent(name);
    PrintWriter out = spec.commandLine().getOut();
    try (Scorer scorer = Scorer.open(bundle);
        ScoringServer server =
            ScoringServer.start(options, new LiveModel(scorer, choice.registry()), clock)) {
      Thread stop = new Thread(() -> stop(server, out), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      out.printf(
          "serving address=%s model=%s bundle=%s largest_message_bytes=%d calls_at_once=%d drain=%s%n",
          ScoringServer.text(server.address()),
          name,
          bundle.id(),
          options.largestMessageBytes(),
          options.callsAtOnce(),
          options.drain());
      out.flush();
      server.awaitClose();
    }
    return 0;
  }

  private static void stop(ScoringServer server, PrintWriter out) {
    out.println("stopping: no new calls, those under way finish");
    out.flush();
    server.close();
    out.println("stopped");
    out.flush();
  }

  private ServerOptions options() {
    check(port >= 0 && port <= LARGEST_PORT, "--port", port, "0 to 65535");
    check(
        largestMessageMib >= 1 && largestMessageMib <= LARGEST_MESSAGE_MIB,
        "--largest-message-mib",
        largestMessageMib,
        "1 to 1024");
    check(callsAtOnce >= 1, "--calls-at-once", callsAtOnce, "1 or more");
    check(drainSeconds >= 0, "--drain-seconds", drainSeconds, "0 or more");
    try {
      return new ServerOptions(
          new InetSocketAddress(address, port),
          beyondLoopback,
          largestMessageMib << 20,
          callsAtOnce,
          Duration.ofSeconds(drainSeconds));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void check(boolean isGood, String option, int value, String expected) {
    if (!isGood) {
      throw new ParameterException(
          spec.commandLine(), "%s is %d (expected %s)".formatted(option, value, expected));
    }
  }
}
