package io.kindred.training.command;

import io.kindred.datasets.BadRows;
import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetReader;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.Measure;
import io.kindred.models.format.BundleFormat;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Scorer;
import io.kindred.training.Training;
import io.kindred.training.TrainingFile;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred train`: a training file in, a published bundle out.
@Command(
    name = "train",
    description = {
      "Train on a data set, publish the bundle and make it current.",
      "Example: kindred train training.yaml"
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private static final int STEPS = 8;

  @Parameters(paramLabel = "TRAINING.YAML", description = "What to train; see docs/training.md.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path trainingFile;

  @Option(
      names = "--registry",
      paramLabel = "FOLDER",
      defaultValue = "models/published",
      description = "Where bundles are published (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path registry;

  @Mixin private BadRowsChoice badRowsChoice = new BadRowsChoice();

  @Override
  public Integer call() throws IOException {
    if (Files.exists(registry) && !Files.isDirectory(registry)) {
      // Said now and not after minutes of training.
      throw new IllegalArgumentException(
          "%s: is a file (expected the registry's folder, or nothing yet; name another with --registry)"
              .formatted(registry));
    }
    try (BadRows badRows = badRowsChoice.open()) {
      train(TrainingFile.read(trainingFile), new Registry(registry), badRows, System.out);
    }
    return 0;
  }

  /// Reads, trains, checks, publishes and says so.
  static Bundle train(TrainingFile file, Registry registry, BadRows badRows, PrintStream out)
      throws IOException {
    BundleContents contents;
    try (StepsOnScreen steps = new StepsOnScreen(out, onTerminal(), STEPS)) {
      steps.step("Reading " + file.dataset().getFileName());
      Dataset dataset =
          DatasetReader.read(
              file.mapping(), file.data(), InstantSource.system().instant(), badRows);
      contents = Training.run(dataset, file.options(), steps);
    }
    // Before it is published, so that a bundle that a server would refuse never becomes current.
    Scorer.open(BundleFormat.decode(BundleFormat.encode(contents))).close();
    Bundle bundle = registry.publish(contents);
    out.printf(
        "%nPublished bundle %s of %s in %s: %d segments.%n",
        bundle.id().shortForm(),
        contents.name(),
        registry.root(),
        contents.segments().segments().size());
    if (badRows.count() > 0) {
      out.printf("Set aside %d bad rows, listed in %s.%n", badRows.count(), badRows.listedIn());
    }
    out.println();
    contents.evaluation().measures().forEach(measure -> out.println("  " + line(measure)));
    out.printf("%nReport: %s%n", registry.report(contents.name(), bundle.id()));
    return bundle;
  }

  /// Some versions of Java have a console also where output goes to a file, others have none then.
  static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private static String line(Measure measure) {
    StringBuilder line = new StringBuilder();
    line.append("%-15s %-30s %9.4g".formatted(measure.subject(), measure.name(), measure.value()));
    measure
        .interval()
        .ifPresent(
            interval -> line.append("  (%.4g to %.4g)".formatted(interval.low(), interval.high())));
    measure
        .baselines()
        .forEach(baseline -> line.append("  %s %.4g".formatted(baseline.name(), baseline.value())));
    return line.toString();
  }
}
