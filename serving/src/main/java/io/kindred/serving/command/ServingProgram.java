package io.kindred.serving.command;

import io.kindred.models.registry.DiskErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// The commands that serve: `kindred serve`, `kindred bundle`, and the second half of `kindred
/// demo`.
///
/// Exit codes: 0 done, 1 could not, 2 wrong usage.
@Command(name = "kindred", description = "Predictive customer micro-segmentation.")
public final class ServingProgram {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean isHelpAsked;

  private ServingProgram() {}

  /// Runs one command.
  ///
  /// @return the exit code
  public static int run(InstantSource clock, String... arguments) {
    return commandLine(clock).execute(arguments);
  }

  static CommandLine commandLine(InstantSource clock) {
    CommandLine commandLine = new CommandLine(new ServingProgram());
    commandLine.addSubcommand(new ServeCommand(clock));
    commandLine.addSubcommand(new BundleCommand());
    commandLine.addSubcommand(new DemoScoreCommand(clock));
    commandLine.setExecutionExceptionHandler(ServingProgram::explain);
    commandLine.setParameterExceptionHandler(ServingProgram::explainUsage);
    return commandLine;
  }

  /// What the caller or the disk did wrong is one paragraph; anything else is our fault and shows
  /// its trace.
  private static int explain(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    switch (exception) {
      case IllegalArgumentException _, IOException _, UncheckedIOException _ ->
          commandLine
              .getErr()
              .println(
                  commandLine
                      .getColorScheme()
                      .errorText("kindred: " + DiskErrors.inWords(exception)));
      default -> throw exception;
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static int explainUsage(ParameterException exception, String[] arguments) {
    CommandLine commandLine = exception.getCommandLine();
    commandLine
        .getErr()
        .println(
            commandLine
                .getColorScheme()
                .errorText(
                    "kindred: %s (see %s --help)"
                        .formatted(
                            exception.getMessage(), commandLine.getCommandSpec().qualifiedName())));
    return CommandLine.ExitCode.USAGE;
  }
}
