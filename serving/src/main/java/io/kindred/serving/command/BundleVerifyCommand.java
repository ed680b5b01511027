package io.kindred.serving.command;

import io.kindred.models.Bundle;
import io.kindred.scoring.Scorer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Checks a bundle as a server does before it serves.
@Command(
    name = "verify",
    description =
        "Recompute a bundle's digests and golden rows, as a server does before it serves.",
    footer = {"", "Example:", "  kindred bundle verify 2a09dfeb50ff --model online-shop"})
final class BundleVerifyCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final BundleArgument argument = new BundleArgument();

  @Override
  public Integer call() throws IOException {
    Bundle bundle = argument.open();
    try (Scorer scorer = Scorer.open(bundle)) {
      spec.commandLine()
          .getOut()
          .printf(
              "%s is as it was published, and its %d golden rows come out here as where it was made%n",
              scorer.bundle(), bundle.contents().goldenRows().size());
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
