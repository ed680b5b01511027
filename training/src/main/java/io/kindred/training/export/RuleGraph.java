package io.kindred.training.export;

import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.Region;
import io.kindred.models.segmentation.RuleSplit;
import java.util.List;

/// The rules for macro-segments in the graph: {@link RuleSplit#probabilities} as two comparisons
/// and two matrix products, in the notation of that class.
final class RuleGraph {
  private RuleGraph() {}

  /// The probability of each group, `[customers, groups]`.
  static String probabilities(GraphBuilder graph, RuleSplit rules) {
    String weights = graph.multiply(possible(graph, rules), graph.constant(rules.shares()));
    return graph.divide(weights, graph.sum(weights));
  }

  /// Adds the nodes.
  ///
  /// @return 1 where a macro-segment is possible, else 0, `[customers, macro-segments]`
  static String possible(GraphBuilder graph, RuleSplit rules) {
    List<Region> regions = rules.groups().stream().flatMap(List::stream).toList();
    List<ColumnRange> ranges =
        regions.stream().flatMap(region -> region.ranges().stream()).distinct().toList();
    String one = graph.constant(1);
    if (ranges.isEmpty()) {
      // Everyone is in the one macro-segment that there is.
      return graph.add(graph.zeros(), one);
    }
    String violations =
        graph.matrixProduct(certainlyFalse(graph, ranges), graph.matrix(held(ranges, regions)));
    String possibleRegions = graph.subtract(one, graph.smaller(one, violations));
    return graph.smaller(
        one, graph.matrixProduct(possibleRegions, graph.matrix(owners(rules, regions))));
  }

  /// What is single precision stays itself as double, so that rows and bounds compare as in Java.
  private static String certainlyFalse(GraphBuilder graph, List<ColumnRange> ranges) {
    String values =
        graph.asDouble(
            graph.columns(
                graph.features(), ranges.stream().mapToInt(ColumnRange::column).toArray()));
    String from = graph.constant(ranges.stream().mapToDouble(ColumnRange::from).toArray());
    String below = graph.constant(ranges.stream().mapToDouble(ColumnRange::below).toArray());
    return graph.asDouble(
        graph.node(
            "Or",
            List.of(
                graph.node("Less", List.of(values, from)),
                graph.node("GreaterOrEqual", List.of(values, below)))));
  }

  /// Which ranges each region has, `[ranges, regions]`.
  private static double[][] held(List<ColumnRange> ranges, List<Region> regions) {
    double[][] held = new double[ranges.size()][regions.size()];
    for (int region = 0; region < regions.size(); region++) {
      for (ColumnRange range : regions.get(region).ranges()) {
        held[ranges.indexOf(range)][region] = 1;
      }
    }
    return held;
  }

  /// Whose each region is, `[regions, macro-segments]`.
  private static double[][] owners(RuleSplit rules, List<Region> regions) {
    double[][] owners = new double[regions.size()][rules.groups().size()];
    int region = 0;
    for (int macro = 0; macro < rules.groups().size(); macro++) {
      for (int i = 0; i < rules.groups().get(macro).size(); i++) {
        owners[region++][macro] = 1;
      }
    }
    return owners;
  }
}
