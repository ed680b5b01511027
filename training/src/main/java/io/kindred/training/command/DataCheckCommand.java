package io.kindred.training.command;

import io.kindred.datasets.BadRows;
import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetException;
import io.kindred.datasets.DatasetMapping;
import io.kindred.datasets.DatasetReader;
import io.kindred.datasets.RawTable;
import io.kindred.training.TrainingFile;
import io.kindred.training.check.CheckReport;
import io.kindred.training.check.CheckText;
import io.kindred.training.check.DataCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred data check`: what is in the data, and whether they suffice to train.
///
/// Exit codes: 0 ready, 1 not ready.
@Command(
    name = "check",
    description = {
      "Say what is in the data and whether they suffice to train, before hours are spent on it.",
      "Example: kindred data check training.yaml"
    },
    mixinStandardHelpOptions = true)
final class DataCheckCommand implements Callable<Integer> {
  private static final int MOST_CELLS = 8_000_000;

  @Parameters(
      paramLabel = "TRAINING.YAML",
      description = "A training file, or a mapping file to check with the usual options.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path yaml;

  @Option(
      names = "--json",
      description = "Print the same facts as JSON; docs/data-check.md has the keys.")
  private boolean json;

  @Mixin private BadRowsChoice badRowsChoice = new BadRowsChoice();

  @Override
  public Integer call() throws IOException {
    CheckReport report;
    try (BadRows badRows = badRowsChoice.open()) {
      report = check(TrainingFile.readEither(yaml), badRows);
    }
    System.out.print(json ? Json.text(report) + "\n" : CheckText.render(report));
    return report.ready() ? 0 : 1;
  }

  private static CheckReport check(TrainingFile file, BadRows badRows) {
    DatasetMapping mapping = file.mapping();
    try {
      Dataset dataset =
          DatasetReader.read(mapping, file.data(), InstantSource.system().instant(), badRows);
      return DataCheck.of(
          dataset,
          RawTable.ofMapping(mapping, file.data(), MOST_CELLS),
          badRows.count(),
          file.options());
    } catch (DatasetException e) {
      return DataCheck.unreadable(mapping.name(), String.valueOf(e.getMessage()));
    }
  }
}
