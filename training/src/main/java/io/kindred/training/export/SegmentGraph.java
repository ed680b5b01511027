package io.kindred.training.export;

import io.kindred.models.Graph;
import io.kindred.models.segmentation.CommonFactors;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode;
import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The segments' part of the graph: {@link SegmentModel#outputs} as matrix products.
final class SegmentGraph {
  private final GraphBuilder graph;

  private SegmentGraph(GraphBuilder graph) {
    this.graph = graph;
  }

  static void addTo(GraphBuilder graph, SegmentModel model) {
    new SegmentGraph(graph).add(model);
  }

  /// A node's part of the posterior.
  ///
  /// @param segments probability of each segment below, given that the customer is below
  /// @param familiarity one column
  private record Below(String segments, String familiarity) {}

  private void add(SegmentModel model) {
    Below root = below(model.tree().root());
    graph.output(root.segments(), Graph.SEGMENTS, model.segments());
    double[][] membership = new double[model.segments()][model.tree().macroSegments()];
    int[] macroSegmentOf = model.tree().macroSegmentOf();
    for (int segment = 0; segment < membership.length; segment++) {
      membership[segment][macroSegmentOf[segment]] = 1;
    }
    graph.output(
        graph.matrixProduct(root.segments(), graph.matrix(membership)),
        Graph.MACRO_SEGMENTS,
        model.tree().macroSegments());
    graph.output(
        forecasts(model, root.segments()),
        Graph.SEGMENT_FORECASTS,
        model.segments() * model.forecasts().size());
    graph.output(root.familiarity(), Graph.FAMILIARITY, 1);
  }

  private Below below(SegmentNode node) {
    return switch (node) {
      case Leaf _ -> new Below(graph.add(graph.zeros(), graph.constant(1)), graph.zeros());
      case Learned learned when learned.children().stream().allMatch(Leaf.class::isInstance) ->
          split(learned.split());
      case Learned learned -> {
        Below split = split(learned.split());
        yield new Below(
            products(
                split.segments(),
                learned.children().stream().map(child -> below(child).segments()).toList()),
            split.familiarity());
      }
      case Ruled ruled -> below(ruled);
    };
  }

  /// Familiar is what is familiar to one of the groups that are possible.
  private Below below(Ruled ruled) {
    String possible = RuleGraph.possible(graph, ruled.split());
    List<Below> children = ruled.children().stream().map(this::below).toList();
    String masked =
        graph.where(
            graph.node("Greater", List.of(possible, graph.constant(0))),
            graph.concatenate(children.stream().map(Below::familiarity).toList()),
            graph.constant(-Double.MAX_VALUE));
    return new Below(
        products(
            RuleGraph.probabilities(graph, ruled.split()),
            children.stream().map(Below::segments).toList()),
        graph.node(
            "ReduceMax", List.of(masked, graph.numbers(1)), GraphBuilder.integer("keepdims", 1)));
  }

  /// @param below of each group, the probabilities of its segments
  private String products(String groups, List<String> below) {
    List<String> parts = new ArrayList<>();
    for (int g = 0; g < below.size(); g++) {
      parts.add(graph.multiply(graph.columns(groups, g), below.get(g)));
    }
    return graph.concatenate(parts);
  }

  /// Probabilities of a split's groups.
  private Below split(LearnedSplit split) {
    String weights = graph.constant(split.logWeights());
    List<SegmentColumn> columns = split.columns();
    if (columns.isEmpty()) {
      // Nothing decides: every customer gets the weights, as many rows of them as customers.
      return new Below(graph.softmax(graph.add(weights, graph.zeros())), graph.zeros());
    }
    SegmentColumns standardised = SegmentColumns.of(graph, columns);
    String scores = graph.add(weights, polynomials(split, standardised));
    for (CommonFactors block : split.factors()) {
      scores = graph.add(scores, FactorGraph.added(graph, standardised, block, columns.size()));
    }
    return new Below(graph.softmax(scores), familiarity(split, standardised, scores));
  }

  private String polynomials(LearnedSplit split, SegmentColumns standardised) {
    String constant =
        graph.matrixProduct(standardised.known(), graph.matrix(transposed(split.constant())));
    String linear =
        graph.matrixProduct(standardised.values(), graph.matrix(transposed(split.linear())));
    String squares = graph.multiply(standardised.values(), standardised.values());
    String quadratic = graph.matrixProduct(squares, graph.matrix(transposed(split.quadratic())));
    return graph.add(graph.add(constant, linear), quadratic);
  }

  private String familiarity(LearnedSplit split, SegmentColumns standardised, String scores) {
    String density =
        graph.node(
            "ReduceLogSumExp",
            List.of(scores, graph.numbers(1)),
            GraphBuilder.integer("keepdims", 1));
    String expected =
        graph.matrixProduct(
            standardised.known(), graph.matrix(column(split.familiarity().expected())));
    String variance =
        graph.matrixProduct(
            standardised.known(), graph.matrix(column(split.familiarity().variance())));
    return graph.divide(
        graph.subtract(density, expected),
        graph.apply("Sqrt", graph.add(graph.constant(1), variance)));
  }

  private String forecasts(SegmentModel model, String posterior) {
    String band = KnownBandsGraph.indicators(graph, model.known());
    String logs =
        graph.apply("Log", graph.larger(posterior, graph.constant(SegmentForecast.LEAST)));
    List<String> forecasts = new ArrayList<>();
    for (SegmentForecast forecast : model.forecasts()) {
      String sharpened =
          graph.multiply(
              logs, graph.matrixProduct(band, graph.matrix(column(forecast.sharpness()))));
      String weighted = graph.matrixProduct(logs, graph.matrix(forecast.weight()));
      String bias = graph.matrixProduct(band, graph.matrix(forecast.bias()));
      forecasts.add(graph.softmax(graph.add(graph.add(sharpened, weighted), bias)));
    }
    return graph.concatenate(forecasts);
  }

  private static double[][] column(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> new double[] {number})
        .toArray(double[][]::new);
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] transposed = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[i].length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }
}
