package io.kindred.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import io.kindred.training.propensity.BoostedTrees;
import io.kindred.training.propensity.BoostedTrees.Leaf;
import io.kindred.training.propensity.BoostedTrees.Node;
import io.kindred.training.propensity.BoostedTrees.Split;
import java.util.List;

/// A sum of trees as one `TreeEnsembleRegressor`, whose attributes are lists over all nodes.
final class TreeGraph {
  private final AttributeProto.Builder treeIds = list("nodes_treeids");
  private final AttributeProto.Builder nodeIds = list("nodes_nodeids");
  private final AttributeProto.Builder features = list("nodes_featureids");
  private final AttributeProto.Builder below = list("nodes_truenodeids");
  private final AttributeProto.Builder above = list("nodes_falsenodeids");
  private final AttributeProto.Builder unknownIsBelow = list("nodes_missing_value_tracks_true");
  private final AttributeProto.Builder thresholds =
      AttributeProto.newBuilder()
          .setName("nodes_values")
          .setType(AttributeProto.AttributeType.FLOATS);
  private final AttributeProto.Builder modes =
      AttributeProto.newBuilder()
          .setName("nodes_modes")
          .setType(AttributeProto.AttributeType.STRINGS);
  private final AttributeProto.Builder leafTreeIds = list("target_treeids");
  private final AttributeProto.Builder leafNodeIds = list("target_nodeids");
  private final AttributeProto.Builder leafTargets = list("target_ids");
  private final AttributeProto.Builder leafValues =
      AttributeProto.newBuilder()
          .setName("target_weights")
          .setType(AttributeProto.AttributeType.FLOATS);

  private TreeGraph() {}

  /// The trees' sum for each customer, `[customers, 1]`.
  static String addTo(GraphBuilder graph, List<BoostedTrees.Tree> trees) {
    TreeGraph attributes = new TreeGraph();
    for (int tree = 0; tree < trees.size(); tree++) {
      List<Node> nodes = trees.get(tree).nodes();
      for (int node = 0; node < nodes.size(); node++) {
        attributes.add(tree, node, nodes.get(node));
      }
    }
    return graph.asDouble(
        graph.node(
            "TreeEnsembleRegressor",
            GraphBuilder.MACHINE_LEARNING,
            List.of(graph.features()),
            GraphBuilder.integer("n_targets", 1),
            attributes.treeIds.build(),
            attributes.nodeIds.build(),
            attributes.features.build(),
            attributes.below.build(),
            attributes.above.build(),
            attributes.unknownIsBelow.build(),
            attributes.thresholds.build(),
            attributes.modes.build(),
            attributes.leafTreeIds.build(),
            attributes.leafNodeIds.build(),
            attributes.leafTargets.build(),
            attributes.leafValues.build()));
  }

  private void add(int tree, int number, Node node) {
    treeIds.addInts(tree);
    nodeIds.addInts(number);
    switch (node) {
      case Split split -> {
        features.addInts(split.feature());
        thresholds.addFloats(split.threshold());
        modes.addStrings(ByteString.copyFromUtf8("BRANCH_LT"));
        below.addInts(split.below());
        above.addInts(split.above());
        unknownIsBelow.addInts(split.unknownIsBelow() ? 1 : 0);
      }
      case Leaf leaf -> {
        features.addInts(0);
        thresholds.addFloats(0);
        modes.addStrings(ByteString.copyFromUtf8("LEAF"));
        below.addInts(0);
        above.addInts(0);
        unknownIsBelow.addInts(0);
        leafTreeIds.addInts(tree);
        leafNodeIds.addInts(number);
        leafTargets.addInts(0);
        leafValues.addFloats(leaf.logOdds());
      }
    }
  }

  private static AttributeProto.Builder list(String name) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
  }
}
