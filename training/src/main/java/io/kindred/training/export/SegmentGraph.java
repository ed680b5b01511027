package io.kindred.training.export;

import io.kindred.models.Graph;
import io.kindred.training.segmentation.CommonFactors;
import io.kindred.training.segmentation.MixtureColumn;
import io.kindred.training.segmentation.SegmentModel;
import java.util.List;

/// The segments' part of the graph: {@link SegmentModel#posterior} as matrix products.
final class SegmentGraph {
  private SegmentGraph() {}

  static void addTo(GraphBuilder graph, SegmentModel model) {
    List<MixtureColumn> columns = model.columns();
    int segments = model.segments();
    String scores = graph.constant(model.logWeights());
    if (!columns.isEmpty()) {
      scores = graph.add(scores, likelihoods(graph, model, columns));
    } else {
      // Nothing decides: every customer gets the weights, as many rows of them as customers.
      scores = graph.add(scores, graph.zeros());
    }
    String posterior = graph.softmax(scores);
    graph.output(posterior, Graph.SEGMENTS, segments);

    double[][] membership = new double[segments][model.macroSegments()];
    int[] macroSegmentOf = model.macroSegmentOf();
    for (int segment = 0; segment < segments; segment++) {
      membership[segment][macroSegmentOf[segment]] = 1;
    }
    graph.output(
        graph.matrixProduct(posterior, graph.matrix(membership)),
        Graph.MACRO_SEGMENTS,
        model.macroSegments());
  }

  private static String likelihoods(
      GraphBuilder graph, SegmentModel model, List<MixtureColumn> columns) {
    SegmentColumns standardised = SegmentColumns.of(graph, columns);
    String constant =
        graph.matrixProduct(standardised.known(), graph.matrix(transposed(model.constant())));
    String linear =
        graph.matrixProduct(standardised.values(), graph.matrix(transposed(model.linear())));
    String squares = graph.multiply(standardised.values(), standardised.values());
    String quadratic = graph.matrixProduct(squares, graph.matrix(transposed(model.quadratic())));
    String scores = graph.add(graph.add(constant, linear), quadratic);
    for (CommonFactors block : model.factors()) {
      scores =
          graph.add(scores, FactorGraph.added(graph, standardised, block, columns.size()));
    }
    return scores;
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
