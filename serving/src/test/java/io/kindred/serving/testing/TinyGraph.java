package io.kindred.serving.testing;

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

/// A graph of four features that a hand can compute.
///
/// With orders `c`, value `v`, age `a` and membership `m`, unknown taken as 0: segments are
/// `softmax(c, 0, -c)`, the last of them the first macro-segment and the others the second; they
/// are also the first forecast, and the second is `softmax(c/2, 0, -c/2)`; familiarity is
/// `log((exp(c) + 1 + exp(-c)) / 3) - a^2 / 1024`, so that the old are like nobody; the
/// propensities are `sigmoid(c/2 - v/100)` and `sigmoid(m)`; the value columns are `1/2, c, v + 1,
/// v/2, 2v`, all of them NaN where the age exceeds {@link #OLDEST}. {@link TinySegments} says the
/// same of segments.
final class TinyGraph {
  static final double OLDEST = 1e17;

  private static final int FEATURES = 4;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

  private TinyGraph() {}

  static Outputs expected(float[] row) {
    double orders = known(row[0]);
    double value = known(row[1]);
    double[] weights = {Math.exp(orders), 1, Math.exp(-orders)};
    double[] segments = shares(weights);
    return new Outputs(
        new SegmentOutputs(
            segments,
            new double[] {segments[2], segments[0] + segments[1]},
            new double[][] {segments, shares(Arrays.stream(weights).map(Math::sqrt).toArray())},
            Math.log(Arrays.stream(weights).sum() / 3) - known(row[2]) * known(row[2]) / 1024),
        new double[] {sigmoid(orders / 2 - value / 100), sigmoid(known(row[3]))},
        new double[] {.5, orders, value + 1, value / 2, 2 * value});
  }

  private static double[] shares(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  static byte[] bytes() {
    TinyGraph graph = new TinyGraph();
    graph.addSegments();
    graph.addTargets();
    return graph.build();
  }

  /// The graph of segments alone.
  static byte[] ofSegments() {
    TinyGraph graph = new TinyGraph();
    graph.addSegments();
    return graph.build();
  }

  private void addSegments() {
    graph.addInput(end(Graph.FEATURES, TensorProto.DataType.FLOAT, FEATURES));
    node("IsNaN", "unknown", Graph.FEATURES);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName("nothing")
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addFloatData(0));
    node("Where", "known", "unknown", "nothing", Graph.FEATURES);
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Cast")
            .addInput("known")
            .addOutput("x")
            .addAttribute(integer("to", TensorProto.DataType.DOUBLE.getNumber())));

    matrix("segmentWeights", FEATURES, 1, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    node("MatMul", "logits", "x", "segmentWeights");
    node("Softmax", Graph.SEGMENTS, "logits");
    matrix("membership", 3, 0, 1, 0, 1, 1, 0);
    node("MatMul", Graph.MACRO_SEGMENTS, Graph.SEGMENTS, "membership");
    matrix("half", 1, .5);
    node("Mul", "laterLogits", "logits", "half");
    node("Softmax", "later", "laterLogits");
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Concat")
            .addInput(Graph.SEGMENTS)
            .addInput("later")
            .addOutput(Graph.SEGMENT_FORECASTS)
            .addAttribute(integer("axis", 1)));

    matrix("ones", 3, 1, 1, 1);
    matrix("logOfThree", 1, Math.log(3));
    node("Exp", "weights", "logits");
    node("MatMul", "sum", "weights", "ones");
    node("Log", "logOfSum", "sum");
    node("Sub", "logOfMean", "logOfSum", "logOfThree");
    matrix("ageByThirtyTwo", FEATURES, 0, 0, .03125, 0);
    node("MatMul", "shortAge", "x", "ageByThirtyTwo");
    node("Mul", "oddness", "shortAge", "shortAge");
    node("Sub", Graph.FAMILIARITY, "logOfMean", "oddness");

    graph
        .addOutput(end(Graph.SEGMENTS, 3))
        .addOutput(end(Graph.MACRO_SEGMENTS, 2))
        .addOutput(end(Graph.SEGMENT_FORECASTS, 6))
        .addOutput(end(Graph.FAMILIARITY, 1));
  }

  private void addTargets() {
    matrix("propensityWeights", FEATURES, .5, 0, -.01, 0, 0, 0, 0, 1);
    node("MatMul", "logOdds", "x", "propensityWeights");
    node("Sigmoid", Graph.PROPENSITIES, "logOdds");

    matrix("valueWeights", FEATURES, 0, 1, 0, 0, 0, 0, 0, 1, .5, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    matrix("valueConstants", 1, .5, 0, 1, 0, 0);
    matrix("ageWeights", FEATURES, 0, 0, -1, 0);
    matrix("oldest", 1, OLDEST);
    matrix("zero", 1, 0);
    node("MatMul", "product", "x", "valueWeights");
    node("Add", "finiteValue", "product", "valueConstants");
    node("MatMul", "minusAge", "x", "ageWeights");
    node("Add", "yearsLeft", "minusAge", "oldest");
    node("Sqrt", "rootOfYearsLeft", "yearsLeft");
    node("Mul", "zeroUnlessTooOld", "rootOfYearsLeft", "zero");
    node("Add", Graph.VALUE, "finiteValue", "zeroUnlessTooOld");

    graph.addOutput(end(Graph.PROPENSITIES, 2)).addOutput(end(Graph.VALUE, 5));
  }

  private byte[] build() {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(15))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private void node(String operator, String output, String... inputs) {
    graph.addNode(
        NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs)).addOutput(output));
  }

  private void matrix(String name, int rows, double... numbers) {
    TensorProto.Builder matrix =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.DOUBLE.getNumber())
            .addDims(rows)
            .addDims(numbers.length / rows);
    Arrays.stream(numbers).forEach(matrix::addDoubleData);
    graph.addInitializer(matrix);
  }

  private static ValueInfoProto end(String name, int columns) {
    return end(name, TensorProto.DataType.DOUBLE, columns);
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

  private static AttributeProto integer(String name, int value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static double known(float value) {
    return Float.isNaN(value) ? 0 : value;
  }

  private static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
