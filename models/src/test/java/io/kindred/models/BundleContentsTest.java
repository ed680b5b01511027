package io.kindred.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        () -> new Segments(List.of(macro), List.of(), .5, .5),
        "there are no segments (expected at least one)");
    assertRefused(
        () ->
            new Segments(
                List.of(macro, new MacroSegment("B", NAME, 0)),
                List.of(segment("C1", "C")),
                .5,
                .5),
        "segment C1 belongs to macro-segment C (expected one of [A, B])");
    assertRefused(
        () -> new Segments(List.of(macro), List.of(segment, segment), .5, .5),
        "segment A1 stands twice (expected once)");
    assertRefused(
        () -> new Segments(List.of(macro, macro), List.of(segment), .5, .5),
        "macro-segment A stands twice (expected once)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.1, 1.1, Double.NaN})
  void aConfidenceIsAProbability(double confidence) {
    Segments segments = SampleBundle.segments();
    assertRefused(
        () -> new Segments(segments.macroSegments(), segments.segments(), confidence, .5),
        "least confidence is %s (expected 0 to 1)".formatted(confidence));
    assertRefused(
        () -> new Segments(segments.macroSegments(), segments.segments(), .5, confidence),
        "least macro confidence is %s (expected 0 to 1)".formatted(confidence));
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
    assertThat(CONTENTS).isEqualTo(SampleBundle.contents());
    assertThat(CONTENTS).hasSameHashCodeAs(SampleBundle.contents());
    assertThat(CONTENTS).hasToString("contents of a bundle of online-shop");
  }

  private static BundleContents with(List<GoldenRow> rows) {
    return new BundleContents(
        CONTENTS.name(),
        CONTENTS.asOf(),
        CONTENTS.schema(),
        CONTENTS.segments(),
        CONTENTS.targets(),
        CONTENTS.evaluation(),
        rows,
        CONTENTS.model(),
        CONTENTS.report());
  }

  private static GoldenRow row(float[] features, Outputs outputs) {
    return new GoldenRow(ROW.asOf(), ROW.history(), features, outputs);
  }

  private static Outputs outputs(int segments, int macroSegments, int propensities, int value) {
    return new Outputs(
        new double[segments],
        new double[macroSegments],
        new double[propensities],
        new double[value]);
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
