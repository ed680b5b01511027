package io.kindred.training.command;

import io.kindred.models.Bundle;
import io.kindred.models.Language;
import io.kindred.models.LineageEvent;
import io.kindred.models.Movement;
import io.kindred.models.registry.LineageStep;
import io.kindred.models.registry.Lineages;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kindred segments lineage`: what became of segments, bundle by bundle.
@Command(
    name = "lineage",
    description = {
      "Tell what became of segments from bundle to bundle, and who moved since the one before.",
      "Example: kindred segments lineage s01"
    },
    mixinStandardHelpOptions = true)
final class SegmentsLineageCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "A segment, such as s01 (default: all).")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "The last bundle, by its id or its beginning (default: the current one).")
  private Optional<String> beginning = Optional.empty();

  @Mixin private PublishedBundles published = new PublishedBundles();

  @Option(names = "--json", description = "Print the same facts as JSON.")
  private boolean json;

  /// What `--json` prints of a bundle.
  record Step(
      String bundle,
      Optional<String> previous,
      String dataEnd,
      List<LineageEvent> events,
      Optional<Movement> movement) {}

  @Override
  public Integer call() throws IOException {
    Bundle bundle = published.open(beginning);
    List<LineageStep> chain =
        new Lineages(published.registry(), published.name()).upTo(bundle.id());
    if (id.isPresent()) {
      checkKnown(id.get(), bundle, chain);
    }
    List<Step> steps = chain.stream().map(this::step).toList();
    if (json) {
      System.out.println(Json.text(steps));
      return 0;
    }
    ZoneId zone = bundle.contents().schema().zone();
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).events().isEmpty()) {
        print(steps.get(i), chain.get(i).asOf().atZone(zone).toLocalDate().toString());
      }
    }
    if (id.isEmpty()) {
      bundle
          .contents()
          .lineage()
          .movement()
          .ifPresent(movement -> {
            System.out.println("Who moved since the bundle before");
            LineageText.lines(movement, segment -> name(bundle, segment))
                .forEach(line -> System.out.println(line.isEmpty() ? "" : "  " + line));
          });
    }
    return 0;
  }

  static String name(Bundle bundle, String segmentId) {
    return bundle.contents().segments().segments().stream()
        .filter(segment -> segment.id().equals(segmentId))
        .map(segment -> segment.name().in(Language.ENGLISH))
        .findFirst()
        .orElse("");
  }

  private Step step(LineageStep step) {
    return new Step(
        step.id().value(),
        step.lineage().previous().map(previous -> previous.value()),
        step.asOf().toString(),
        step.lineage().events().stream()
            .filter(event -> id.isEmpty() || event.concerns(id.get()))
            .toList(),
        id.isEmpty() ? step.lineage().movement() : Optional.empty());
  }

  private static void print(Step step, String day) {
    System.out.printf(
        "Bundle %.12s, data until %s, %s%n",
        step.bundle(),
        day,
        step.previous().map(previous -> "continues %.12s".formatted(previous)).orElse("the first"));
    step.events().forEach(event -> System.out.println("  " + LineageText.sentence(event)));
    System.out.println();
  }

  private static void checkKnown(String id, Bundle bundle, List<LineageStep> chain) {
    Set<String> known = new TreeSet<>();
    chain.forEach(step -> {
      known.addAll(step.segmentIds());
      step.lineage().events().forEach(event -> known.addAll(event.from()));
    });
    if (!known.contains(id)) {
      throw PublishedBundles.unknownSegment(
          id, "the lineage of bundle " + bundle.id().shortForm(), known);
    }
  }
}
