package io.kindred.training.command;

import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.LineageEvent;
import io.kindred.models.Persona;
import io.kindred.models.SegmentWords;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred segments show`: one segment.
@Command(
    name = "show",
    description = {
      "Show one segment: who it is, and how it came about in its bundle.",
      "Example: kindred segments show s01"
    },
    mixinStandardHelpOptions = true)
final class SegmentsShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The segment, such as s01.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "The bundle's id or its beginning (default: the current one).")
  private Optional<String> beginning = Optional.empty();

  @Mixin private PublishedBundles published = new PublishedBundles();

  @Option(names = "--json", description = "Print the same facts as JSON.")
  private boolean json;

  /// What `--json` prints.
  record Shown(String bundle, SegmentFacts segment, List<LineageEvent> cameAbout) {}

  @Override
  public Integer call() throws IOException {
    Bundle bundle = published.open(beginning);
    BundleContents contents = bundle.contents();
    SegmentFacts segment =
        SegmentFacts.all(contents).stream()
            .filter(facts -> facts.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                PublishedBundles.unknownSegment(
                    id,
                    "bundle " + bundle.id().shortForm(),
                    PublishedBundles.segmentIds(contents)));
    List<LineageEvent> events =
        contents.lineage().events().stream().filter(event -> event.concerns(id)).toList();
    if (json) {
      System.out.println(Json.text(new Shown(bundle.id().value(), segment, events)));
      return 0;
    }
    System.out.printf("%s  %s%n", segment.id(), segment.name());
    if (segment.givenName().isPresent()) {
      System.out.printf("  suggested name  %s%n", segment.suggestedName());
    }
    segment.parent().ifPresent(parent -> System.out.printf("  within          %s%n", parent));
    System.out.printf(
        "  customers       %,d, %.1f %%%n", segment.customers(), 100 * segment.share());
    segment
        .stability()
        .ifPresent(stability ->
            System.out.printf(
                "  stability       %.2f%s%n",
                stability, segment.unstable() ? ", " + SegmentWords.UNSTABLE : ""));
    if (!segment.persona().summary().english().isEmpty()) {
      System.out.printf("%n  %s%n%n", segment.persona().summary().english());
    }
    for (Persona.Trait trait : segment.persona().traits()) {
      System.out.printf("  %s%n", trait.fromSiblings().text().english());
    }
    System.out.println();
    events.forEach(event -> System.out.println("  " + LineageText.sentence(event)));
    return 0;
  }
}
