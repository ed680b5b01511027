package io.kindred.training.propensity;

import java.util.List;

/// A sum of regression trees in log-odds.
///
/// @param base the log-odds before any tree
public record BoostedTrees(double base, List<Tree> trees) implements PropensityModel {
  public BoostedTrees {
    trees = List.copyOf(trees);
  }

  /// A binary tree, its nodes in breadth or any other order with the root first.
  public record Tree(List<Node> nodes) {
    public Tree {
      nodes = List.copyOf(nodes);
    }

    float leafOf(float[] row) {
      Node node = nodes.getFirst();
      while (node instanceof Split split) {
        float value = row[split.feature()];
        boolean below = Float.isNaN(value) ? split.unknownIsBelow() : value < split.threshold();
        node = nodes.get(below ? split.below() : split.above());
      }
      return ((Leaf) node).logOdds();
    }
  }

  /// A place in a tree.
  public sealed interface Node {}

  /// Rows with a value below the threshold go one way, the others the other way.
  ///
  /// @param below the node number for values below the threshold
  /// @param above the node number for the others
  public record Split(int feature, float threshold, int below, int above, boolean unknownIsBelow)
      implements Node {}

  /// The end of a way.
  public record Leaf(float logOdds) implements Node {}

  @Override
  public double logOdds(float[] row) {
    double sum = base;
    for (Tree tree : trees) {
      sum += tree.leafOf(row);
    }
    return sum;
  }

  @Override
  public String kind() {
    return "boosted trees";
  }
}
