package io.kindred.training.command;

import io.kindred.datasets.BadRows;
import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetReader;
import io.kindred.models.Movement;
import io.kindred.training.TrainingFile;
import io.kindred.training.lineage.ModelBefore;
import io.kindred.training.policy.PermittedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred segments compare`: who moved between any two bundles.
@Command(
    name = "compare",
    description = {
      "Count who moved between two bundles, on data of today: what customers did, and what the other"
          + " model changed.",
      "Example: kindred segments compare 2a09df 91cc07 --data training.yaml"
    },
    mixinStandardHelpOptions = true)
final class SegmentsCompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The bundle before, by its beginning.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String before;

  @Parameters(index = "1", paramLabel = "B", description = "The bundle after, by its beginning.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String after;

  @Option(
      names = "--data",
      paramLabel = "TRAINING.YAML",
      required = true,
      description = "The training file whose data set has the customers.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path trainingFile;

  @Mixin private PublishedBundles published = new PublishedBundles();

  @Mixin private BadRowsChoice badRowsChoice = new BadRowsChoice();

  @Option(names = "--json", description = "Print the same facts as JSON.")
  private boolean json;

  /// What `--json` prints.
  record Compared(String before, String after, Movement movement) {}

  @Override
  public Integer call() throws IOException {
    try (ModelBefore one = ModelBefore.open(published.open(Optional.of(before)));
        ModelBefore other = ModelBefore.open(published.open(Optional.of(after)))) {
      Movement movement = one.movementTo(other, dataset().customers());
      if (json) {
        System.out.println(
            Json.text(
                new Compared(one.bundle().id().value(), other.bundle().id().value(), movement)));
        return 0;
      }
      System.out.printf(
          "From bundle %s at %s to bundle %s at %s%n%n",
          one.bundle().id().shortForm(),
          movement.from(),
          other.bundle().id().shortForm(),
          movement.to());
      LineageText.lines(movement, id -> SegmentsLineageCommand.name(other.bundle(), id))
          .forEach(System.out::println);
    }
    return 0;
  }

  private Dataset dataset() throws IOException {
    TrainingFile file = TrainingFile.read(trainingFile);
    try (BadRows badRows = badRowsChoice.open()) {
      Dataset whole =
          DatasetReader.read(
              file.mapping(), file.data(), InstantSource.system().instant(), badRows);
      return PermittedData.of(whole, file.options().policy(), file.options().features().declared())
          .dataset();
    }
  }
}
