package io.kindred.training.export;

import io.kindred.models.AssignmentRules;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentColumn.Transform;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.panel.CustomerSplit;
import io.kindred.training.segmentation.CrossFit;
import io.kindred.training.segmentation.SegmentFit;
import io.kindred.training.segmentation.TrainedSegments;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/// Segments written by hand.
public final class MadeSegments {
  private MadeSegments() {}

  /// A column taken as it is.
  public static SegmentColumn column(int feature, String name, double centre, double scale) {
    return new SegmentColumn(
        feature,
        name,
        Transform.IDENTITY,
        centre,
        scale,
        -SegmentColumn.FURTHEST,
        SegmentColumn.FURTHEST);
  }

  /// Segments of equal shares that a row's standardised columns speak for in proportion.
  ///
  /// @param linear by segment, then column
  /// @param macroSegmentOf of each segment
  public static SegmentModel linear(
      int rowSize, List<SegmentColumn> columns, double[][] linear, int... macroSegmentOf) {
    int segments = linear.length;
    LearnedSplit split =
        new LearnedSplit(
            rowSize,
            columns,
            new double[segments],
            new double[segments][columns.size()],
            linear,
            new double[segments][columns.size()],
            List.of(),
            new Familiarity(new double[columns.size()], new double[columns.size()]));
    return new SegmentModel(
        new SegmentTree(Learned.ofLeaves(split), macroSegmentOf),
        new KnownBands(new int[] {0}, true, new double[0], List.of("all")),
        List.of(asItIs(0, segments, 1)));
  }

  /// A forecast that gives the posterior itself.
  public static SegmentForecast asItIs(int days, int segments, int bands) {
    double[] sharpness = new double[bands];
    Arrays.fill(sharpness, 1);
    return new SegmentForecast(
        days, sharpness, new double[segments][segments], new double[bands][segments]);
  }

  /// Rules that assign at a half, with sets of all segments.
  public static AssignmentRules rules(int segments) {
    return new AssignmentRules(
        .5, .5, -10, 365, new PredictionSets(new double[] {.9}, new double[1][segments]), .9);
  }

  /// Trained segments around a model.
  ///
  /// @param stability of each segment
  public static TrainedSegments trained(SegmentModel model, double... stability) {
    return new TrainedSegments(
        new SegmentFit(
            new CrossFit<>(
                model.tree(),
                new CustomerSplit(CrossFit.PARTS, 1),
                Collections.nCopies(CrossFit.PARTS, model.tree())),
            List.of(),
            Arrays.stream(stability).mapToObj(OptionalDouble::of).toList()),
        model,
        rules(model.segments()),
        List.of(),
        List.of(),
        List.of());
  }
}
