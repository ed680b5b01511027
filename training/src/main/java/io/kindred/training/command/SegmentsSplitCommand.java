package io.kindred.training.command;

import io.kindred.datasets.BadRows;
import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetReader;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.Language;
import io.kindred.models.LineageEvent;
import io.kindred.models.Segment;
import io.kindred.models.format.BundleFormat;
import io.kindred.scoring.Scorer;
import io.kindred.training.SegmentSplitting;
import io.kindred.training.TrainingFile;
import io.kindred.training.lineage.ModelBefore;
import io.kindred.training.policy.PermittedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred segments split`: one segment divided further.
@Command(
    name = "split",
    description = {
      "Divide one segment of the current bundle further, learned from its customers, and publish the"
          + " bundle so made. All other segments stay as they are, ids too.",
      "Example: kindred segments split s03 --data training.yaml"
    },
    mixinStandardHelpOptions = true)
final class SegmentsSplitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The segment, such as s03.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @Option(
      names = "--data",
      paramLabel = "TRAINING.YAML",
      required = true,
      description = "The training file that the bundle was trained by.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path trainingFile;

  @Mixin private PublishedBundles published = new PublishedBundles();

  @Mixin private BadRowsChoice badRowsChoice = new BadRowsChoice();

  @Option(names = "--json", description = "Print the same facts as JSON.")
  private boolean json;

  /// What `--json` prints.
  record Divided(String bundle, String before, List<LineageEvent> events) {}

  @Override
  public Integer call() throws IOException {
    Bundle current = published.open(Optional.empty());
    checkKnown(current);
    TrainingFile file = TrainingFile.read(trainingFile);
    BundleContents divided;
    try (ModelBefore before = ModelBefore.open(current)) {
      divided = SegmentSplitting.run(before, dataset(file).customers(), id, file.options());
    }
    // Before it is published, so that a bundle that a server would refuse never becomes current.
    Scorer.open(BundleFormat.decode(BundleFormat.encode(divided))).close();
    Bundle bundle = published.registry().publish(divided);
    List<LineageEvent> events =
        divided.lineage().events().stream().filter(event -> event.concerns(id)).toList();
    if (json) {
      System.out.println(Json.text(new Divided(bundle.id().value(), current.id().value(), events)));
      return 0;
    }
    events.forEach(event -> System.out.println(LineageText.sentence(event)));
    for (Segment segment : divided.segments().segments()) {
      if (events.stream().anyMatch(event -> event.concerns(segment.id()))) {
        System.out.printf(
            "  %s  %-32s %,8d customers%n",
            segment.id(), segment.name().in(Language.ENGLISH), segment.customers());
      }
    }
    System.out.printf(
        "Published bundle %s in %s.%n", bundle.id().shortForm(), published.registry().root());
    return 0;
  }

  private void checkKnown(Bundle bundle) {
    List<String> ids = bundle.contents().segments().segments().stream().map(Segment::id).toList();
    if (!ids.contains(id)) {
      throw PublishedBundles.unknownSegment(id, "bundle " + bundle.id().shortForm(), ids);
    }
  }

  private Dataset dataset(TrainingFile file) throws IOException {
    try (BadRows badRows = badRowsChoice.open()) {
      Dataset whole =
          DatasetReader.read(
              file.mapping(), file.data(), InstantSource.system().instant(), badRows);
      return PermittedData.of(whole, file.options().policy(), file.options().features().declared())
          .dataset();
    }
  }
}
