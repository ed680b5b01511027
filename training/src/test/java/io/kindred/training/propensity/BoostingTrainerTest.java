package io.kindred.training.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.FeatureTable;
import io.kindred.training.propensity.BoostedTrees.Leaf;
import io.kindred.training.propensity.BoostedTrees.Split;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoostingTrainerTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void predictionsAreXGBoosts(long seed) throws XGBoostError {
    ToDoubleFunction<float[]> truth = seed == 1 ? SimulatedPanel.ADDITIVE : SimulatedPanel.CROSSED;
    SimulatedPanel data = SimulatedPanel.draw(1500, seed, truth);
    DMatrix matrix = BoostingTrainer.matrix(data.table());
    matrix.setLabel(data.labels());
    Booster booster =
        XGBoost.train(matrix, BoostingTrainer.parameters(0.37, seed), 200, Map.of(), null, null);
    BoostedTrees trees = BoostingTrainer.trees(booster, 0.37);

    assertThat(trees.trees()).hasSize(200);
    assertSame(booster, matrix, trees, data.table());
    FeatureTable extreme = extremeTable(data.table());
    DMatrix extremeMatrix = BoostingTrainer.matrix(extreme);
    assertSame(booster, extremeMatrix, trees, extreme);
    extremeMatrix.dispose();
    booster.dispose();
    matrix.dispose();
  }

  @Test
  void theFitIsTheLibrarysFromTheSmoothedBaseRate() {
    SimulatedPanel data = SimulatedPanel.draw(400, 9, SimulatedPanel.CROSSED);
    double positives = 0;
    for (float label : data.labels()) {
      positives += label;
    }

    BoostedTrees trees = BoostingTrainer.fit(data.table(), data.labels(), 5);

    assertThat(trees.base())
        .isCloseTo(Math.log((positives + 1) / (401 - positives)), within(1e-12));
    assertThat(BoostingTrainer.fit(data.table(), data.labels(), 5)).isEqualTo(trees);
    assertThat(BoostingTrainer.fit(data.table(), data.labels(), 6)).isNotEqualTo(trees);
  }

  @Test
  void aDumpWithGapsInItsNumbersIsRead() {
    BoostedTrees.Tree tree =
        BoostingTrainer.parse(
            """
            {"nodeid": 0, "depth": 0, "split": "f2", "split_condition": 0.5,
             "yes": 3, "no": 4, "missing": 4, "children": [
               {"nodeid": 3, "leaf": -0.25},
               {"nodeid": 4, "depth": 1, "split": "f0", "split_condition": 7,
                "yes": 9, "no": 12, "missing": 9, "children": [
                  {"nodeid": 12, "leaf": 1.5},
                  {"nodeid": 9, "leaf": 0.75}]}]}
            """);

    assertThat(tree.nodes())
        .isEqualTo(
            List.of(
                new Split(2, 0.5f, 1, 2, false),
                new Leaf(-0.25f),
                new Split(0, 7, 3, 4, true),
                new Leaf(0.75f),
                new Leaf(1.5f)));
    assertThat(tree.leafOf(new float[] {0, 0, 0.4f})).isEqualTo(-0.25f);
    assertThat(tree.leafOf(new float[] {6, 0, 0.5f})).isEqualTo(0.75f);
    assertThat(tree.leafOf(new float[] {7, 0, 0.5f})).isEqualTo(1.5f);
    assertThat(tree.leafOf(new float[] {7, 0, Float.NaN})).isEqualTo(1.5f);
    assertThat(tree.leafOf(new float[] {Float.NaN, 0, Float.NaN})).isEqualTo(0.75f);
  }

  @Test
  void aTreeOfOneLeafIsRead() {
    assertThat(BoostingTrainer.parse("{\"nodeid\": 0, \"leaf\": 0.125}").nodes())
        .isEqualTo(List.of(new Leaf(0.125f)));
  }

  private static FeatureTable extremeTable(FeatureTable like) {
    float[][] rows = SimulatedPanel.extremeRows();
    return FeatureTable.of(
        like.schema(),
        IntStream.range(0, rows.length).mapToObj(like::customer).toList(),
        like.asOf(0),
        rows);
  }

  private static void assertSame(
      Booster booster, DMatrix matrix, BoostedTrees trees, FeatureTable table) throws XGBoostError {
    float[][] theirs = booster.predict(matrix);
    for (int row = 0; row < table.size(); row++) {
      double ours = 1 / (1 + Math.exp(-trees.logOdds(table.row(row))));
      assertThat(ours).isCloseTo(theirs[row][0], within(1e-5));
    }
  }
}
