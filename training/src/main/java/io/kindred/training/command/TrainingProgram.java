package io.kindred.training.command;

import io.kindred.models.registry.DiskErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands that train: `kindred train`, `kindred data`, `kindred segments`, and the first half
/// of `kindred demo`.
///
/// Exit codes: 0 done, 1 could not, 2 wrong usage.
@Command(
    name = "kindred",
    description = "Predictive customer micro-segmentation.",
    mixinStandardHelpOptions = true,
    subcommands = {TrainCommand.class, DataCommand.class, SegmentsCommand.class, DemoCommand.class})
public final class TrainingProgram {
  /// Runs one command.
  ///
  /// @return the exit code
  public static int run(String... arguments) {
    CommandLine commandLine = new CommandLine(new TrainingProgram());
    commandLine.setExecutionExceptionHandler(TrainingProgram::explain);
    commandLine.setParameterExceptionHandler(TrainingProgram::explainUsage);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    return commandLine.execute(arguments);
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

  private static int explainUsage(CommandLine.ParameterException exception, String[] arguments) {
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
