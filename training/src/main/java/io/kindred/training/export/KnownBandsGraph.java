package io.kindred.training.export;

import io.kindred.models.segmentation.KnownBands;
import java.util.List;

/// How much is known of a customer, inside the graph: {@link KnownBands#band}.
final class KnownBandsGraph {
  private KnownBandsGraph() {}

  /// 1 in the column of the customer's band, else 0; `[customers, bands]`.
  static String indicators(GraphBuilder graph, KnownBands bands) {
    String raw = graph.asDouble(graph.columns(graph.features(), bands.features()));
    String unknown = graph.apply("IsNaN", raw);
    String measure;
    if (bands.share()) {
      measure =
          graph.divide(
              graph.sum(graph.asDouble(graph.apply("Not", unknown))),
              graph.constant(bands.features().length));
    } else {
      measure = graph.where(unknown, graph.constant(0), raw);
    }
    // Whether each band's bound is reached; the first band has none.
    String one = graph.add(graph.zeros(), graph.constant(1));
    if (bands.from().length == 0) {
      return one;
    }
    String reached =
        graph.asDouble(
            graph.node("GreaterOrEqual", List.of(measure, graph.constant(bands.from()))));
    // A band is a customer's where its bound is reached and the next one's is not.
    String own = graph.concatenate(List.of(one, reached));
    String next = graph.concatenate(List.of(reached, graph.zeros()));
    return graph.subtract(own, next);
  }
}
