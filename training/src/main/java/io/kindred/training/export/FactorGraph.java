package io.kindred.training.export;

import io.kindred.models.segmentation.CommonFactors;

/// What common factors say of each segment, as matrix products and a Cholesky root written out.
final class FactorGraph {
  private final GraphBuilder graph;
  private final SegmentColumns columns;
  private final CommonFactors block;
  private final int width;

  private FactorGraph(GraphBuilder graph, SegmentColumns columns, CommonFactors block, int width) {
    this.graph = graph;
    this.columns = columns;
    this.block = block;
    this.width = width;
  }

  /// Adds the nodes and gives what is to be added to the scores, `[customers, segments]`.
  ///
  /// @param width how many columns the model has
  static String added(GraphBuilder graph, SegmentColumns columns, CommonFactors block, int width) {
    return new FactorGraph(graph, columns, block, width).added();
  }

  /// With R the root of M and y = R^-1 b: `b' M^-1 b = |y|^2` and `log |M| = 2 sum log R[f][f]`.
  private String added() {
    int factors = block.factors();
    String[][] root = new String[factors][factors];
    String[] solved = new String[factors];
    String sum = graph.constant(0);
    for (int f = 0; f < factors; f++) {
      for (int g = 0; g <= f; g++) {
        String entry = information(f, g);
        if (f == g) {
          entry = graph.add(entry, graph.constant(1));
        }
        for (int h = 0; h < g; h++) {
          entry = graph.subtract(entry, graph.multiply(root[f][h], root[g][h]));
        }
        root[f][g] = f == g ? graph.apply("Sqrt", entry) : graph.divide(entry, root[g][g]);
      }
      String right = projection(f);
      for (int h = 0; h < f; h++) {
        right = graph.subtract(right, graph.multiply(root[f][h], solved[h]));
      }
      solved[f] = graph.divide(right, root[f][f]);
      String logDeterminant = graph.multiply(graph.constant(2), graph.apply("Log", root[f][f]));
      sum = graph.add(sum, graph.subtract(graph.multiply(solved[f], solved[f]), logDeterminant));
    }
    return graph.multiply(graph.constant(block.weight() / 2), sum);
  }

  private String projection(int factor) {
    return graph.add(
        graph.matrixProduct(columns.known(), graph.matrix(spread(block.constant(), factor))),
        graph.matrixProduct(columns.values(), graph.matrix(spread(block.linear(), factor))));
  }

  private String information(int factor, int earlier) {
    return graph.matrixProduct(
        columns.known(),
        graph.matrix(spread(block.information(), factor * (factor + 1) / 2 + earlier)));
  }

  /// Coefficients of the block's columns among all the model's, by column, then segment.
  private double[][] spread(double[][][] coefficients, int which) {
    double[][] spread = new double[width][coefficients.length];
    for (int k = 0; k < coefficients.length; k++) {
      for (int j = 0; j < block.columns().length; j++) {
        spread[block.columns()[j]][k] = coefficients[k][which][j];
      }
    }
    return spread;
  }
}
