package io.kindred.training.export;

import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentColumn.Transform;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The columns of a segment model inside the graph: {@link SegmentColumn#standardised}.
///
/// @param values standardised, 0 where unknown
/// @param known 1 where the value is known, else 0
record SegmentColumns(String values, String known) {

  static SegmentColumns of(GraphBuilder graph, List<SegmentColumn> columns) {
    String raw =
        graph.asDouble(
            graph.columns(
                graph.features(), columns.stream().mapToInt(SegmentColumn::feature).toArray()));
    String unknown = graph.apply("IsNaN", raw);
    String zero = graph.constant(0);
    String filled = graph.where(unknown, zero, raw);
    String positive = graph.node("Greater", List.of(filled, zero));
    String logarithm = graph.apply("Log", graph.add(graph.constant(1), graph.larger(filled, zero)));
    String transformed =
        graph.where(
            flags(
                graph,
                columns,
                column ->
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
            graph.subtract(transformed, numbers(graph, columns, SegmentColumn::centre)),
            numbers(graph, columns, SegmentColumn::scale));
    String held =
        graph.smaller(
            graph.larger(standardised, numbers(graph, columns, SegmentColumn::low)),
            numbers(graph, columns, SegmentColumn::high));
    return new SegmentColumns(graph.multiply(held, known), known);
  }

  private static String flags(
      GraphBuilder graph, List<SegmentColumn> columns, Predicate<SegmentColumn> flag) {
    boolean[] flags = new boolean[columns.size()];
    for (int d = 0; d < flags.length; d++) {
      flags[d] = flag.test(columns.get(d));
    }
    return graph.flags(flags);
  }

  private static String numbers(
      GraphBuilder graph, List<SegmentColumn> columns, ToDoubleFunction<SegmentColumn> number) {
    return graph.constant(columns.stream().mapToDouble(number).toArray());
  }
}
