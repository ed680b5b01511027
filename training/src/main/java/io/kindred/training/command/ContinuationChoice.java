package io.kindred.training.command;

import io.kindred.models.Bundle;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.ModelName;
import io.kindred.models.registry.Lookup;
import io.kindred.models.registry.Registry;
import io.kindred.training.lineage.ModelBefore;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// The options that say which bundle a training continues: the current one of the same model where
/// none is given.
final class ContinuationChoice {
  /// At most one of them.
  static final class Given {
    @Option(
        names = "--from",
        paramLabel = "BUNDLE",
        required = true,
        description =
            "Continue this bundle of the model, by its id or its beginning (default: the current one,"
                + " if there is one).")
    private @Nullable String from;

    @Option(
        names = "--fresh",
        required = true,
        description = "Continue none: segments get ids from s01, whatever these stood for before.")
    private boolean fresh;
  }

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Given given;

  /// Loads the model to continue; none for a first bundle.
  Optional<ModelBefore> open(Registry registry, ModelName name) throws IOException {
    if (given != null && given.fresh) {
      return Optional.empty();
    }
    String from = given == null ? null : given.from;
    if (from == null && !registry.names().contains(name)) {
      return Optional.empty();
    }
    BundleId id = Lookup.bundle(registry, name, Optional.ofNullable(from));
    try {
      Bundle bundle = registry.open(name, id);
      return Optional.of(ModelBefore.open(bundle));
    } catch (BundleException e) {
      throw new BundleException(
          "bundle %s cannot be continued: %s (choose another with --from, or start anew with --fresh: segments then get new ids)"
              .formatted(id.shortForm(), e.getMessage()),
          e);
    }
  }
}
