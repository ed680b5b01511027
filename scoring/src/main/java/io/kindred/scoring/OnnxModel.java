package io.kindred.scoring;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.kindred.models.Graph;
import io.kindred.models.Outputs;
import io.kindred.models.segmentation.SegmentOutputs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A graph in memory, ready to run.
///
/// Any number of threads may run it at once; each run uses the calling thread alone, so that
/// callers decide how many processors scoring takes.
public final class OnnxModel implements AutoCloseable {
  private static final Set<String> SEGMENT_OUTPUTS =
      Set.of(Graph.SEGMENTS, Graph.MACRO_SEGMENTS, Graph.SEGMENT_FORECASTS, Graph.FAMILIARITY);
  private static final Set<String> OUTPUTS =
      Stream.concat(SEGMENT_OUTPUTS.stream(), Stream.of(Graph.PROPENSITIES, Graph.VALUE))
          .collect(Collectors.toUnmodifiableSet());

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final int features;

  private OnnxModel(OrtEnvironment environment, OrtSession session, int features) {
    this.environment = environment;
    this.session = session;
    this.features = features;
  }

  /// Loads a graph from its bytes.
  ///
  /// @param features how many values a row has
  /// @throws IllegalArgumentException where the bytes are no graph with the ends of {@link Graph}
  public static OnnxModel load(byte[] model, int features) {
    return load(model, features, OUTPUTS);
  }

  /// Loads a graph that has the outputs of segments, and need have no others.
  ///
  /// @param features how many values a row has
  /// @throws IllegalArgumentException where the bytes are no graph with those ends of {@link Graph}
  public static OnnxModel loadSegments(byte[] model, int features) {
    return load(model, features, SEGMENT_OUTPUTS);
  }

  private static OnnxModel load(byte[] model, int features, Set<String> outputs) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment("kindred");
    try {
      environment.setTelemetry(false);
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        OrtSession session = environment.createSession(model, options);
        try {
          checkEnds(session, features, outputs);
        } catch (IllegalArgumentException | OrtException e) {
          session.close();
          throw e;
        }
        return new OnnxModel(environment, session, features);
      }
    } catch (OrtException e) {
      throw new IllegalArgumentException(
          "the model is no graph that ONNX Runtime can load: %s (expected the graph as training wrote it; publish the bundle again)"
              .formatted(e.getMessage()),
          e);
    }
  }

  /// The outputs for each row, in order; NaN in a row is an unknown value.
  ///
  /// @throws IllegalArgumentException where a row has another length, or holds an infinite value
  /// @throws IllegalStateException where an output is not finite
  public List<Outputs> run(float[][] rows) {
    return run(rows, OUTPUTS, result -> outputs(result, rows.length));
  }

  /// What is said of each row's segments, in order, and nothing else.
  ///
  /// @throws IllegalArgumentException as {@link #run}
  /// @throws IllegalStateException where an output is not finite
  public List<SegmentOutputs> runSegments(float[][] rows) {
    return run(rows, SEGMENT_OUTPUTS, result -> segments(result, rows.length));
  }

  private <T> List<T> run(float[][] rows, Set<String> wanted, Reader<T> reader) {
    if (rows.length == 0) {
      return List.of();
    }
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(rows.length * features * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int i = 0; i < rows.length; i++) {
      checkRow(rows[i], i);
      buffer.put(rows[i]);
    }
    buffer.flip();
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, buffer, new long[] {rows.length, features});
        OrtSession.Result result = session.run(Map.of(Graph.FEATURES, input), wanted)) {
      return reader.read(result);
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime could not run the model: %s".formatted(e.getMessage()), e);
    }
  }

  private interface Reader<T> {
    List<T> read(OrtSession.Result result) throws OrtException;
  }

  private static List<Outputs> outputs(OrtSession.Result result, int rows) throws OrtException {
    List<SegmentOutputs> segments = segments(result, rows);
    double[][] propensities = matrix(result, Graph.PROPENSITIES, rows);
    double[][] value = matrix(result, Graph.VALUE, rows);
    List<Outputs> outputs = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      Outputs row = new Outputs(segments.get(i), propensities[i], value[i]);
      checkFinite(row.isFinite(), i, row);
      outputs.add(row);
    }
    return outputs;
  }

  private static List<SegmentOutputs> segments(OrtSession.Result result, int rows)
      throws OrtException {
    double[][] posterior = matrix(result, Graph.SEGMENTS, rows);
    double[][] macroSegments = matrix(result, Graph.MACRO_SEGMENTS, rows);
    double[][] forecasts = matrix(result, Graph.SEGMENT_FORECASTS, rows);
    double[][] familiarity = matrix(result, Graph.FAMILIARITY, rows);
    List<SegmentOutputs> outputs = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      SegmentOutputs row =
          new SegmentOutputs(
              posterior[i],
              macroSegments[i],
              SegmentOutputs.split(forecasts[i], posterior[i].length),
              familiarity[i][0]);
      checkFinite(row.isFinite(), i, row);
      outputs.add(row);
    }
    return outputs;
  }

  private static void checkFinite(boolean finite, int row, Object outputs) {
    if (!finite) {
      throw new IllegalStateException(
          "the model's outputs for row %d are not all finite: %s (expected numbers; roll back"
                  .formatted(row, outputs)
              + " to the bundle before)");
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime could not let go of the model: %s".formatted(e.getMessage()), e);
    }
  }

  private void checkRow(float[] row, int number) {
    if (row.length != features) {
      throw new IllegalArgumentException(
          "row %d has %d values (expected %d, one per feature)"
              .formatted(number, row.length, features));
    }
    for (int i = 0; i < features; i++) {
      if (Float.isInfinite(row[i])) {
        throw new IllegalArgumentException(
            "value %d of row %d is %s (expected a finite number, or NaN for unknown)"
                .formatted(i, number, row[i]));
      }
    }
  }

  private static void checkEnds(OrtSession session, int features, Set<String> outputs)
      throws OrtException {
    if (!session.getInputNames().equals(Set.of(Graph.FEATURES))
        || !session.getOutputNames().containsAll(outputs)) {
      throw new IllegalArgumentException(
          "the model has inputs %s and outputs %s (expected input %s and outputs %s)"
              .formatted(
                  new TreeSet<>(session.getInputNames()),
                  new TreeSet<>(session.getOutputNames()),
                  Graph.FEATURES,
                  new TreeSet<>(outputs)));
    }
    TensorInfo input = tensor(Graph.FEATURES, session.getInputInfo());
    long[] shape = input.getShape();
    if (input.type != OnnxJavaType.FLOAT
        || shape.length != 2
        || (shape[1] != -1 && shape[1] != features)) {
      throw new IllegalArgumentException(
          "the model's input %s is %s of shape %s (expected FLOAT of shape [-1, %d])"
              .formatted(Graph.FEATURES, input.type, Arrays.toString(shape), features));
    }
    for (String name : new TreeSet<>(outputs)) {
      TensorInfo output = tensor(name, session.getOutputInfo());
      if (output.type != OnnxJavaType.DOUBLE) {
        throw new IllegalArgumentException(
            "the model's output %s is %s (expected DOUBLE)".formatted(name, output.type));
      }
    }
  }

  private static TensorInfo tensor(String name, Map<String, NodeInfo> ends) {
    NodeInfo end = ends.get(name);
    if (end != null && end.getInfo() instanceof TensorInfo tensor) {
      return tensor;
    }
    throw new IllegalArgumentException(
        "the model's %s is %s (expected a tensor)".formatted(name, end));
  }

  private static double[][] matrix(OrtSession.Result result, String name, int rows)
      throws OrtException {
    OnnxValue value =
        result
            .get(name)
            .orElseThrow(
                () -> new IllegalStateException("the model gave no output %s".formatted(name)));
    if (value.getValue() instanceof double[][] matrix && matrix.length == rows) {
      return matrix;
    }
    throw new IllegalStateException(
        "the model's output %s is %s (expected a matrix of doubles with %d rows)"
            .formatted(name, value.getInfo(), rows));
  }
}
