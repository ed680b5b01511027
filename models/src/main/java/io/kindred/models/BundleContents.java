package io.kindred.models;

import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentOutputs;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Everything a bundle holds, before it has an id or a place.
///
/// @param name the model's name in the registry
/// @param asOf up to when the training saw events
/// @param lineage where the segments come from
/// @param segmentModel what the graphs compute of segments, as numbers
/// @param model the ONNX graph's bytes
/// @param segmentGraph the bytes of the segments' own graph
/// @param report the report to read, one HTML page
public record BundleContents(
    ModelName name,
    Instant asOf,
    FeatureSchema schema,
    Segments segments,
    Lineage lineage,
    SegmentModel segmentModel,
    Targets targets,
    Evaluation evaluation,
    List<GoldenRow> goldenRows,
    byte[] model,
    byte[] segmentGraph,
    String report) {
  public BundleContents {
    lineage.check(segments);
    goldenRows = List.copyOf(goldenRows);
    model = model.clone();
    segmentGraph = segmentGraph.clone();
    if (segmentModel.segments() != segments.segments().size()
        || segmentModel.tree().macroSegments() != segments.macroSegments().size()) {
      throw new IllegalArgumentException(
          "%s does not compute %d segments in %d macro-segments"
              .formatted(
                  segmentModel.tree(),
                  segments.segments().size(),
                  segments.macroSegments().size()));
    }
    segmentModel.check(schema.size());
    checkMacroSegments(segments, segmentModel);
    if (goldenRows.isEmpty()) {
      throw new IllegalArgumentException("there are no golden rows (expected at least one)");
    }
    for (int i = 0; i < goldenRows.size(); i++) {
      GoldenRow row = goldenRows.get(i);
      Outputs outputs = row.outputs();
      checkCount(i, "features", row.features().length, schema.size());
      SegmentOutputs ofSegments = outputs.segments();
      checkCount(i, "segments", ofSegments.posterior().length, segments.segments().size());
      checkCount(
          i, "macro-segments", ofSegments.macroSegments().length, segments.macroSegments().size());
      checkCount(i, "forecasts", ofSegments.forecasts().length, segmentModel.forecasts().size());
      checkCount(i, "propensities", outputs.propensities().length, targets.propensities().size());
      checkCount(i, "value columns", outputs.value().length, ValueOutput.COLUMNS);
    }
  }

  /// The contents of the first bundle of a model.
  public BundleContents(
      ModelName name,
      Instant asOf,
      FeatureSchema schema,
      Segments segments,
      SegmentModel segmentModel,
      Targets targets,
      Evaluation evaluation,
      List<GoldenRow> goldenRows,
      byte[] model,
      byte[] segmentGraph,
      String report) {
    this(
        name,
        asOf,
        schema,
        segments,
        Lineage.first(segments),
        segmentModel,
        targets,
        evaluation,
        goldenRows,
        model,
        segmentGraph,
        report);
  }

  /// The same with segments described otherwise.
  public BundleContents withSegments(Segments described) {
    return with(described, lineage, report);
  }

  /// The same with another lineage.
  public BundleContents withLineage(Lineage other) {
    return with(segments, other, report);
  }

  /// The same with another report.
  public BundleContents withReport(String other) {
    return with(segments, lineage, other);
  }

  private BundleContents with(Segments described, Lineage other, String page) {
    return new BundleContents(
        name,
        asOf,
        schema,
        described,
        other,
        segmentModel,
        targets,
        evaluation,
        goldenRows,
        model,
        segmentGraph,
        page);
  }

  @Override
  public byte[] model() {
    return model.clone();
  }

  @Override
  public byte[] segmentGraph() {
    return segmentGraph.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BundleContents contents
        && name.equals(contents.name)
        && asOf.equals(contents.asOf)
        && schema.equals(contents.schema)
        && segments.equals(contents.segments)
        && lineage.equals(contents.lineage)
        && segmentModel.equals(contents.segmentModel)
        && targets.equals(contents.targets)
        && evaluation.equals(contents.evaluation)
        && goldenRows.equals(contents.goldenRows)
        && Arrays.equals(model, contents.model)
        && Arrays.equals(segmentGraph, contents.segmentGraph)
        && report.equals(contents.report);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, asOf, schema, segments, targets, Arrays.hashCode(model));
  }

  @Override
  public String toString() {
    return "contents of a bundle of %s".formatted(name);
  }

  private static void checkMacroSegments(Segments segments, SegmentModel model) {
    int[] macroSegmentOf = model.tree().macroSegmentOf();
    for (int k = 0; k < macroSegmentOf.length; k++) {
      Segment segment = segments.segments().get(k);
      String computed = segments.macroSegments().get(macroSegmentOf[k]).id();
      if (!segment.macroSegmentId().equals(computed)) {
        throw new IllegalArgumentException(
            "segment %s belongs to macro-segment %s, but is computed as one of %s (expected the same)"
                .formatted(segment.id(), segment.macroSegmentId(), computed));
      }
    }
  }

  private static void checkCount(int row, String what, int count, int expected) {
    if (count != expected) {
      throw new IllegalArgumentException(
          "golden row %d has %d %s (expected %d)".formatted(row, count, what, expected));
    }
  }
}
