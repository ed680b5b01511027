package io.kindred.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.kindred.features.FeatureTable;
import io.kindred.models.Outputs;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.scoring.OnnxModel;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.propensity.BoostedTrees;
import io.kindred.training.propensity.Calibration;
import io.kindred.training.propensity.FittedPropensity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The graph answers as the models in Java do, for possible rows and impossible ones.
class GraphExportTest {
  private static final int ROWS = 5000;

  /// Doubles end to end but for the sum over trees.
  private static final double PARITY = 1e-6;

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1",
    "1, 4, 1, 2",
    "2, 0, 0, 3",
    "3, 5, 0, 4",
    "12, 9, 0, 5",
    "12, 9, 1, 6",
    "5, 9, 2, 7",
    "12, 9, 3, 8",
    "2, 1, 3, 9"
  })
  void segmentsAnswerAlike(int segments, int columns, int factors, long seed) {
    RandomModels random = new RandomModels(seed);
    assertSegmentParity(random.segments().learned(segments, columns, factors), random);
  }

  /// Rules, and divisions inside divisions.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void treesOfSegmentsAnswerAlike(long seed) {
    RandomModels random = new RandomModels(seed);
    assertSegmentParity(random.segments().tree(1 + (int) (seed % 3)), random);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "9, 3", "9, 4"})
  void logisticRegressionAnswersAlike(int columns, long seed) {
    RandomModels random = new RandomModels(seed);
    assertParity(models(random.segments(2, 1), random.logistic(columns), value(random)), random);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "200, 3", "200, 4"})
  void boostedTreesAnswerAlike(int trees, long seed) {
    RandomModels random = new RandomModels(seed);
    assertParity(models(random.segments(2, 1), random.boosted(trees), value(random)), random);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "0.8, 2.5, 2",
    "0.8, 0.01, 3",
    "1e-6, 1e-3, 4",
    "50, 0.3, 5",
    "0.3, 1e6, 6",
    "1000, 1e-3, 7"
  })
  void lifetimeValueAnswersAlike(double a, double b, long seed) {
    RandomModels random = new RandomModels(seed);
    assertParity(models(random.segments(1, 1), random.logistic(2), random.value(a, b)), random);
  }

  @Test
  void severalPropensitiesStandInTheirOrder() {
    RandomModels random = new RandomModels(11);
    assertParity(
        new FittedModels(
            random.segments(3, 3),
            List.of(random.logistic(3), random.boosted(20), random.logistic(0)),
            value(random)),
        random);
  }

  @Test
  void aCalibrationToTheBaseRateIsOneNumberForAll() {
    RandomModels random = new RandomModels(12);
    FittedPropensity chance =
        new FittedPropensity(random.boosted(5).model(), new Calibration(0, -1), List.of(), .3);
    assertParity(models(random.segments(2, 2), chance, value(random)), random);
  }

  @Test
  void theSameModelsGiveTheSameBytes() {
    byte[] graph = GraphExport.export(anyModels(13), RandomModels.FEATURES);

    assertThat(GraphExport.export(anyModels(13), RandomModels.FEATURES)).isEqualTo(graph);
    assertThat(GraphExport.export(anyModels(14), RandomModels.FEATURES)).isNotEqualTo(graph);
  }

  /// Other segments in the place of the first ones, and again others in theirs.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void withOtherSegmentsEverythingElseStaysBitByBit(long seed)
      throws InvalidProtocolBufferException {
    RandomModels random = new RandomModels(seed);
    FittedModels models =
        new FittedModels(
            random.segments().tree(2),
            List.of(random.logistic(3), random.boosted(20)),
            value(random));
    byte[] graph = GraphExport.export(models, RandomModels.FEATURES);
    float[][] rows = array(random.rows(500));
    for (int times = 0; times < 2; times++) {
      SegmentModel segments = random.segments().tree(1 + (int) (seed % 3));
      byte[] other = GraphExport.withSegments(graph, segments, RandomModels.FEATURES);

      assertNoNameTwice(other);
      assertSameTargets(other, graph, rows);
      FittedModels changed = new FittedModels(segments, models.propensities(), models.value());
      assertThat(GraphExport.verify(other, changed, random.rows(500))).isLessThan(PARITY);
      graph = other;
    }
  }

  /// Nothing of the segments before is left behind.
  @Test
  void theSameSegmentsAgainMakeNoGraphOfMoreNodes() throws InvalidProtocolBufferException {
    FittedModels models = anyModels(17);
    byte[] graph = GraphExport.export(models, RandomModels.FEATURES);
    byte[] once = GraphExport.withSegments(graph, models.segments(), RandomModels.FEATURES);
    byte[] twice = GraphExport.withSegments(once, models.segments(), RandomModels.FEATURES);

    GraphProto first = ModelProto.parseFrom(graph).getGraph();
    GraphProto second = ModelProto.parseFrom(once).getGraph();
    GraphProto third = ModelProto.parseFrom(twice).getGraph();
    // The first may have nodes that lead nowhere, which are not taken over.
    assertThat(second.getNodeCount()).isLessThanOrEqualTo(first.getNodeCount());
    assertThat(third.getNodeCount()).isEqualTo(second.getNodeCount());
    assertThat(third.getInitializerCount()).isEqualTo(second.getInitializerCount());
    assertThat(second.getOutputList()).containsExactlyInAnyOrderElementsOf(first.getOutputList());
  }

  private static void assertNoNameTwice(byte[] model) throws InvalidProtocolBufferException {
    GraphProto graph = ModelProto.parseFrom(model).getGraph();
    List<String> names = new ArrayList<>();
    graph.getInputList().forEach(input -> names.add(input.getName()));
    graph.getInitializerList().forEach(initializer -> names.add(initializer.getName()));
    graph.getNodeList().forEach(node -> names.addAll(node.getOutputList()));
    assertThat(names).doesNotHaveDuplicates();
    assertThat(graph.getOutputList())
        .extracting(output -> output.getName())
        .doesNotHaveDuplicates();
  }

  private static void assertSameTargets(byte[] other, byte[] graph, float[][] rows) {
    try (OnnxModel before = OnnxModel.load(graph, RandomModels.FEATURES);
        OnnxModel after = OnnxModel.load(other, RandomModels.FEATURES)) {
      List<Outputs> expected = before.run(rows);
      List<Outputs> answers = after.run(rows);
      for (int i = 0; i < rows.length; i++) {
        assertThat(answers.get(i).propensities()).isEqualTo(expected.get(i).propensities());
        assertThat(answers.get(i).value()).isEqualTo(expected.get(i).value());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRowAnswersAlikeAloneAndAmongOthers(long seed) {
    byte[] graph = GraphExport.export(anyModels(seed), RandomModels.FEATURES);
    float[][] rows = array(new RandomModels(seed).rows(300));
    try (OnnxModel model = OnnxModel.load(graph, RandomModels.FEATURES)) {
      var together = model.run(rows);
      for (int i = 0; i < rows.length; i++) {
        assertThat(model.run(new float[][] {rows[i]}).getFirst().distance(together.get(i)))
            .isLessThan(1e-9);
      }
    }
  }

  @Test
  void aTamperedGraphIsRefused() throws InvalidProtocolBufferException {
    RandomModels random = new RandomModels(15);
    FittedModels models = anyModels(15);
    byte[] graph = GraphExport.export(models, RandomModels.FEATURES);
    ModelProto.Builder tampered = ModelProto.parseFrom(graph).toBuilder();
    // The first tree is a single leaf of .01: every customer's log-odds rise by 2.
    tampered.getGraphBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getOpType().equals("TreeEnsembleRegressor"))
        .flatMap(node -> node.getAttributeBuilderList().stream())
        .filter(attribute -> attribute.getName().equals("target_weights"))
        .forEach(attribute -> attribute.setFloats(0, 2.01f));
    FeatureTable rows = random.rows(50);

    assertThatIllegalStateException()
        .isThrownBy(() -> GraphExport.verify(tampered.build().toByteArray(), models, rows))
        .withMessageMatching(
            "the exported graph differs by 0\\.[0-9]+ from the fitted models in row 0 \\(expected"
                + " at most 1e-05\\): Outputs\\[segments=.*\\], but Outputs\\[segments=.*\\] in"
                + " Java");
    assertThat(GraphExport.verify(graph, models, rows)).isLessThan(PARITY);
  }

  @Test
  void aGraphOfOtherModelsIsRefused() {
    FeatureTable rows = new RandomModels(16).rows(2500);
    FittedModels models = anyModels(16);
    FittedModels others =
        new FittedModels(models.segments(), List.of(otherAtLast(models)), models.value());
    byte[] graph = GraphExport.export(others, RandomModels.FEATURES);

    assertThatIllegalStateException()
        .isThrownBy(() -> GraphExport.verify(graph, models, rows))
        .withMessageContaining("the exported graph differs by")
        .withMessageContaining("in row ");
  }

  private static FittedPropensity otherAtLast(FittedModels models) {
    FittedPropensity propensity = models.propensities().getFirst();
    BoostedTrees trees = (BoostedTrees) propensity.model();
    return new FittedPropensity(
        new BoostedTrees(trees.base() + .001, trees.trees()),
        propensity.calibration(),
        List.of(),
        .3);
  }

  private static FittedModels anyModels(long seed) {
    RandomModels random = new RandomModels(seed);
    return models(random.segments(4, 4), random.boosted(50), value(random));
  }

  private static LifetimeValueModel value(RandomModels random) {
    return random.value(0, 1);
  }

  private static FittedModels models(
      SegmentModel segments, FittedPropensity propensity, LifetimeValueModel value) {
    return new FittedModels(segments, List.of(propensity), value);
  }

  private static void assertParity(FittedModels models, RandomModels random) {
    byte[] graph = GraphExport.export(models, RandomModels.FEATURES);
    double difference = GraphExport.verify(graph, models, random.rows(ROWS));
    assertThat(difference).isLessThan(PARITY);
  }

  /// In the full graph and in the segments' own.
  private static void assertSegmentParity(SegmentModel segments, RandomModels random) {
    assertParity(models(segments, random.logistic(1), value(random)), random);
    byte[] graph = GraphExport.exportSegments(segments, RandomModels.FEATURES);
    float[][] rows = array(random.rows(ROWS));
    try (OnnxModel model = OnnxModel.loadSegments(graph, RandomModels.FEATURES)) {
      List<SegmentOutputs> answers = model.runSegments(rows);
      for (int i = 0; i < rows.length; i++) {
        assertThat(Outputs.distance(answers.get(i).all(), segments.outputs(rows[i]).all()))
            .as("row %d", i)
            .isLessThan(PARITY);
      }
    }
  }

  private static float[][] array(FeatureTable table) {
    float[][] rows = new float[table.size()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = table.row(row);
    }
    return rows;
  }
}
