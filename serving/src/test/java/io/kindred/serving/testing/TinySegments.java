package io.kindred.serving.testing;

import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentTree;
import java.util.List;

/// What a {@link TinyGraph} computes of segments, as numbers.
final class TinySegments {
  private static final double SHARE = -Math.log(3);

  private TinySegments() {}

  static SegmentModel model(FeatureSchema schema) {
    LearnedSplit split =
        new LearnedSplit(
            schema.size(),
            List.of(column(schema, 0), column(schema, 2)),
            new double[] {SHARE, SHARE, SHARE},
            new double[3][2],
            new double[][] {{1, 0}, {0, 0}, {-1, 0}},
            new double[][] {{0, -1 / 1024d}, {0, -1 / 1024d}, {0, -1 / 1024d}},
            List.of(),
            new Familiarity(new double[2], new double[2]));
    return new SegmentModel(
        new SegmentTree(Learned.ofLeaves(split), new int[] {1, 1, 0}),
        new KnownBands(new int[] {0}, false, new double[] {.25}, List.of("no orders", "orders")),
        List.of(
            new SegmentForecast(90, new double[] {1, 1}, new double[3][3], new double[2][3]),
            new SegmentForecast(180, new double[] {.5, .5}, new double[3][3], new double[2][3])));
  }

  static SegmentColumn column(FeatureSchema schema, int feature) {
    return new SegmentColumn(
        feature,
        schema.features().get(feature).name(),
        SegmentColumn.Transform.IDENTITY,
        0,
        1,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }
}
