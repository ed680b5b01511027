package io.kindred.training.propensity;

import io.kindred.features.FeatureTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Fits small, regularised boosted trees: XGBoost's one door.
///
/// The library's defaults are overconfident on sets of some thousand customers; these settings lose
/// little on large ones.
final class BoostingTrainer {
  private static final int TREES = 200;

  /// One thread, so that sums are added up in one order whatever the machine; the library's threads
  /// also wait by spinning, which costs a busy machine tenfold. Fits run beside each other instead.
  private static final int THREADS = 1;

  private static final JsonMapper JSON = new JsonMapper();

  private BoostingTrainer() {}

  static BoostedTrees fit(FeatureTable table, float[] labels, long seed) {
    double positives = 0;
    for (float label : labels) {
      positives += label;
    }
    double baseRate = (positives + 1) / (labels.length + 2);
    try {
      DMatrix matrix = matrix(table);
      try {
        matrix.setLabel(labels);
        Booster booster =
            XGBoost.train(matrix, parameters(baseRate, seed), TREES, Map.of(), null, null);
        try {
          return trees(booster, baseRate);
        } finally {
          booster.dispose();
        }
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException(
          "XGBoost could not fit the trees: %s".formatted(e.getMessage()), e);
    }
  }

  static Map<String, Object> parameters(double baseRate, long seed) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("base_score", baseRate);
    parameters.put("eta", 0.03);
    parameters.put("max_depth", 4);
    parameters.put("min_child_weight", 5);
    parameters.put("lambda", 5);
    parameters.put("subsample", 0.8);
    parameters.put("colsample_bytree", 0.8);
    parameters.put("tree_method", "hist");
    parameters.put("nthread", THREADS);
    parameters.put("seed", seed & Integer.MAX_VALUE);
    parameters.put("verbosity", 0);
    return parameters;
  }

  /// The library's model in our own terms.
  ///
  /// @param baseRate the probability it was told to begin from
  static BoostedTrees trees(Booster booster, double baseRate) throws XGBoostError {
    List<BoostedTrees.Tree> trees = new ArrayList<>();
    for (String tree : booster.getModelDump("", false, "json")) {
      trees.add(parse(tree));
    }
    return new BoostedTrees(Math.log(baseRate) - Math.log1p(-baseRate), trees);
  }

  static DMatrix matrix(FeatureTable table) throws XGBoostError {
    int features = table.schema().size();
    float[] values = new float[table.size() * features];
    for (int row = 0; row < table.size(); row++) {
      System.arraycopy(table.row(row), 0, values, row * features, features);
    }
    return new DMatrix(values, table.size(), features, Float.NaN);
  }

  /// Reads a tree of XGBoost's dump, whose node numbers may have gaps.
  static BoostedTrees.Tree parse(String dump) {
    TreeMap<Integer, JsonNode> byNumber = new TreeMap<>();
    collect(JSON.readTree(dump), byNumber);
    Map<Integer, Integer> place = new HashMap<>();
    byNumber.keySet().forEach(number -> place.put(number, place.size()));
    List<BoostedTrees.Node> nodes = new ArrayList<>();
    for (JsonNode node : byNumber.values()) {
      if (node.has("leaf")) {
        nodes.add(new BoostedTrees.Leaf((float) node.get("leaf").asDouble()));
      } else {
        int below = node.get("yes").asInt();
        nodes.add(
            new BoostedTrees.Split(
                Integer.parseInt(node.get("split").asString().substring(1)),
                (float) node.get("split_condition").asDouble(),
                place.getOrDefault(below, -1),
                place.getOrDefault(node.get("no").asInt(), -1),
                node.get("missing").asInt() == below));
      }
    }
    return new BoostedTrees.Tree(nodes);
  }

  private static void collect(JsonNode node, Map<Integer, JsonNode> byNumber) {
    byNumber.put(node.get("nodeid").asInt(), node);
    if (node.has("children")) {
      node.get("children").forEach(child -> collect(child, byNumber));
    }
  }
}
