package io.kindred.training.export;

import java.util.List;

/// Feature columns brought to a common scale inside the graph.
///
/// @param values `(x - centre) / scale` within the bounds, 0 where unknown
/// @param known 1 where the value is known, else 0
record StandardisedColumns(String values, String known) {

  /// Adds the nodes.
  ///
  /// @param features places in the feature row
  /// @param logarithms which columns enter as `log(1 + max(x, 0))`
  /// @param furthest the bound on either side
  static StandardisedColumns of(
      GraphBuilder graph,
      int[] features,
      List<Boolean> logarithms,
      double[] centres,
      double[] scales,
      double furthest) {
    String raw = graph.asDouble(graph.columns(graph.features(), features));
    String unknown = graph.apply("IsNaN", raw);
    String known = graph.asDouble(graph.apply("Not", unknown));
    String zero = graph.constant(0);
    String filled = graph.where(unknown, zero, raw);
    boolean[] flags = new boolean[logarithms.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = logarithms.get(i);
    }
    String logarithm = graph.apply("Log", graph.add(graph.constant(1), graph.larger(filled, zero)));
    String transformed = graph.where(graph.flags(flags), logarithm, filled);
    String standardised =
        graph.clip(
            graph.divide(
                graph.subtract(transformed, graph.constant(centres)), graph.constant(scales)),
            -furthest,
            furthest);
    return new StandardisedColumns(graph.multiply(standardised, known), known);
  }
}
