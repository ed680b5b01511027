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
import java.util.Arrays;
import java.util.List;

/// A graph of four features that a hand can compute.
///
/// With orders `c`, value `v`, age `a` and membership `m`, unknown taken as 0: segments are
/// `softmax(c, 0, -c)`, the last of them the first macro-segment and the others the second; the
/// propensities are `sigmoid(c/2
/// - v/100)` and `sigmoid(m)`; the value columns are `1/2, c, v + 1, v/2, 2v`, all of them NaN
///   where the age exceeds {@link #OLDEST}.
final class TinyGraph {
  static final double OLDEST = 1e17;

  private static final int FEATURES = 4;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

  private TinyGraph() {}

  static Outputs expected(float[] row) {
    double orders = known(row[0]);
    double value = known(row[1]);
    double[] weights = {Math.exp(orders), 1, Math.exp(-orders)};
    double sum = Arrays.stream(weights).sum();
    double[] segments = Arrays.stream(weights).map(weight -> weight / sum).toArray();
    return new Outputs(
        segments,
        new double[] {segments[2], segments[0] + segments[1]},
        new double[] {sigmoid(orders / 2 - value / 100), sigmoid(known(row[3]))},
        new double[] {.5, orders, value + 1, value / 2, 2 * value});
  }

  static byte[] bytes() {
    return new TinyGraph().build();
  }

  private byte[] build() {
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
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("to")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(TensorProto.DataType.DOUBLE.getNumber())));

    matrix("segmentWeights", FEATURES, 1, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    node("MatMul", "logits", "x", "segmentWeights");
    node("Softmax", Graph.SEGMENTS, "logits");
    matrix("membership", 3, 0, 1, 0, 1, 1, 0);
    node("MatMul", Graph.MACRO_SEGMENTS, Graph.SEGMENTS, "membership");

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

    graph
        .addOutput(end(Graph.SEGMENTS, TensorProto.DataType.DOUBLE, 3))
        .addOutput(end(Graph.MACRO_SEGMENTS, TensorProto.DataType.DOUBLE, 2))
        .addOutput(end(Graph.PROPENSITIES, TensorProto.DataType.DOUBLE, 2))
        .addOutput(end(Graph.VALUE, TensorProto.DataType.DOUBLE, 5));
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

  private static double known(float value) {
    return Float.isNaN(value) ? 0 : value;
  }

  private static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
