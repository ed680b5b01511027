package io.kindred.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.FeatureSchema;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.Persona;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Text;
import io.kindred.models.format.BundleFormat;
import io.kindred.models.segmentation.Probabilities;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On a bundle of segments `softmax(c + v/10, 0, -c)` of orders `c` and value `v`, whose typical
/// customers are well inside them. Numbers below 0 are possible here.
class SegmentPlansTest {
  private static final float[][] TYPICAL = {{3, 40}, {1, -50.5f}, {-3, 0}};

  private static Scorer scorer;

  @BeforeAll
  static void open() throws BundleException {
    scorer = scorer(TYPICAL);
  }

  @AfterAll
  static void close() {
    scorer.close();
  }

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPlanLeadsThereAndNeverPastWhatIsTypical(long seed) {
    Random random = new Random(seed);
    for (int customer = 0; customer < 5; customer++) {
      float[] row = {random.nextInt(-5, 6), random.nextInt(-60, 61) / 2f};
      for (int wanted = 0; wanted < TYPICAL.length; wanted++) {
        List<SegmentPlans.Plan> plans = SegmentPlans.of(scorer, row, wanted);
        if (segment(row) == wanted) {
          assertThat(plans).isEmpty();
          continue;
        }
        // Where the typical customer is, the segment is: with both features free there is a way.
        assertThat(plans).isNotEmpty();
        for (SegmentPlans.Plan plan : plans) {
          assertThat(segment(plan.row())).isEqualTo(wanted);
          assertIsOnTheWay(row, plan, TYPICAL[wanted]);
        }
        assertThat(plans)
            .isSortedAccordingTo(
                (one, other) -> Integer.compare(one.changed().size(), other.changed().size()));
        assertThat(plans).extracting(plan -> List.copyOf(plan.changed())).doesNotHaveDuplicates();
      }
    }
  }

  private static void assertIsOnTheWay(float[] row, SegmentPlans.Plan plan, float[] typical) {
    assertThat(plan.changed())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, row.length).filter(f -> plan.row()[f] != row[f]).boxed().toList());
    for (int feature : plan.changed()) {
      assertThat(plan.row()[feature])
          .isBetween(
              Math.min(row[feature], typical[feature]), Math.max(row[feature], typical[feature]));
    }
  }

  /// From four fewer than none, none are enough.
  @Test
  void aChangeIsNoGreaterThanItTakesAndWholeBetweenWholeNumbers() {
    SegmentPlans.Plan orders =
        SegmentPlans.of(scorer, new float[] {-4, 0}, 0).stream()
            .filter(plan -> plan.changed().equals(List.of(0)))
            .findFirst()
            .orElseThrow();

    // At 0 all are as probable, and the first of equals is the likeliest.
    assertThat(orders.row()).containsExactly(new float[] {0, 0}, within(0f));
  }

  @Test
  void whatIsUnknownStaysUnknown() {
    float[] row = {-2, Float.NaN};

    assertThat(SegmentPlans.of(scorer, row, 0))
        .isNotEmpty()
        .allSatisfy(plan -> {
          assertThat(plan.changed()).containsExactly(0);
          assertThat(plan.row()[1]).isNaN();
        });
    assertThat(SegmentPlans.of(scorer, new float[] {Float.NaN, Float.NaN}, 2)).isEmpty();
  }

  /// The typical customer of the second segment is not in it here.
  @Test
  void whereNoPlanLeadsThereIsNone() throws BundleException {
    try (Scorer other = scorer(new float[][] {{3, 40}, {1, 20}, {-3, 0}})) {
      assertThat(SegmentPlans.of(other, new float[] {2, 10}, 1)).isEmpty();
    }
  }

  @Test
  void aRowIsLeftAsItWas() {
    float[] row = {-4, 10};
    SegmentPlans.of(scorer, row, 0);
    assertThat(row).containsExactly(-4, 10);
  }

  @Test
  void whoACustomerIsAndWhenTheyCameCannotBeActedOn() {
    FeatureSchema schema =
        FeatureSchema.complete(
            ZoneId.of("Europe/Stockholm"), "SEK", new LinkedHashMap<>(), List.of(), List.of());

    assertThat(
            schema.features().stream()
                .filter(feature -> feature.name().contains("first"))
                .filter(SegmentPlans::isActionable))
        .isEmpty();
    assertThat(schema.features().stream().filter(SegmentPlans::isActionable))
        .extracting(feature -> feature.name())
        .contains("order_count", "order_value_total", "days_since_last_order");
  }

  private static int segment(float[] row) {
    return Probabilities.likeliest(scorer.segments(new float[][] {row}).getFirst().posterior());
  }

  private static Scorer scorer(float[][] typical) throws BundleException {
    BundleContents contents = TinyBundle.of(TinyGraph.SOUND).contents();
    List<Segment> segments = contents.segments().segments();
    Segments told =
        new Segments(
            contents.segments().macroSegments(),
            IntStream.range(0, segments.size())
                .mapToObj(k -> with(segments.get(k), persona(typical[k])))
                .toList(),
            contents.segments().rules());
    return Scorer.open(BundleFormat.decode(BundleFormat.encode(contents.withSegments(told))));
  }

  private static Segment with(Segment segment, Persona persona) {
    return new Segment(
        segment.id(),
        segment.macroSegmentId(),
        segment.name(),
        segment.share(),
        segment.customers(),
        segment.stability(),
        segment.unstable(),
        persona);
  }

  private static Persona persona(float[] typical) {
    return new Persona(
        Text.same("As their median."),
        List.of(),
        List.of(
            new Persona.TypicalFeature("order_count", typical[0], 1),
            new Persona.TypicalFeature("order_value_total", typical[1], 1)),
        List.of(),
        List.of(),
        Persona.Value.UNKNOWN);
  }
}
