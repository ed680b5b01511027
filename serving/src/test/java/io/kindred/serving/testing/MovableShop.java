package io.kindred.serving.testing;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.kindred.models.BundleContents;
import io.kindred.models.GoldenRow;
import io.kindred.models.Persona;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Text;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.scoring.OnnxModel;
import java.util.List;

/// The tiny shop with segments that a customer can move between: `softmax(c - v/100, 0, v/100 - c)`
/// of orders `c` and value `v`. Customers typical of A1 have five orders of 100 together and are 70
/// years old; those of B1 have one order of 900; of A2 nothing is typical.
public final class MovableShop {
  private static final double[] WEIGHTS = {1, 0, -1, -.01, 0, .01, 0, 0, 0, 0, 0, 0};

  private MovableShop() {}

  public static BundleContents contents() {
    BundleContents tiny = TinyShop.contents();
    byte[] graph = withWeights(tiny.model());
    return new BundleContents(
        tiny.name(),
        tiny.asOf(),
        tiny.schema(),
        segments(tiny.segments()),
        segmentModel(tiny.segmentModel()),
        tiny.targets(),
        tiny.evaluation(),
        goldenRows(graph, tiny),
        graph,
        withWeights(tiny.segmentGraph()),
        tiny.report());
  }

  private static byte[] withWeights(byte[] graph) {
    try {
      ModelProto.Builder model = ModelProto.parseFrom(graph).toBuilder();
      for (TensorProto.Builder matrix : model.getGraphBuilder().getInitializerBuilderList()) {
        if (matrix.getName().equals("segmentWeights")) {
          matrix.clearDoubleData();
          for (double weight : WEIGHTS) {
            matrix.addDoubleData(weight);
          }
        }
      }
      return model.build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SegmentModel segmentModel(SegmentModel tiny) {
    SegmentTree tree = tiny.tree();
    LearnedSplit split = ((Learned) tree.root()).split();
    return new SegmentModel(
        new SegmentTree(
            Learned.ofLeaves(
                new LearnedSplit(
                    split.rowSize(),
                    List.of(
                        split.columns().get(0),
                        TinySegments.column(TinyShop.SCHEMA, 1),
                        split.columns().get(1)),
                    split.logWeights(),
                    new double[3][3],
                    new double[][] {{1, -.01, 0}, {0, 0, 0}, {-1, .01, 0}},
                    new double[][] {{0, 0, -1 / 1024d}, {0, 0, -1 / 1024d}, {0, 0, -1 / 1024d}},
                    List.of(),
                    new Familiarity(new double[3], new double[3]))),
            tree.macroSegmentOf()),
        tiny.known(),
        tiny.forecasts());
  }

  private static Segments segments(Segments tiny) {
    List<Segment> segments = tiny.segments();
    return new Segments(
        tiny.macroSegments(),
        List.of(with(segments.get(0), 5, 100), segments.get(1), with(segments.get(2), 1, 900)),
        tiny.rules());
  }

  private static Segment with(Segment segment, double orders, double value) {
    return new Segment(
        segment.id(),
        segment.macroSegmentId(),
        segment.name(),
        segment.share(),
        segment.customers(),
        segment.stability(),
        segment.unstable(),
        new Persona(
            Text.same("As their median."),
            List.of(),
            List.of(
                new Persona.TypicalFeature("attribute:age", 70, 1),
                new Persona.TypicalFeature("order_count", orders, 1),
                new Persona.TypicalFeature("order_value_total", value, 1)),
            List.of(),
            List.of(),
            Persona.Value.UNKNOWN));
  }

  private static List<GoldenRow> goldenRows(byte[] graph, BundleContents tiny) {
    try (OnnxModel model = OnnxModel.load(graph, tiny.schema().size())) {
      return tiny.goldenRows().stream()
          .map(row ->
              new GoldenRow(
                  row.asOf(),
                  row.history(),
                  row.account(),
                  row.features(),
                  model.run(new float[][] {row.features()}).getFirst()))
          .toList();
    }
  }
}
