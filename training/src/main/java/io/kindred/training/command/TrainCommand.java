package io.kindred.training.command;

import io.kindred.datasets.BadRows;
import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetReader;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.LineageEvent;
import io.kindred.models.Measure;
import io.kindred.models.SegmentWords;
import io.kindred.models.format.BundleFormat;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Scorer;
import io.kindred.training.Training;
import io.kindred.training.TrainingFile;
import io.kindred.training.lineage.ModelBefore;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
  private static final int STEPS_OF_CONTINUATION = STEPS + 1;

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

  @Mixin private ContinuationChoice continuation = new ContinuationChoice();

  @Mixin private BadRowsChoice badRowsChoice = new BadRowsChoice();

  @Override
  public Integer call() throws IOException {
    if (Files.exists(registry) && !Files.isDirectory(registry)) {
      // Said now and not after minutes of training.
      throw new IllegalArgumentException(
          "%s: is a file (expected the registry's folder, or nothing yet; name another with --registry)"
              .formatted(registry));
    }
    TrainingFile file = TrainingFile.read(trainingFile);
    Registry published = new Registry(registry);
    Optional<ModelBefore> before = continuation.open(published, file.options().name());
    try (BadRows badRows = badRowsChoice.open()) {
      train(file, published, before, badRows, System.out);
    } finally {
      before.ifPresent(ModelBefore::close);
    }
    return 0;
  }

  /// Reads, trains, checks, publishes and says so.
  ///
  /// @param before the model to continue; empty for a first bundle
  static Bundle train(
      TrainingFile file,
      Registry registry,
      Optional<ModelBefore> before,
      BadRows badRows,
      PrintStream out)
      throws IOException {
    before.ifPresent(model ->
        out.printf(
            "Continues bundle %s, whose segments keep their ids; --fresh starts anew.%n",
            model.bundle().id().shortForm()));
    BundleContents contents;
    try (StepsOnScreen steps =
        new StepsOnScreen(out, onTerminal(), before.isPresent() ? STEPS_OF_CONTINUATION : STEPS)) {
      steps.step("Reading " + file.dataset().getFileName());
      Dataset dataset =
          DatasetReader.read(
              file.mapping(), file.data(), InstantSource.system().instant(), badRows);
      contents = Training.run(dataset, file.options(), before, steps);
    }
    // Before it is published, so that a bundle that a server would refuse never becomes current.
    Scorer.open(BundleFormat.decode(BundleFormat.encode(contents))).close();
    Bundle bundle = registry.publish(contents);
    out.printf(
        "%nPublished bundle %s of %s in %s: %s.%n",
        bundle.id().shortForm(),
        contents.name(),
        registry.root(),
        SegmentWords.counted(contents.segments()));
    before.ifPresent(model -> out.println(sinceThen(model.bundle(), bundle)));
    if (badRows.count() > 0) {
      out.printf("Set aside %d bad rows, listed in %s.%n", badRows.count(), badRows.listedIn());
    }
    out.println();
    contents.evaluation().measures().forEach(measure -> out.println("  " + line(measure)));
    out.printf("%nReport: %s%n", registry.report(contents.name(), bundle.id()));
    return bundle;
  }

  private static String sinceThen(Bundle before, Bundle now) {
    if (now.id().equals(before.id())) {
      return "Nothing has changed since bundle %s: this is the same one."
          .formatted(before.id().shortForm());
    }
    SequencedMap<LineageEvent.Kind, Integer> counts = new TreeMap<>();
    now.contents().lineage().events().forEach(event -> counts.merge(event.kind(), 1, Integer::sum));
    return "Since bundle %s, macro-segments too: %s; kindred segments lineage tells more."
        .formatted(
            before.id().shortForm(),
            counts.entrySet().stream()
                .map(count ->
                    "%d %s"
                        .formatted(
                            count.getValue(), count.getKey().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ")));
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
