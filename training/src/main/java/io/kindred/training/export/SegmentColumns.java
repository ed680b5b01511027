package io.kindred.training.export;

import io.kindred.training.segmentation.MixtureColumn;
import io.kindred.training.segmentation.MixtureColumn.Transform;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The columns of a segment model inside the graph: {@link MixtureColumn#standardised}.
///
/// @param values standardised, 0 where unknown
/// @param known 1 where the value is known, else 0
record SegmentColumns(String values, String known) {

  static SegmentColumns of(GraphBuilder graph, List<MixtureColumn> columns) {
    String raw =
        graph.asDouble(
            graph.columns(
                graph.features(), columns.stream().mapToInt(MixtureColumn::feature).toArray()));
    String unknown = graph.apply("IsNaN", raw);
    String zero = graph.constant(0);
    String filled = graph.where(unknown, zero, raw);
    String positive = graph.node("Greater", List.of(filled, zero));
    String logarithm = graph.apply("Log", graph.add(graph.constant(1), graph.larger(filled, zero)));
    String transformed =
        graph.where(
            flags(graph, columns, column ->
                column.transform() == Transform.LOGARITHM
                    || column.transform() == Transform.LOGARITHM_OF_POSITIVE),
            logarithm,
            graph.where(
                flags(graph, columns, column -> column.transform() == Transform.IS_POSITIVE),
                graph.asDouble(positive),
                filled));
    String needsPositive =
        flags(graph, columns, column -> column.transform() == Transform.LOGARITHM_OF_POSITIVE);
    String isKnown =
        graph.node(
            "And",
            List.of(
                graph.apply("Not", unknown),
                graph.node("Or", List.of(graph.apply("Not", needsPositive), positive))));
    String known = graph.asDouble(isKnown);
    String standardised =
        graph.divide(
            graph.subtract(transformed, numbers(graph, columns, MixtureColumn::centre)),
            numbers(graph, columns, MixtureColumn::scale));
    String held =
        graph.smaller(
            graph.larger(standardised, numbers(graph, columns, MixtureColumn::low)),
            numbers(graph, columns, MixtureColumn::high));
    return new SegmentColumns(graph.multiply(held, known), known);
  }

  private static String flags(
      GraphBuilder graph, List<MixtureColumn> columns, Predicate<MixtureColumn> flag) {
    boolean[] flags = new boolean[columns.size()];
    for (int d = 0; d < flags.length; d++) {
      flags[d] = flag.test(columns.get(d));
    }
    return graph.flags(flags);
  }

  private static String numbers(
      GraphBuilder graph, List<MixtureColumn> columns, ToDoubleFunction<MixtureColumn> number) {
    return graph.constant(columns.stream().mapToDouble(number).toArray());
  }
}
