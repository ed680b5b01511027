package io.kindred.models;

import io.kindred.features.FeatureSchema;
import java.time.Instant;
import java.util.List;

/// Everything a bundle holds, before it has an id or a place.
///
/// @param name the model's name in the registry
/// @param asOf up to when the training saw events
/// @param model the ONNX graph's bytes
/// @param report the report to read, one HTML page
public record BundleContents(
    ModelName name,
    Instant asOf,
    FeatureSchema schema,
    Segments segments,
    Targets targets,
    Evaluation evaluation,
    List<GoldenRow> goldenRows,
    byte[] model,
    String report) {
  public BundleContents {
    goldenRows = List.copyOf(goldenRows);
    model = model.clone();
    if (goldenRows.isEmpty()) {
      throw new IllegalArgumentException("there are no golden rows (expected at least one)");
    }
  }

  @Override
  public byte[] model() {
    return model.clone();
  }
}
