package io.kindred.models.registry;

import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.ModelName;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The history of a model: each bundle, the one that it continues, and so on.
///
/// What was read once is kept, since bundles never change.
public final class Lineages {
  private final Registry registry;
  private final ModelName name;
  private final Map<BundleId, LineageStep> steps = new ConcurrentHashMap<>();

  public Lineages(Registry registry, ModelName name) {
    this.registry = registry;
    this.name = name;
  }

  /// A bundle after those that it continues, oldest first, as far back as the registry holds them.
  ///
  /// @throws BundleException where one is there, but not as it was published
  public List<LineageStep> upTo(BundleId id) throws IOException {
    Deque<LineageStep> chain = new ArrayDeque<>();
    chain.addFirst(step(id));
    Optional<BundleId> previous = chain.getFirst().lineage().previous();
    while (previous.isPresent() && holds(previous.get())) {
      chain.addFirst(step(previous.get()));
      previous = chain.getFirst().lineage().previous();
    }
    return List.copyOf(chain);
  }

  /// One bundle.
  ///
  /// @throws BundleException where it is not there, or not as it was published
  public LineageStep step(BundleId id) throws IOException {
    LineageStep known = steps.get(id);
    if (known != null) {
      return known;
    }
    LineageStep read = LineageStep.of(registry.open(name, id));
    steps.put(id, read);
    return read;
  }

  /// Whether the registry has a bundle.
  public boolean holds(BundleId id) throws IOException {
    return steps.containsKey(id) || registry.ids(name).contains(id);
  }
}
