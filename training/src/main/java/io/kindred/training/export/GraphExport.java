package io.kindred.training.export;

import io.kindred.features.FeatureTable;
import io.kindred.models.Graph;
import io.kindred.models.Outputs;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.scoring.OnnxModel;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Fitted models as one ONNX graph with all outputs.
public final class GraphExport {
  private static final int ROWS_AT_ONCE = 1000;

  private GraphExport() {}

  /// The graph's bytes.
  ///
  /// @param features how many values a row has
  public static byte[] export(FittedModels models, int features) {
    GraphBuilder graph = new GraphBuilder();
    SegmentGraph.addTo(graph, models.segments());
    PropensityGraph.addTo(graph, models.propensities());
    LifetimeValueGraph.addTo(graph, models.value());
    return graph.build(features);
  }

  /// The bytes of the segments' own graph.
  ///
  /// @param features how many values a row has
  public static byte[] exportSegments(SegmentModel segments, int features) {
    GraphBuilder graph = new GraphBuilder();
    SegmentGraph.addTo(graph, segments);
    return graph.build(features);
  }

  /// The bytes of a graph with other segments and everything else as it was.
  ///
  /// @param graph with all outputs
  /// @param features how many values a row has
  public static byte[] withSegments(byte[] graph, SegmentModel segments, int features) {
    GraphBuilder builder =
        new GraphBuilder(GraphPart.of(graph, Set.of(Graph.PROPENSITIES, Graph.VALUE)));
    SegmentGraph.addTo(builder, segments);
    return builder.build(features);
  }

  /// Refuses a graph whose answers differ from the models' own.
  ///
  /// @param table rows that no model was fitted on
  /// @return the largest difference found, see {@link Outputs#distance}
  /// @throws IllegalStateException where the largest difference exceeds {@link Graph#TOLERANCE}
  public static double verify(byte[] graph, FittedModels models, FeatureTable table) {
    double largest = 0;
    try (OnnxModel model = OnnxModel.load(graph, table.schema().size())) {
      for (int from = 0; from < table.size(); from += ROWS_AT_ONCE) {
        int[] rows = IntStream.range(from, Math.min(from + ROWS_AT_ONCE, table.size())).toArray();
        float[][] features = IntStream.of(rows).mapToObj(table::row).toArray(float[][]::new);
        List<Outputs> outputs = model.run(features);
        for (int i = 0; i < features.length; i++) {
          Outputs expected = models.outputs(features[i]);
          double distance = outputs.get(i).distance(expected);
          if (distance > Graph.TOLERANCE) {
            throw new IllegalStateException(
                "the exported graph differs by %.2g from the fitted models in row %d (expected at most %.0e): %s, but %s in Java"
                    .formatted(distance, from + i, Graph.TOLERANCE, outputs.get(i), expected));
          }
          largest = Math.max(largest, distance);
        }
      }
    }
    return largest;
  }
}
