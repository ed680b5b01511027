package io.kindred.training.command;

import io.kindred.datasets.infer.Draft;
import io.kindred.datasets.infer.Inference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred data infer`: somebody's files in, a draft of their mapping out.
@Command(
    name = "infer",
    description = {
      "Draft a mapping file from a folder of tables, saying why each guess was made.",
      "Example: kindred data infer exports --output exports/dataset.yaml"
    },
    mixinStandardHelpOptions = true)
final class DataInferCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      description = "A folder with CSV, TSV or Parquet files, or one file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--output",
      paramLabel = "DATASET.YAML",
      description = "Where to write the draft; must not exist (default: the screen).")
  private @Nullable Path output;

  @Option(names = "--json", description = "Print what was found and guessed as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Draft draft = Inference.draft(folder);
    if (output != null) {
      write(draft, output);
    }
    if (json) {
      System.out.println(Json.text(draft));
    } else if (output == null) {
      System.out.print(draft.yaml());
    } else {
      System.out.print(summary(draft, output));
    }
    return 0;
  }

  private static void write(Draft draft, Path output) throws IOException {
    if (Files.exists(output)) {
      throw new IllegalArgumentException(
          "%s: is there already (expected a new file, so that nobody's work is lost; name another, or remove it)"
              .formatted(output));
    }
    Files.writeString(output, draft.yaml(), StandardOpenOption.CREATE_NEW);
  }

  private String summary(Draft draft, Path output) {
    StringBuilder text = new StringBuilder();
    long files = draft.tables().stream().mapToLong(table -> table.files().size()).sum();
    text.append(
        "Wrote %s: a draft for %s.%n"
            .formatted(output, files == 1 ? "one file" : "%d files".formatted(files)));
    if (!draft.checks().isEmpty()) {
      text.append("%nTo look at (marked \"check:\" in the file):%n".formatted());
      draft
          .checks()
          .forEach(check ->
              text.append("  %s%n".formatted(check.replaceFirst("^# ", "").replaceAll(" +", " "))));
    }
    Path beside = folder.toAbsolutePath().normalize();
    Path home = Files.isDirectory(beside) ? beside : beside.resolveSibling("");
    boolean atHome =
        home.normalize().equals(output.toAbsolutePath().normalize().resolveSibling("").normalize());
    text.append(
        atHome
            ? "%nThen: kindred data check %s%n".formatted(output)
            : "%nThe files are in %s: name it as data: in a training file, then kindred data check training.yaml%n"
                .formatted(folder));
    return text.toString();
  }
}
