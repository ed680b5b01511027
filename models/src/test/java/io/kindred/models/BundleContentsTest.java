package io.kindred.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.Region;
import io.kindred.models.segmentation.RuleSplit;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode;
import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.models.segmentation.SegmentTree;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of a bundle that do not hold together are refused where they are made.
class BundleContentsTest {
  private static final BundleContents CONTENTS = SampleBundle.contents();
  private static final GoldenRow ROW = CONTENTS.goldenRows().getFirst();

  @Test
  void thereIsAtLeastOneGoldenRow() {
    assertRefused(() -> with(List.of()), "there are no golden rows (expected at least one)");
  }

  @Test
  void goldenRowsFitTheSchemaTheSegmentsAndTheTargets() {
    Outputs outputs = ROW.outputs();
    assertRefused(
        () -> with(List.of(ROW, row(new float[3], outputs))),
        "golden row 1 has 3 features (expected 10)");
    assertRefused(
        () -> with(List.of(row(ROW.features(), outputs(4, 2, 1, 5)))),
        "golden row 0 has 4 segments (expected 3)");
    assertRefused(
        () -> with(List.of(row(ROW.features(), outputs(3, 1, 1, 5)))),
        "golden row 0 has 1 macro-segments (expected 2)");
    assertRefused(
        () -> with(List.of(row(ROW.features(), outputs(3, 2, 1, 1, 5)))),
        "golden row 0 has 1 forecasts (expected 2)");
    assertRefused(
        () -> with(List.of(row(ROW.features(), outputs(3, 2, 0, 5)))),
        "golden row 0 has 0 propensities (expected 1)");
    assertRefused(
        () -> with(List.of(row(ROW.features(), outputs(3, 2, 1, 4)))),
        "golden row 0 has 4 value columns (expected 5)");
  }

  private static final SegmentName NAME = SegmentName.suggested(new Text("Readers", "Läsare"));

  private static Segment segment(String id, String macro) {
    return new Segment(id, macro, NAME, 1, 10, OptionalDouble.empty(), false, Persona.NONE);
  }

  @Test
  void segmentsBelongToMacroSegmentsAndStandOnce() {
    MacroSegment macro = new MacroSegment("A", NAME, 1);
    Segment segment = segment("A1", "A");
    assertRefused(
        () -> new Segments(List.of(macro), List.of(), rules(0)),
        "there are no segments (expected at least one)");
    assertRefused(
        () ->
            new Segments(
                List.of(macro, new MacroSegment("B", NAME, 0)),
                List.of(segment("C1", "C")),
                rules(1)),
        "segment C1 belongs to macro-segment C (expected one of [A, B])");
    assertRefused(
        () -> new Segments(List.of(macro), List.of(segment, segment), rules(2)),
        "segment A1 stands twice (expected once)");
    assertRefused(
        () -> new Segments(List.of(macro, macro), List.of(segment), rules(1)),
        "macro-segment A stands twice (expected once)");
  }

  @Test
  void thereIsAThresholdOfEverySet() {
    assertRefused(
        () ->
            new Segments(
                List.of(new MacroSegment("A", NAME, 1)), List.of(segment("A1", "A")), rules(2)),
        "prediction sets are of 2 segments (expected 1)");
  }

  private static AssignmentRules rules(int segments) {
    return new AssignmentRules(
        .5,
        .5,
        -5,
        1,
        new PredictionSets(new double[] {.9}, new double[][] {new double[segments]}),
        .9);
  }

  @Test
  void theSegmentModelComputesTheSegments() {
    SegmentModel model = CONTENTS.segmentModel();
    assertRefused(
        () -> with(model(Learned.ofLeaves(split(4, 0)), 0, 0, 0, 1)),
        "tree of 4 segments in 2 macro-segments does not compute 3 segments in 2 macro-segments");
    assertRefused(
        () -> with(model(model.tree().root(), 0, 1, 1)),
        "segment A2 belongs to macro-segment A, but is computed as one of B (expected the same)");
  }

  @Test
  void theSegmentModelLooksAtTheSchemasFeatures() {
    SegmentModel model = CONTENTS.segmentModel();
    assertRefused(
        () -> with(model(Learned.ofLeaves(split(3, 9)), 0, 0, 1)),
        "split into 3 groups by 0 columns takes rows of 9 features (expected 10)");
    assertRefused(
        () ->
            with(
                model(
                    new Ruled(
                        new RuleSplit(
                            List.of(
                                List.of(Region.EVERYWHERE),
                                List.of(new Region(List.of(new ColumnRange(10, 0, 1))))),
                            new double[] {.5, .5}),
                        List.of(new Leaf(), Learned.ofLeaves(split(2, 10)))),
                    0,
                    0,
                    1)),
        "a rule looks at feature 10 of a row (expected 0 to 9)");
    assertRefused(
        () ->
            with(
                new SegmentModel(
                    model.tree(),
                    new KnownBands(
                        new int[] {0, -1}, true, new double[] {.5, 1}, List.of("a", "b", "c")),
                    model.forecasts())),
        "what is known looks at feature -1 of a row (expected 0 to 9)");
  }

  private static LearnedSplit split(int groups, int rowSize) {
    return new LearnedSplit(
        rowSize,
        List.of(),
        new double[groups],
        new double[groups][0],
        new double[groups][0],
        new double[groups][0],
        List.of(),
        new Familiarity(new double[0], new double[0]));
  }

  private static SegmentModel model(SegmentNode root, int... macroSegmentOf) {
    int segments = macroSegmentOf.length;
    return new SegmentModel(
        new SegmentTree(root, macroSegmentOf),
        new KnownBands(new int[] {0}, false, new double[0], List.of("any")),
        Collections.nCopies(
            2,
            new SegmentForecast(
                0, new double[] {1}, new double[segments][segments], new double[1][segments])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Shop", "-shop", "a b", "../shop", "shop\n", "å"})
  void aModelNameIsFitForAFolder(String name) {
    assertRefused(
        () -> new ModelName(name),
        ("model name is '%s' (expected 1 to 63 lower-case letters, digits and hyphens, such as"
                + " online-shop)")
            .formatted(name));
  }

  @Test
  void aModelNameHasAtMostSixtyThreeCharacters() {
    assertThat(new ModelName("a".repeat(63))).hasToString("a".repeat(63));
    assertThatThrownBy(() -> new ModelName("a".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "../../etc/passwd"})
  void aBundleIdIsADigest(String id) {
    assertRefused(
        () -> new BundleId(id), "bundle id is '%s' (expected 64 hexadecimal digits)".formatted(id));
  }

  @Test
  void aBundleIdHasAShortFormForPeople() {
    assertThat(new BundleId("0123456789abcdef".repeat(4)).shortForm()).isEqualTo("0123456789ab");
  }

  @Test
  void aMeasureIsANumberAndFoundByItsName() {
    assertRefused(
        () -> new Measure("purchase", "AUC", Double.NaN, Optional.empty(), 1, true, List.of()),
        "AUC of purchase is NaN (expected a finite number)");
    assertThat(CONTENTS.evaluation().measure("purchase", "AUC").orElseThrow().value())
        .isEqualTo(.74);
    assertThat(CONTENTS.evaluation().measure("purchase", "Brier")).isEmpty();
  }

  @Test
  void theModelsBytesGoInAndComeOutAsCopies() {
    byte[] model = CONTENTS.model();
    model[0] = 0;
    assertThat(CONTENTS.model()[0]).isEqualTo((byte) 'a');
    byte[] segmentGraph = CONTENTS.segmentGraph();
    segmentGraph[0] = 0;
    assertThat(CONTENTS.segmentGraph()[0]).isEqualTo((byte) 's');
    assertThat(CONTENTS).isEqualTo(SampleBundle.contents());
    assertThat(CONTENTS).hasSameHashCodeAs(SampleBundle.contents());
    assertThat(CONTENTS).hasToString("contents of a bundle of online-shop");
  }

  private static BundleContents with(List<GoldenRow> rows) {
    return with(CONTENTS.segmentModel(), rows);
  }

  private static BundleContents with(SegmentModel model) {
    return with(model, CONTENTS.goldenRows());
  }

  private static BundleContents with(SegmentModel model, List<GoldenRow> rows) {
    return new BundleContents(
        CONTENTS.name(),
        CONTENTS.asOf(),
        CONTENTS.schema(),
        CONTENTS.segments(),
        model,
        CONTENTS.targets(),
        CONTENTS.evaluation(),
        rows,
        CONTENTS.model(),
        CONTENTS.segmentGraph(),
        CONTENTS.report());
  }

  private static GoldenRow row(float[] features, Outputs outputs) {
    return new GoldenRow(ROW.asOf(), ROW.history(), features, outputs);
  }

  private static Outputs outputs(int segments, int macroSegments, int propensities, int value) {
    return outputs(segments, macroSegments, 2, propensities, value);
  }

  private static Outputs outputs(
      int segments, int macroSegments, int forecasts, int propensities, int value) {
    return new Outputs(
        new SegmentOutputs(
            new double[segments], new double[macroSegments], new double[forecasts][segments], 0),
        new double[propensities],
        new double[value]);
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
