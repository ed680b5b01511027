package io.kindred.serving.command;

import io.kindred.serving.demo.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The second half of `kindred demo`: what training published answers over gRPC, beside the truth.
@Command(
    name = "demo-score",
    hidden = true,
    description = "Serve the demo's bundle and score the demo's customers with it.",
    footer = {
      "",
      "Example:",
      "  kindred demo-score --registry models/published --model demo --folder demo"
    })
final class DemoScoreCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ModelChoice choice = new ModelChoice();

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "FOLDER",
      description = "What the demo's first half wrote.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  DemoScoreCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    boolean isSame =
        Demo.run(choice.registry(), choice.name(), folder, clock, spec.commandLine().getOut());
    return isSame ? 0 : 1;
  }
}
