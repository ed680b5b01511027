package io.kindred.training.command;

import io.kindred.models.Bundle;
import io.kindred.training.check.TextTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred segments list`: the segments of a bundle.
@Command(
    name = "list",
    description = {
      "List the segments of a bundle, each macro-segment before its micro-segments.",
      "Example: kindred segments list"
    },
    mixinStandardHelpOptions = true)
final class SegmentsListCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "BUNDLE",
      description = "The bundle's id or its beginning (default: the current one).")
  private Optional<String> beginning = Optional.empty();

  @Mixin private PublishedBundles published = new PublishedBundles();

  @Option(names = "--json", description = "Print the same facts as JSON.")
  private boolean json;

  /// What `--json` prints.
  record Listed(String bundle, List<SegmentFacts> segments) {}

  @Override
  public Integer call() throws IOException {
    Bundle bundle = published.open(beginning);
    List<SegmentFacts> segments = SegmentFacts.all(bundle.contents());
    if (json) {
      System.out.println(Json.text(new Listed(bundle.id().value(), segments)));
      return 0;
    }
    TextTable table = new TextTable("<", "<", ">", ">", "<");
    table.row("Segment", "Name", "Customers", "Share", "");
    for (SegmentFacts segment : segments) {
      table.row(
          segment.parent().isPresent() ? "  " + segment.id() : segment.id(),
          segment.name(),
          "%,d".formatted(segment.customers()),
          "%.1f %%".formatted(100 * segment.share()),
          segment.givenName().isPresent()
              ? "named by a person; suggested: " + segment.suggestedName()
              : "");
    }
    System.out.printf("%s%n%n", bundle);
    table.lines().forEach(System.out::println);
    return 0;
  }
}
