package io.kindred.serving.command;

import io.kindred.models.Bundle;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.ModelName;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.util.List;
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
    return registry().open(name, id(name));
  }

  private BundleId id(ModelName name) throws IOException {
    if (beginning.isEmpty()) {
      return registry().current(name);
    }
    List<BundleId> ids = registry().ids(name);
    List<BundleId> fitting =
        ids.stream().filter(id -> id.value().startsWith(beginning.get())).toList();
    if (fitting.size() != 1) {
      throw new BundleException(
          "%s: %s of model %s begins with '%s' (expected exactly one of %s)"
              .formatted(
                  registry().root(),
                  fitting.isEmpty() ? "no bundle" : "more than one bundle",
                  name,
                  beginning.get(),
                  ids.stream().map(BundleId::shortForm).toList()));
    }
    return fitting.getFirst();
  }
}
