package io.kindred.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.models.segmentation.PredictionSets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LineageTest {
  @Test
  void inAFirstBundleEverySegmentIsBornAndTheNextNumberIsFree() {
    Segments segments =
        new Segments(
            List.of(new MacroSegment("m02", name("All"), 1)),
            List.of(segment("s07", .4), segment("s03", .6)),
            new AssignmentRules(
                .6, .7, -5, 90, new PredictionSets(new double[] {.9}, new double[1][2]), .9));

    Lineage lineage = Lineage.first(segments);

    assertThat(lineage.events())
        .containsExactly(
            LineageEvent.born("m02"), LineageEvent.born("s07"), LineageEvent.born("s03"));
    assertThat(lineage.nextSegment()).isEqualTo(8);
    assertThat(lineage.nextMacroSegment()).isEqualTo(3);
  }

  @Test
  void aSegmentThatNoEventLeadsToIsRefused() {
    BundleContents contents = SampleBundle.contents();
    Lineage without =
        new Lineage(
            Optional.empty(), contents.lineage().events().subList(0, 2), 3, 1, Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> contents.withLineage(without))
        .withMessage("no lineage event leads to segment A1 (expected at least one for each)");
  }

  @Test
  void aNextNumberThatIsInUseIsRefused() {
    BundleContents contents = SampleBundle.contents();
    Lineage low =
        new Lineage(Optional.empty(), contents.lineage().events(), 2, 1, Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> contents.withLineage(low))
        .withMessage("the next number is 2, but segment A2 is in use (expected a number above it)");
  }

  @Test
  void anEventOfAnotherShapeThanItsKindIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new LineageEvent(LineageEvent.Kind.SPLIT, List.of("s01"), List.of("s01"), .5))
        .withMessage("SPLIT is from [s01] to [s01] (expected as many segments as that takes)");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new LineageEvent(LineageEvent.Kind.CONTINUED, List.of("s01"), List.of("s02"), .5));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new LineageEvent(
                LineageEvent.Kind.CONTINUED, List.of("s01"), List.of("s01"), Double.NaN))
        .withMessage("overlap is NaN (expected 0 to 1)");
  }

  @Test
  void aMovementThatDoesNotAddUpIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Movement.Line("s01", 10, 2, 3, 14))
        .withMessage("segment s01 went from 10 by 2 and 3 to 14 (expected the sum)");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Movement(
                Instant.EPOCH,
                Instant.EPOCH,
                10,
                List.of(new Movement.Line("s01", 10, 0, 0, 10)),
                List.of(new Movement.Flow("s01", "s01", 9)),
                List.of(new Movement.Flow("s01", "s01", 10)),
                List.of(),
                List.of()))
        .withMessage("the movement counts 9 customers of changed customers (expected 10)");
  }

  @Test
  void givenNamesAreShownAndKeptById() {
    Segments named =
        SampleBundle.segments().withGivenNames(Map.of("A1", "Bookworms", "Z9", "Nobody"));

    assertThat(named.givenNames()).isEqualTo(Map.of("A1", "Bookworms"));
    assertThat(named.segments())
        .extracting(segment -> segment.name().in(Language.ENGLISH))
        .containsExactly("Bookworms", "Gardeners", "One-time buyers");
  }

  private static Segment segment(String id, double share) {
    return new Segment(
        id,
        "m02",
        name(id),
        share,
        (int) (10 * share),
        OptionalDouble.empty(),
        false,
        Persona.NONE);
  }

  private static SegmentName name(String name) {
    return SegmentName.suggested(Text.same(name));
  }
}
