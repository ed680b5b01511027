package io.kindred.models.registry;

import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.ModelName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Finds what an operator means.
public final class Lookup {
  private Lookup() {}

  /// The names of a registry's models, at least one.
  public static List<ModelName> models(Registry registry) throws IOException {
    List<ModelName> names = registry.names();
    if (names.isEmpty()) {
      throw new BundleException(
          "%s: no bundle is published there (expected one; train one with `kindred train`, or name the folder with --registry)"
              .formatted(registry.root()));
    }
    return names;
  }

  /// The model named, or the only one there is.
  public static ModelName model(Registry registry, Optional<String> name) throws IOException {
    if (name.isPresent()) {
      return new ModelName(name.get());
    }
    List<ModelName> names = models(registry);
    if (names.size() > 1) {
      throw new BundleException(
          "%s: holds several models (expected one of them with --model: %s)"
              .formatted(registry.root(), names));
    }
    return names.getFirst();
  }

  /// The bundle whose id begins so, or the current one.
  public static BundleId bundle(Registry registry, ModelName name, Optional<String> beginning)
      throws IOException {
    if (beginning.isEmpty()) {
      return registry.current(name);
    }
    List<BundleId> ids = registry.ids(name);
    if (ids.isEmpty()) {
      throw registry.without(name);
    }
    List<BundleId> fitting =
        ids.stream().filter(id -> id.value().startsWith(beginning.get())).toList();
    if (fitting.size() != 1) {
      throw new BundleException(
          "%s: %s of model %s begins with '%s' (expected exactly one of %s)"
              .formatted(
                  registry.root(),
                  fitting.isEmpty() ? "no bundle" : "more than one bundle",
                  name,
                  beginning.get(),
                  ids.stream().map(BundleId::shortForm).toList()));
    }
    return fitting.getFirst();
  }
}
