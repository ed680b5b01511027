package io.kindred.training.command;

import io.kindred.models.Bundle;
import io.kindred.models.Language;
import io.kindred.models.Segment;
import io.kindred.models.SegmentName;
import io.kindred.models.Segments;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `kindred segments name`: a person's name for a segment, instead of the suggested one.
@Command(
    name = "name",
    description = {
      "Give a segment a name that survives retraining: publishes a bundle that differs in nothing"
          + " else and makes it current.",
      "Example: kindred segments name s01 \"Busy high spenders\""
    },
    mixinStandardHelpOptions = true)
final class SegmentsNameCommand implements Callable<Integer> {
  private static final int LONGEST_NAME = SegmentName.MOST_CHARACTERS;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ID", description = "The micro-segment, such as s01.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String id;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Its name, up to " + LONGEST_NAME + " characters.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--remove", description = "Take the given name away.")
  private boolean remove;

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description =
          "The bundle to name it in, by its id or its beginning (default: the current one).")
  private Optional<String> beginning = Optional.empty();

  @Mixin private PublishedBundles published = new PublishedBundles();

  @Option(names = "--json", description = "Print the same facts as JSON.")
  private boolean json;

  /// What `--json` prints.
  record Named(String bundle, String before, String segment, String name) {}

  @Override
  public Integer call() throws IOException {
    if (name.isPresent() == remove) {
      throw new ParameterException(
          spec.commandLine(), "expected either a name for the segment or --remove");
    }
    Bundle bundle = published.open(beginning);
    Segments segments = bundle.contents().segments();
    Map<String, String> names = new TreeMap<>(segments.givenNames());
    Segment segment = segment(bundle);
    if (remove) {
      names.remove(id);
    } else {
      names.put(id, checked(name.orElseThrow().strip(), segments));
    }
    Bundle named =
        published
            .registry()
            .publish(bundle.contents().withSegments(segments.withGivenNames(names)));
    String shown = names.getOrDefault(id, segment.name().suggested().english());
    if (json) {
      System.out.println(Json.text(new Named(named.id().value(), bundle.id().value(), id, shown)));
    } else {
      System.out.printf(
          "%s is now called %s, in bundle %s, which is current.%n",
          id, shown, named.id().shortForm());
    }
    return 0;
  }

  private Segment segment(Bundle bundle) {
    Segments segments = bundle.contents().segments();
    if (segments.macroSegments().stream().anyMatch(macro -> macro.id().equals(id))) {
      throw new IllegalArgumentException(
          "%s is a macro-segment (expected a micro-segment, such as %s)"
              .formatted(id, segments.segments().getFirst().id()));
    }
    return segments.segments().stream()
        .filter(candidate -> candidate.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            PublishedBundles.unknownSegment(
                id,
                "bundle " + bundle.id().shortForm(),
                segments.segments().stream().map(Segment::id).toList()));
  }

  private String checked(String text, Segments segments) {
    if (text.isEmpty()
        || text.codePointCount(0, text.length()) > LONGEST_NAME
        || text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the name is blank, too long or has control characters (expected 1 to %d characters on one line, such as \"Busy high spenders\")"
              .formatted(LONGEST_NAME));
    }
    segments.segments().stream()
        .filter(other ->
            !other.id().equals(id) && other.name().in(Language.ENGLISH).equalsIgnoreCase(text))
        .findFirst()
        .ifPresent(other -> {
          throw new IllegalArgumentException(
              "%s is called '%s' already (expected a name that tells them apart)"
                  .formatted(other.id(), other.name().in(Language.ENGLISH)));
        });
    return text;
  }
}
