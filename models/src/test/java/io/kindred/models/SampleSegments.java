package io.kindred.models;

import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.CommonFactors;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.Region;
import io.kindred.models.segmentation.RuleSplit;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentColumn.Transform;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import io.kindred.models.segmentation.SegmentTree;
import java.util.List;

/// The segment model of {@link SampleBundle}, with a node, a transform, factors, rules and a
/// forecast of every kind.
final class SampleSegments {
  private SampleSegments() {}

  /// Customers with orders, or of whom those of the account are many, are divided by what they are
  /// like; the others are one segment.
  static SegmentModel model() {
    RuleSplit rules =
        new RuleSplit(
            List.of(
                List.of(
                    new Region(List.of(atLeast(0, 1))),
                    new Region(List.of(below(0, 1), atLeast(9, 10)))),
                List.of(new Region(List.of(below(0, 1), below(9, 10))))),
            new double[] {.75, .25});
    return new SegmentModel(
        new SegmentTree(
            new Ruled(rules, List.of(Learned.ofLeaves(split()), new Leaf())), new int[] {0, 0, 1}),
        new KnownBands(
            new int[] {0}, false, new double[] {1, 2}, List.of("no orders", "one order", "more")),
        List.of(
            new SegmentForecast(
                90,
                new double[] {.75, .875, 1},
                new double[][] {{.5, -.25, -.25}, {-.25, .5, -.25}, {-.125, 0, .125}},
                new double[][] {{.1, 0, -.1}, {.05, 0, -.05}, {0, 0, 0}}),
            new SegmentForecast(
                180,
                new double[] {.5, .625, .75},
                new double[3][3],
                new double[][] {{.2, 0, -.2}, {.1, 0, -.1}, {0, 0, 0}})));
  }

  private static LearnedSplit split() {
    return new LearnedSplit(
        10,
        List.of(
            column(0, "order_count", Transform.LOGARITHM, 1.25, .75),
            column(1, "order_value_total", Transform.IS_POSITIVE, 0, 1),
            column(1, "order_value_total", Transform.LOGARITHM_OF_POSITIVE, 4.5, 1.5),
            column(5, "attribute:thrift", Transform.IDENTITY, 0, 1.125)),
        new double[] {-.5, -1},
        new double[][] {{-.5, -.25, -1, -.75}, {-1, -.5, -.5, -.25}},
        new double[][] {{.5, 1, .75, -.25}, {-.5, -1, .25, .125}},
        new double[][] {{-.5, 0, -.625, -.375}, {-.25, 0, -.5, -.75}},
        List.of(
            new CommonFactors(
                new int[] {0, 2, 3},
                .875,
                new double[][][] {{{.1, .2, .3}, {-.1, 0, .1}}, {{0, .125, .25}, {.5, .25, .125}}},
                new double[][][] {{{.5, .25, -.5}, {.25, .5, 1}}, {{.75, .5, .25}, {-.5, .25, .5}}},
                new double[][][] {
                  {{.25, .0625, .25}, {.125, .125, -.5}, {.0625, .25, 1}},
                  {{.5625, .25, .0625}, {-.375, .125, .125}, {.25, .0625, .25}}
                })),
        new Familiarity(new double[] {-1, -.5, -1.25, -1}, new double[] {.5, .25, .5, .75}));
  }

  private static SegmentColumn column(
      int feature, String name, Transform transform, double centre, double scale) {
    return new SegmentColumn(
        feature, name, transform, centre, scale, -SegmentColumn.FURTHEST, SegmentColumn.FURTHEST);
  }

  private static ColumnRange atLeast(int column, float from) {
    return new ColumnRange(column, from, Float.POSITIVE_INFINITY);
  }

  private static ColumnRange below(int column, float below) {
    return new ColumnRange(column, Float.NEGATIVE_INFINITY, below);
  }
}
