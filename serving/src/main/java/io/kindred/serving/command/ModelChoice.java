package io.kindred.serving.command;

import io.kindred.models.ModelName;
import io.kindred.models.registry.Lookup;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say which model of which registry is meant.
final class ModelChoice {
  @Mixin private final RegistryChoice registry = new RegistryChoice();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Which model; needed where the registry holds several.")
  private Optional<String> model = Optional.empty();

  Registry registry() {
    return registry.registry();
  }

  /// The model named, or the only one there is.
  ModelName name() throws IOException {
    return Lookup.model(registry(), model);
  }
}
