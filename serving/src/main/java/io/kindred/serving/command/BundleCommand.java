package io.kindred.serving.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Looks at published bundles.
@Command(
    name = "bundle",
    description = "Look at published bundles.",
    footer = {"", "Example:", "  kindred bundle list --registry models/published"},
    subcommands = {BundleListCommand.class, BundleShowCommand.class, BundleVerifyCommand.class})
final class BundleCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "bundle does nothing by itself (expected list, show or verify)");
  }
}
