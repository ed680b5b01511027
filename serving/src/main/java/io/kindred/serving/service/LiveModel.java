package io.kindred.serving.service;

import io.kindred.scoring.Scorer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// The bundle that answers now.
///
/// A call asks for it once and answers wholly from what it got, so that no answer is ever of two
/// bundles. Whoever opened the scorer closes it, after the last call that uses it.
public final class LiveModel {
  private final AtomicReference<LiveBundle> bundle;

  public LiveModel(Scorer scorer) {
    this.bundle = new AtomicReference<>(new LiveBundle(scorer));
  }

  LiveBundle bundle() {
    return Objects.requireNonNull(bundle.get(), "there is always one");
  }
}
