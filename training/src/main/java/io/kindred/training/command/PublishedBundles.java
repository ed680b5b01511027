package io.kindred.training.command;

import io.kindred.features.NearestName;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.MacroSegment;
import io.kindred.models.ModelName;
import io.kindred.models.Segment;
import io.kindred.models.registry.Lookup;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options that say which model of which registry is meant.
final class PublishedBundles {
  @Option(
      names = "--registry",
      paramLabel = "FOLDER",
      description = "Where bundles are published (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("models", "published");

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Which model; needed where the registry holds several.")
  private Optional<String> model = Optional.empty();

  Registry registry() {
    return new Registry(folder);
  }

  ModelName name() throws IOException {
    return Lookup.model(registry(), model);
  }

  /// Reads and verifies the bundle whose id begins so, or the current one.
  Bundle open(Optional<String> beginning) throws IOException {
    ModelName name = name();
    return registry().open(name, Lookup.bundle(registry(), name, beginning));
  }

  /// The ids of all segments, macro-segments first.
  static List<String> segmentIds(BundleContents contents) {
    return Stream.concat(
            contents.segments().macroSegments().stream().map(MacroSegment::id),
            contents.segments().segments().stream().map(Segment::id))
        .toList();
  }

  /// Says that no segment has an id, and which was probably meant.
  ///
  /// @param where such as `bundle 2a09dfeb50ff`
  static IllegalArgumentException unknownSegment(
      String id, String where, Collection<String> known) {
    return new IllegalArgumentException(
        "%s has no segment '%s' (did you mean %s? kindred segments list shows them)"
            .formatted(where, id, NearestName.to(id, known).orElseThrow()));
  }
}
