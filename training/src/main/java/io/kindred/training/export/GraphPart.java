package io.kindred.training.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What of a graph some of its outputs need.
final class GraphPart {
  private GraphPart() {}

  /// The nodes and initializers that lead to these outputs, and the outputs.
  static GraphProto of(byte[] model, Set<String> outputs) {
    GraphProto whole;
    try {
      whole = ModelProto.parseFrom(model).getGraph();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("the model is no graph: " + e.getMessage(), e);
    }
    Map<String, NodeProto> makers = new HashMap<>();
    for (NodeProto node : whole.getNodeList()) {
      node.getOutputList().forEach(name -> makers.put(name, node));
    }
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (needed.add(name) && makers.containsKey(name)) {
        open.addAll(makers.get(name).getInputList());
      }
    }
    GraphProto.Builder part = GraphProto.newBuilder();
    whole.getNodeList().stream()
        .filter(node -> node.getOutputList().stream().anyMatch(needed::contains))
        .forEach(part::addNode);
    whole.getInitializerList().stream()
        .filter(initializer -> needed.contains(initializer.getName()))
        .forEach(part::addInitializer);
    whole.getOutputList().stream()
        .filter(output -> outputs.contains(output.getName()))
        .forEach(part::addOutput);
    return part.build();
  }
}
