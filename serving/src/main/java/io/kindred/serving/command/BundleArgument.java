package io.kindred.serving.command;

import io.kindred.models.Bundle;
import io.kindred.models.ModelName;
import io.kindred.models.registry.Lookup;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The options and the argument that say which bundle is meant.
final class BundleArgument {
  @Mixin private final ModelChoice model = new ModelChoice();

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description =
          "The bundle's id or its beginning (default: the one that a server answers with).")
  private Optional<String> beginning = Optional.empty();

  Registry registry() {
    return model.registry();
  }

  /// Reads the bundle and checks every byte of it.
  Bundle open() throws IOException {
    ModelName name = model.name();
    return registry().open(name, Lookup.bundle(registry(), name, beginning));
  }
}
