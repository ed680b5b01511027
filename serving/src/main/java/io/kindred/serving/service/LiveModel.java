package io.kindred.serving.service;

import io.kindred.models.registry.Lineages;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Scorer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// The bundle that answers now, and the history of its model.
///
/// A call asks for it once and answers wholly from what it got, so that no answer is ever of two
/// bundles. Whoever opened the scorer closes it, after the last call that uses it.
public final class LiveModel {
  private final AtomicReference<LiveBundle> bundle;
  private final Lineages lineages;

  /// @param registry where the bundle is published, and those that it continues
  public LiveModel(Scorer scorer, Registry registry) {
    this.bundle = new AtomicReference<>(new LiveBundle(scorer));
    this.lineages = new Lineages(registry, scorer.bundle().contents().name());
  }

  Lineages lineages() {
    return lineages;
  }

  LiveBundle bundle() {
    return Objects.requireNonNull(bundle.get(), "there is always one");
  }
}
