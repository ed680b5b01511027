package io.kindred.training.command;

import io.kindred.datasets.BadRows;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How many wrong rows a command may set aside, and where it lists them.
final class BadRowsChoice {
  @Option(
      names = "--max-bad-rows",
      paramLabel = "N",
      description = "Set aside up to so many wrong rows, instead of refusing the first.")
  private Optional<Integer> most = Optional.empty();

  @Option(
      names = "--bad-rows",
      paramLabel = "FILE",
      description = "Where --max-bad-rows lists them (default: bad-rows.csv).")
  private Optional<Path> file = Optional.empty();

  BadRows open() {
    if (most.isEmpty()) {
      if (file.isPresent()) {
        throw new IllegalArgumentException(
            "--bad-rows without --max-bad-rows (expected how many wrong rows may be set aside, such as"
                + " --max-bad-rows 100)");
      }
      return BadRows.none();
    }
    return BadRows.upTo(most.get(), file.orElse(Path.of("bad-rows.csv")));
  }
}
