package io.kindred.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.kindred.models.Graph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An ONNX graph under construction: each call adds a node and gives the name of its result.
///
/// Tensors are `[customers, n]` in double precision unless said otherwise.
final class GraphBuilder {
  private static final Pattern NUMBERED = Pattern.compile("\\w+_(\\d{1,9})");
  private static final int IR_VERSION = 9;
  private static final int OPERATORS = 19;
  private static final int MACHINE_LEARNING_OPERATORS = 3;
  static final String MACHINE_LEARNING = "ai.onnx.ml";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("kindred");
  private int names;

  GraphBuilder() {}

  /// Goes on with part of a graph.
  ///
  /// @param part nodes, initializers and outputs to begin with; its inputs are not looked at
  GraphBuilder(GraphProto part) {
    graph
        .addAllNode(part.getNodeList())
        .addAllInitializer(part.getInitializerList())
        .addAllOutput(part.getOutputList());
    names =
        Stream.concat(
                    part.getNodeList().stream().flatMap(node -> node.getOutputList().stream()),
                    part.getInitializerList().stream().map(TensorProto::getName))
                .mapToInt(GraphBuilder::number)
                .max()
                .orElse(0)
            + 1;
  }

  /// The number that a name made here ends with; 0 for a name that was not.
  private static int number(String name) {
    Matcher matcher = NUMBERED.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /// The feature row of each customer, single precision.
  String features() {
    return Graph.FEATURES;
  }

  String constant(double... values) {
    return constant(values, 1, values.length);
  }

  /// A matrix, given by its rows.
  String matrix(double[][] rows) {
    int columns = rows[0].length;
    double[] values = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * columns, columns);
    }
    return constant(values, rows.length, columns);
  }

  /// A list of whole numbers, `[n]`.
  String numbers(int... values) {
    ByteBuffer bytes = littleEndian(values.length * Long.BYTES);
    for (int value : values) {
      bytes.putLong(value);
    }
    return initializer(TensorProto.DataType.INT64, bytes, values.length);
  }

  /// A list of truth values, `[1, n]`.
  String flags(boolean... values) {
    ByteBuffer bytes = littleEndian(values.length);
    for (boolean value : values) {
      bytes.put((byte) (value ? 1 : 0));
    }
    return initializer(TensorProto.DataType.BOOL, bytes, 1, values.length);
  }

  /// A 0 for each customer, `[customers, 1]`.
  String zeros() {
    return multiply(asDouble(apply("IsNaN", columns(features(), 0))), constant(0));
  }

  String add(String left, String right) {
    return node("Add", List.of(left, right));
  }

  String subtract(String left, String right) {
    return node("Sub", List.of(left, right));
  }

  String multiply(String left, String right) {
    return node("Mul", List.of(left, right));
  }

  String divide(String left, String right) {
    return node("Div", List.of(left, right));
  }

  String matrixProduct(String left, String right) {
    return node("MatMul", List.of(left, right));
  }

  String smaller(String left, String right) {
    return node("Min", List.of(left, right));
  }

  String larger(String left, String right) {
    return node("Max", List.of(left, right));
  }

  String apply(String operator, String value) {
    return node(operator, List.of(value));
  }

  String where(String condition, String then, String otherwise) {
    return node("Where", List.of(condition, then, otherwise));
  }

  /// Values held between two bounds.
  String clip(String value, double low, double high) {
    return node("Clip", List.of(value, scalar(low), scalar(high)));
  }

  /// Some columns, in the order given.
  String columns(String value, int... columns) {
    return node("Gather", List.of(value, numbers(columns)), integer("axis", 1));
  }

  /// Sum over the columns, `[customers, 1]`.
  String sum(String value) {
    return node("ReduceSum", List.of(value, numbers(1)), integer("keepdims", 1));
  }

  String softmax(String value) {
    return node("Softmax", List.of(value), integer("axis", 1));
  }

  String concatenate(List<String> values) {
    return node("Concat", values, integer("axis", 1));
  }

  String asDouble(String value) {
    return cast(value, TensorProto.DataType.DOUBLE);
  }

  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    return node(operator, "", inputs, attributes);
  }

  /// @param domain the operator set, empty for the standard one
  String node(String operator, String domain, List<String> inputs, AttributeProto... attributes) {
    String name = name(operator);
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setDomain(domain)
            .setName(name)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(List.of(attributes)));
    return name;
  }

  /// Declares a value to be an output under a name of {@link Graph}.
  void output(String value, String name, int columns) {
    graph.addNode(
        NodeProto.newBuilder().setOpType("Identity").setName(name).addInput(value).addOutput(name));
    graph.addOutput(end(name, TensorProto.DataType.DOUBLE, columns));
  }

  /// The whole model's bytes.
  byte[] build(int features) {
    graph.addInput(end(Graph.FEATURES, TensorProto.DataType.FLOAT, features));
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("kindred")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
        .addOpsetImport(
            OperatorSetIdProto.newBuilder()
                .setDomain(MACHINE_LEARNING)
                .setVersion(MACHINE_LEARNING_OPERATORS))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private String scalar(double value) {
    return initializer(TensorProto.DataType.DOUBLE, littleEndian(Double.BYTES).putDouble(value));
  }

  private String constant(double[] values, long... shape) {
    ByteBuffer bytes = littleEndian(values.length * Double.BYTES);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return initializer(TensorProto.DataType.DOUBLE, bytes, shape);
  }

  private String initializer(TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    String name = name("constant");
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes.flip()));
    for (long size : shape) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private String cast(String value, TensorProto.DataType type) {
    return node("Cast", List.of(value), integer("to", type.getNumber()));
  }

  private String name(String kind) {
    return "%s_%d".formatted(kind, names++);
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ValueInfoProto end(String name, TensorProto.DataType type, int columns) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("customers");
    shape.addDimBuilder().setDimValue(columns);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
