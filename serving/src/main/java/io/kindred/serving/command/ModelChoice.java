package io.kindred.serving.command;

import io.kindred.models.BundleException;
import io.kindred.models.ModelName;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.util.List;
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
    if (model.isPresent()) {
      return new ModelName(model.get());
    }
    List<ModelName> names = registry.names();
    if (names.size() > 1) {
      throw new BundleException(
          "%s: holds several models (expected one of them with --model: %s)"
              .formatted(registry().root(), names));
    }
    return names.getFirst();
  }
}
