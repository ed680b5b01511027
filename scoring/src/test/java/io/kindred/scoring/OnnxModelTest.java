package io.kindred.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;
import io.kindred.models.Graph;
import io.kindred.models.Outputs;
import io.kindred.models.segmentation.SegmentOutputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxModelTest {
  private static final float NAN = Float.NaN;

  @Test
  void outputsEqualThoseComputedByHand() {
    try (OnnxModel model = sound()) {
      Outputs outputs = model.run(new float[][] {{2, 30}}).getFirst();
      assertThat(outputs.segments().posterior())
          .containsExactly(new double[] {.9924083, .0066868, .0009050}, within(1e-7));
      assertThat(outputs.segments().macroSegments())
          .containsExactly(new double[] {.9990950, .0009050}, within(1e-7));
      assertThat(outputs.segments().forecasts()[0]).isEqualTo(outputs.segments().posterior());
      assertThat(outputs.segments().forecasts()[1])
          .containsExactly(new double[] {.8990523, .0737987, .0271490}, within(1e-7));
      assertThat(outputs.segments().familiarity()).isCloseTo(3.9090084, within(1e-7));
      assertThat(outputs.propensities()).containsExactly(new double[] {.1192029}, within(1e-7));
      assertThat(outputs.value()).containsExactly(.5, 2, 31, 15, 60);
    }
  }

  @Test
  void unknownValuesPassAsUnknown() {
    try (OnnxModel model = sound()) {
      List<Outputs> outputs = model.run(new float[][] {{NAN, 30}, {2, NAN}, {NAN, NAN}, {0, 0}});
      assertThat(outputs.get(0).distance(TinyGraph.expected(new float[] {NAN, 30})))
          .isLessThan(1e-12);
      assertThat(outputs.get(1).distance(TinyGraph.expected(new float[] {2, NAN})))
          .isLessThan(1e-12);
      assertThat(outputs.get(2)).isEqualTo(outputs.get(3));
    }
  }

  @Test
  void aRowHasTheSameOutputsAloneAndAmongMany() {
    float[][] rows = rows(500);
    try (OnnxModel model = sound()) {
      List<Outputs> together = model.run(rows);
      assertThat(together).hasSize(500);
      for (int i = 0; i < rows.length; i++) {
        assertThat(together.get(i).distance(TinyGraph.expected(rows[i]))).isLessThan(1e-12);
        assertThat(model.run(new float[][] {rows[i]}).getFirst().distance(together.get(i)))
            .isLessThan(1e-12);
      }
    }
  }

  @Test
  void noRowsHaveNoOutputs() {
    try (OnnxModel model = sound()) {
      assertThat(model.run(new float[0][])).isEmpty();
    }
  }

  @Test
  void severalThreadsAtOnceGetTheSameAnswers() throws Exception {
    float[][] rows = rows(200);
    try (OnnxModel model = sound();
        var threads = Executors.newFixedThreadPool(6)) {
      List<Outputs> expected = model.run(rows);
      List<Callable<Boolean>> askers = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        askers.add(() -> model.run(rows).equals(expected));
      }
      for (Future<Boolean> same : threads.invokeAll(askers)) {
        assertThat(same.get()).isTrue();
      }
    }
  }

  @Test
  void aGraphThatLetsUnknownThroughIsRefusedWhenItDoes() {
    try (OnnxModel model = load(TinyGraph.SOUND.lettingUnknownThrough())) {
      assertThat(model.run(new float[][] {{2, 30}})).hasSize(1);
      assertThatThrownBy(() -> model.run(new float[][] {{2, 30}, {NAN, 30}}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the model's outputs for row 1 are not all finite: SegmentOutputs[posterior=[NaN, NaN,"
                  + " NaN], macroSegments=[NaN, NaN], forecasts=[[NaN, NaN, NaN], [NaN, NaN, NaN]],"
                  + " familiarity=NaN] (expected numbers; roll back to the bundle before)");
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void anInfiniteValueIsRefused(float infinite) {
    try (OnnxModel model = sound()) {
      assertThatThrownBy(() -> model.run(new float[][] {{1, 1}, {1, infinite}}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "value 1 of row 1 is %s (expected a finite number, or NaN for unknown)", infinite);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void aRowOfAnotherLengthIsRefused(int length) {
    try (OnnxModel model = sound()) {
      assertThatThrownBy(() -> model.run(new float[][] {new float[length]}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 0 has %d values (expected 2, one per feature)", length);
    }
  }

  @Test
  void aGraphWithOtherEndsIsRefused() {
    assertNotLoaded(
        TinyGraph.SOUND.withInput("x", 2),
        "the model has inputs [x] and outputs [familiarity, macro_segments, propensities,"
            + " segment_forecasts, segments, value] (expected input features and outputs"
            + " [familiarity, macro_segments, propensities, segment_forecasts, segments, value])");
    assertNotLoaded(
        TinyGraph.SOUND.withValue("worth", DataType.DOUBLE),
        "the model has inputs [features] and outputs [familiarity, macro_segments, propensities,"
            + " segment_forecasts, segments, worth] (expected input features and outputs"
            + " [familiarity, macro_segments, propensities, segment_forecasts, segments, value])");
    assertThatThrownBy(() -> OnnxModel.load(TinyGraph.SOUND.ofSegments(), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the model has inputs [features] and outputs [familiarity, macro_segments,"
                + " segment_forecasts, segments] (expected");
  }

  @Test
  void aGraphIsRunForItsSegmentsAlone() {
    float[][] rows = rows(100);
    try (OnnxModel whole = sound();
        OnnxModel wholeForSegments = OnnxModel.loadSegments(TinyGraph.SOUND.bytes(), 2);
        OnnxModel ofSegments = OnnxModel.loadSegments(TinyGraph.SOUND.ofSegments(), 2)) {
      List<SegmentOutputs> expected = whole.run(rows).stream().map(Outputs::segments).toList();
      assertThat(whole.runSegments(rows)).isEqualTo(expected);
      assertThat(wholeForSegments.runSegments(rows)).isEqualTo(expected);
      assertThat(ofSegments.runSegments(rows)).isEqualTo(expected);
      assertThat(ofSegments.runSegments(new float[0][])).isEmpty();
    }
  }

  @Test
  void aGraphOfSegmentsIsRefusedAsOthersAre() {
    try (OnnxModel ofSegments =
        OnnxModel.loadSegments(TinyGraph.SOUND.lettingUnknownThrough().ofSegments(), 2)) {
      assertThatThrownBy(() -> ofSegments.runSegments(new float[][] {{NAN, 1}}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("the model's outputs for row 0 are not all finite:");
      assertThatThrownBy(() -> ofSegments.runSegments(new float[][] {{1, 1, 1}}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 0 has 3 values (expected 2, one per feature)");
    }
    assertThatThrownBy(() ->
            OnnxModel.loadSegments(TinyGraph.SOUND.withInput(Graph.FEATURES, 3).ofSegments(), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the model's input features is FLOAT of shape [-1, 3] (expected FLOAT of shape [-1, 2])");
  }

  @Test
  void aGraphOfOtherShapesIsRefused() {
    assertNotLoaded(
        TinyGraph.SOUND.withInput(Graph.FEATURES, 3),
        "the model's input features is FLOAT of shape [-1, 3] (expected FLOAT of shape [-1, 2])");
    assertNotLoaded(
        TinyGraph.SOUND.withValue(Graph.VALUE, DataType.FLOAT),
        "the model's output value is FLOAT (expected DOUBLE)");
  }

  @Test
  void aGraphThatAnswersWithOneRowForAllIsRefused() {
    try (OnnxModel model = load(TinyGraph.SOUND.withOneValueForAll())) {
      assertThatThrownBy(() -> model.run(new float[][] {{1, 1}, {2, 2}}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching(
              "the model's output value is TensorInfo\\(.*\\) \\(expected a matrix of doubles with 2"
                  + " rows\\)");
    }
  }

  @Test
  void bytesThatAreNoGraphAreRefused() {
    byte[] whole = TinyGraph.SOUND.bytes();
    for (byte[] bytes :
        List.of(new byte[0], "no graph".getBytes(UTF_8), Arrays.copyOf(whole, whole.length / 2))) {
      assertThatThrownBy(() -> OnnxModel.load(bytes, 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the model is no graph that ONNX Runtime can load: ")
          .hasMessageEndingWith(
              " (expected the graph as training wrote it; publish the bundle again)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/hostname", "pom.xml", "../pom.xml"})
  void aGraphThatKeepsNumbersInAnotherFileIsRefused(String file)
      throws InvalidProtocolBufferException {
    ModelProto.Builder model = ModelProto.parseFrom(TinyGraph.SOUND.bytes()).toBuilder();
    for (TensorProto.Builder weights : model.getGraphBuilder().getInitializerBuilderList()) {
      if (weights.getName().equals("propensityWeights")) {
        weights
            .clearDoubleData()
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue(file))
            .addExternalData(StringStringEntryProto.newBuilder().setKey("length").setValue("16"));
      }
    }
    byte[] bytes = model.build().toByteArray();
    assertThatThrownBy(() -> OnnxModel.load(bytes, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the model is no graph that ONNX Runtime can load: ");
  }

  private static float[][] rows(int count) {
    Random random = new Random(1);
    float[][] rows = new float[count][2];
    for (float[] row : rows) {
      row[0] = random.nextInt(5) == 0 ? NAN : random.nextInt(10);
      row[1] = random.nextInt(5) == 0 ? NAN : random.nextFloat(-50, 50);
    }
    return rows;
  }

  private static OnnxModel sound() {
    return load(TinyGraph.SOUND);
  }

  private static OnnxModel load(TinyGraph graph) {
    return OnnxModel.load(graph.bytes(), 2);
  }

  private static void assertNotLoaded(TinyGraph graph, String message) {
    assertThatThrownBy(() -> load(graph))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
