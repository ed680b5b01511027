package io.kindred.training.export;

import io.kindred.models.Graph;
import io.kindred.training.propensity.BoostedTrees;
import io.kindred.training.propensity.FittedPropensity;
import io.kindred.training.propensity.LogisticModel;
import java.util.ArrayList;
import java.util.List;

/// The propensities' part of the graph: log-odds, then their calibration.
final class PropensityGraph {
  private PropensityGraph() {}

  static void addTo(GraphBuilder graph, List<FittedPropensity> propensities) {
    List<String> probabilities = new ArrayList<>();
    for (FittedPropensity propensity : propensities) {
      String logOdds =
          switch (propensity.model()) {
            case LogisticModel logistic -> logOdds(graph, logistic);
            case BoostedTrees trees ->
                graph.add(TreeGraph.addTo(graph, trees.trees()), graph.constant(trees.base()));
          };
      String calibrated =
          graph.add(
              graph.multiply(logOdds, graph.constant(propensity.calibration().slope())),
              graph.constant(propensity.calibration().intercept()));
      probabilities.add(graph.apply("Sigmoid", calibrated));
    }
    graph.output(graph.concatenate(probabilities), Graph.PROPENSITIES, propensities.size());
  }

  private static String logOdds(GraphBuilder graph, LogisticModel model) {
    List<LogisticModel.Term> terms = model.terms();
    if (terms.isEmpty()) {
      return graph.add(graph.zeros(), graph.constant(model.intercept()));
    }
    StandardisedColumns columns =
        StandardisedColumns.of(
            graph,
            terms.stream().mapToInt(LogisticModel.Term::feature).toArray(),
            terms.stream().map(LogisticModel.Term::logarithm).toList(),
            terms.stream().mapToDouble(LogisticModel.Term::centre).toArray(),
            terms.stream().mapToDouble(LogisticModel.Term::scale).toArray(),
            LogisticModel.Term.FURTHEST);
    double[][] weights = new double[terms.size()][1];
    double[][] unknownWeights = new double[terms.size()][1];
    for (int i = 0; i < terms.size(); i++) {
      weights[i][0] = terms.get(i).weight();
      unknownWeights[i][0] = terms.get(i).unknownWeight();
    }
    String unknown = graph.subtract(graph.constant(1), columns.known());
    return graph.add(
        graph.add(
            graph.matrixProduct(columns.values(), graph.matrix(weights)),
            graph.matrixProduct(unknown, graph.matrix(unknownWeights))),
        graph.constant(model.intercept()));
  }
}
