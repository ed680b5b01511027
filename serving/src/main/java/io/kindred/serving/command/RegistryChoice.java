package io.kindred.serving.command;

import io.kindred.models.ModelName;
import io.kindred.models.registry.Lookup;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// The option that says which registry is meant.
final class RegistryChoice {
  @Option(
      names = "--registry",
      paramLabel = "FOLDER",
      description = "Where bundles are published (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("models", "published");

  Registry registry() {
    return new Registry(folder);
  }

  /// The names of its models, at least one.
  List<ModelName> names() throws IOException {
    return Lookup.models(registry());
  }
}
