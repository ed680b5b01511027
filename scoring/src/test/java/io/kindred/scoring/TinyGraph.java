package io.kindred.scoring;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.kindred.models.Graph;
import io.kindred.models.Outputs;
import io.kindred.models.segmentation.SegmentOutputs;
import java.util.Arrays;
import java.util.List;

/// A graph of two features that a hand can compute, and what may be wrong with it.
///
/// With orders `c` and value `v`, unknown taken as 0: segments are `softmax(c + v/10, 0, -c)`, the
/// first two of them one macro-segment; they are also the first forecast, and the second is
/// `softmax(c/2 + v/20, 0, -c/2)`; familiarity is `log((exp(c + v/10) + 1 + exp(-c)) / 3)`; the
/// propensity is `sigmoid(c/2 - v/10)`; the value columns are `1/2, c, v + 1, v/2, 2v`. {@link
/// TinyBundle#SEGMENT_MODEL} says the same of segments.
///
/// @param features how many values the input has; more or fewer than two only load
/// @param takesUnknown whether NaN becomes 0, or is computed with as if it were a number
/// @param valueOfAll whether the value has one row, however many customers there are
record TinyGraph(
    String input,
    int features,
    boolean takesUnknown,
    String valueName,
    TensorProto.DataType valueType,
    boolean valueOfAll) {
  /// The graph as it should be.
  static final TinyGraph SOUND =
      new TinyGraph(Graph.FEATURES, 2, true, Graph.VALUE, TensorProto.DataType.DOUBLE, false);

  TinyGraph withInput(String other, int otherFeatures) {
    return new TinyGraph(other, otherFeatures, takesUnknown, valueName, valueType, valueOfAll);
  }

  TinyGraph lettingUnknownThrough() {
    return new TinyGraph(input, features, false, valueName, valueType, valueOfAll);
  }

  TinyGraph withValue(String name, TensorProto.DataType type) {
    return new TinyGraph(input, features, takesUnknown, name, type, valueOfAll);
  }

  TinyGraph withOneValueForAll() {
    return new TinyGraph(input, features, takesUnknown, valueName, valueType, true);
  }

  /// What the sound graph gives, computed in Java.
  static Outputs expected(float[] row) {
    double orders = Float.isNaN(row[0]) ? 0 : row[0];
    double value = Float.isNaN(row[1]) ? 0 : row[1];
    double[] weights = {Math.exp(orders + .1 * value), 1, Math.exp(-orders)};
    double[] segments = shares(weights);
    return new Outputs(
        new SegmentOutputs(
            segments,
            new double[] {segments[0] + segments[1], segments[2]},
            new double[][] {segments, shares(Arrays.stream(weights).map(Math::sqrt).toArray())},
            Math.log(Arrays.stream(weights).sum() / 3)),
        new double[] {1 / (1 + Math.exp(.1 * value - .5 * orders))},
        new double[] {.5, orders, value + 1, .5 * value, 2 * value});
  }

  private static double[] shares(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  byte[] bytes() {
    return bytes(true, .1);
  }

  /// The graph of segments alone.
  byte[] ofSegments() {
    return ofSegments(.1);
  }

  /// The graph of segments alone, with the value weighing so much.
  byte[] ofSegments(double valueWeight) {
    return bytes(false, valueWeight);
  }

  private byte[] bytes(boolean whole, double valueWeight) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");
    graph.addInput(end(input, TensorProto.DataType.FLOAT, features));
    if (takesUnknown) {
      node(graph, "IsNaN", "unknown", input);
      graph.addInitializer(
          TensorProto.newBuilder()
              .setName("nothing")
              .setDataType(TensorProto.DataType.FLOAT.getNumber())
              .addFloatData(0));
      node(graph, "Where", "known", "unknown", "nothing", input);
    } else {
      node(graph, "Identity", "known", input);
    }
    cast(graph, "exact", "known", TensorProto.DataType.DOUBLE);

    matrix(graph, "segmentWeights", features, repeated(1, 0, -1, valueWeight, 0, 0));
    node(graph, "MatMul", "logits", "exact", "segmentWeights");
    node(graph, "Softmax", Graph.SEGMENTS, "logits");
    matrix(graph, "membership", 3, 1, 0, 1, 0, 0, 1);
    node(graph, "MatMul", Graph.MACRO_SEGMENTS, Graph.SEGMENTS, "membership");
    matrix(graph, "half", 1, .5);
    node(graph, "Mul", "laterLogits", "logits", "half");
    node(graph, "Softmax", "later", "laterLogits");
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Concat")
            .addInput(Graph.SEGMENTS)
            .addInput("later")
            .addOutput(Graph.SEGMENT_FORECASTS)
            .addAttribute(integer("axis", 1)));
    matrix(graph, "ones", 3, 1, 1, 1);
    matrix(graph, "logOfThree", 1, Math.log(3));
    node(graph, "Exp", "weights", "logits");
    node(graph, "MatMul", "sum", "weights", "ones");
    node(graph, "Log", "logOfSum", "sum");
    node(graph, "Sub", Graph.FAMILIARITY, "logOfSum", "logOfThree");
    graph
        .addOutput(end(Graph.SEGMENTS, TensorProto.DataType.DOUBLE, 3))
        .addOutput(end(Graph.MACRO_SEGMENTS, TensorProto.DataType.DOUBLE, 2))
        .addOutput(end(Graph.SEGMENT_FORECASTS, TensorProto.DataType.DOUBLE, 6))
        .addOutput(end(Graph.FAMILIARITY, TensorProto.DataType.DOUBLE, 1));
    if (whole) {
      addTargets(graph);
    }
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(15))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private void addTargets(GraphProto.Builder graph) {
    matrix(graph, "propensityWeights", features, repeated(.5, -.1));
    node(graph, "MatMul", "logOdds", "exact", "propensityWeights");
    node(graph, "Sigmoid", Graph.PROPENSITIES, "logOdds");

    matrix(graph, "valueWeights", features, repeated(0, 1, 0, 0, 0, 0, 0, 1, .5, 2));
    matrix(graph, "valueConstants", 1, .5, 0, 1, 0, 0);
    node(graph, "MatMul", "product", "exact", "valueWeights");
    node(graph, "Add", "exactValue", "product", "valueConstants");
    cast(graph, valueName, valueOfAll ? "valueConstants" : "exactValue", valueType);

    graph
        .addOutput(end(Graph.PROPENSITIES, TensorProto.DataType.DOUBLE, 1))
        .addOutput(end(valueName, valueType, 5));
  }

  /// The weights of two features, and those of the last again for every further one.
  private double[] repeated(double... weights) {
    int columns = weights.length / 2;
    double[] all = Arrays.copyOf(weights, columns * features);
    for (int i = weights.length; i < all.length; i++) {
      all[i] = all[i - columns];
    }
    return all;
  }

  private static void node(
      GraphProto.Builder graph, String operator, String output, String... inputs) {
    graph.addNode(
        NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs)).addOutput(output));
  }

  private static void cast(
      GraphProto.Builder graph, String output, String input, TensorProto.DataType type) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Cast")
            .addInput(input)
            .addOutput(output)
            .addAttribute(integer("to", type.getNumber())));
  }

  private static AttributeProto integer(String name, int value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static void matrix(GraphProto.Builder graph, String name, int rows, double... numbers) {
    var matrix =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.DOUBLE.getNumber())
            .addDims(rows)
            .addDims(numbers.length / rows);
    Arrays.stream(numbers).forEach(matrix::addDoubleData);
    graph.addInitializer(matrix);
  }

  private static ValueInfoProto end(String name, TensorProto.DataType type, int columns) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(type.getNumber())
                        .setShape(
                            TensorShapeProto.newBuilder()
                                .addDim(Dimension.newBuilder().setDimParam("rows"))
                                .addDim(Dimension.newBuilder().setDimValue(columns)))))
        .build();
  }
}
