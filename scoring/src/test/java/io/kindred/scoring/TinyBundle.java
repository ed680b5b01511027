package io.kindred.scoring;

import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.models.AssignmentRules;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.Evaluation;
import io.kindred.models.GoldenRow;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.MacroSegment;
import io.kindred.models.ModelName;
import io.kindred.models.Persona;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.models.SegmentName;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.kindred.models.Text;
import io.kindred.models.format.BundleFormat;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentTree;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/// A bundle around a {@link TinyGraph}.
final class TinyBundle {
  static final Instant AS_OF = Instant.parse("2026-06-30T21:59:59Z");
  static final FeatureSchema SCHEMA =
      FeatureSchema.complete(
              ZoneId.of("Europe/Stockholm"), "SEK", new LinkedHashMap<>(), List.of(), List.of())
          .only(List.of("order_count", "order_value_total"));
  static final Segments SEGMENTS =
      new Segments(
          List.of(
              new MacroSegment("A", name("Active"), .7), new MacroSegment("B", name("Away"), .3)),
          List.of(
              segment("A1", "A", "Often", .4, 40),
              segment("A2", "A", "Sometimes", .3, 30),
              segment("B1", "B", "Never", .3, 30)),
          new AssignmentRules(
              .6,
              .8,
              -5,
              90,
              new PredictionSets(
                  new double[] {.8, .9}, new double[][] {{.5, .5, .5}, {.25, .25, .25}}),
              .9));

  /// What the {@link TinyGraph} computes.
  static final SegmentModel SEGMENT_MODEL = segmentModel(.1);

  private TinyBundle() {}

  private static SegmentName name(String name) {
    return SegmentName.suggested(Text.same(name));
  }

  private static Segment segment(
      String id, String macro, String name, double share, int customers) {
    return new Segment(
        id, macro, name(name), share, customers, OptionalDouble.empty(), false, Persona.NONE);
  }

  /// @param weight of the value
  static SegmentModel segmentModel(double weight) {
    LearnedSplit split =
        new LearnedSplit(
            2,
            List.of(column(0, "order_count"), column(1, "order_value_total")),
            new double[] {-Math.log(3), -Math.log(3), -Math.log(3)},
            new double[3][2],
            new double[][] {{1, weight}, {0, 0}, {-1, 0}},
            new double[3][2],
            List.of(),
            new Familiarity(new double[2], new double[2]));
    return new SegmentModel(
        new SegmentTree(Learned.ofLeaves(split), new int[] {0, 0, 1}),
        new KnownBands(new int[] {0}, false, new double[] {1}, List.of("no orders", "orders")),
        List.of(
            new SegmentForecast(90, new double[] {1, 1}, new double[3][3], new double[2][3]),
            new SegmentForecast(180, new double[] {.5, .5}, new double[3][3], new double[2][3])));
  }

  private static SegmentColumn column(int feature, String name) {
    return new SegmentColumn(
        feature,
        name,
        SegmentColumn.Transform.IDENTITY,
        0,
        1,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }

  /// Two orders of 10 and 20.
  static History customer() {
    Instant time = Instant.parse("2026-05-01T10:00:00Z");
    return History.of(
        List.of(
            new Order("1", time, 10, 1, "", "", ""),
            new Order("2", time.plusSeconds(1), 20, 1, "", "", "")),
        List.of());
  }

  static Bundle of(TinyGraph graph) throws BundleException {
    return of(graph.bytes(), List.of(golden(customer()), golden(History.empty())));
  }

  static Bundle of(byte[] model, List<GoldenRow> goldenRows) throws BundleException {
    return of(model, TinyGraph.SOUND.ofSegments(), SEGMENT_MODEL, goldenRows);
  }

  static Bundle of(
      byte[] model, byte[] segmentGraph, SegmentModel segmentModel, List<GoldenRow> goldenRows)
      throws BundleException {
    BundleContents contents =
        new BundleContents(
            new ModelName("tiny"),
            AS_OF,
            SCHEMA,
            SEGMENTS,
            segmentModel,
            new Targets(
                List.of(
                    new PropensityTarget(
                        "purchase",
                        "order",
                        90,
                        PropensityTarget.Direction.HIGH_IS_GOOD,
                        .3,
                        "a formula")),
                new LifetimeValueTarget(182, .9, "a formula")),
            new Evaluation(List.of(), List.of(), List.of(), 0),
            goldenRows,
            model,
            segmentGraph,
            "");
    return BundleFormat.decode(BundleFormat.encode(contents));
  }

  static GoldenRow golden(History history) {
    float[] features = new Featurizer(SCHEMA).row(history, AS_OF);
    return new GoldenRow(AS_OF, history, features, TinyGraph.expected(features));
  }
}
