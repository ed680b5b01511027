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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
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
        List<SegmentPlans.Plan> plans = SegmentPlans.of(scorer, row, TinyBundle.AS_OF, wanted);
        if (segment(row) == wanted) {
          assertThat(plans).isEmpty();
          continue;
        }
        // Where the typical customer is, the segment is: with both features free there is a way.
        assertThat(plans).isNotEmpty();
        for (SegmentPlans.Plan plan : plans) {
          assertThat(segment(plan.row())).isEqualTo(wanted);
          assertThat(plan.given()).isEqualTo(isGiven(plan.row()));
          assertThat(plan.row()[0]).isEqualTo((float) Math.rint(plan.row()[0]));
          assertIsOnTheWay(row, plan, TYPICAL[wanted]);
        }
        assertThat(plans)
            .isSortedAccordingTo(
                Comparator.comparing(SegmentPlans.Plan::given)
                    .reversed()
                    .thenComparingInt(plan -> plan.changed().size()));
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

  /// As the test above, with a middle between two whole numbers.
  @ParameterizedTest
  @MethodSource("seeds")
  void noPlanAsksForHalfAnOrder(long seed) throws BundleException {
    Random random = new Random(seed);
    float[][] typical = {{2.5f, 40}, {.5f, -50.5f}, {-2.5f, 0}};
    try (Scorer halves = scorer(typical)) {
      for (int customer = 0; customer < 5; customer++) {
        float[] row = {random.nextInt(-5, 6), random.nextInt(-60, 61) / 2f};
        for (int wanted = 0; wanted < typical.length; wanted++) {
          for (SegmentPlans.Plan plan : SegmentPlans.of(halves, row, TinyBundle.AS_OF, wanted)) {
            assertThat(segment(plan.row())).isEqualTo(wanted);
            assertThat(plan.row()[0]).isEqualTo((float) Math.rint(plan.row()[0]));
          }
        }
      }
    }
  }

  /// One order more is not enough, and two are: past the middle by less than one.
  @Test
  void theWholeNumberPastTheMiddleIsTakenWhereTheOneBeforeDoesNotLeadThere()
      throws BundleException {
    try (Scorer halves = scorer(new float[][] {{.5f, 0}, {0, 0}, {-3, 0}})) {
      assertThat(SegmentPlans.of(halves, new float[] {-1, -5}, TinyBundle.AS_OF, 0))
          .extracting(plan -> plan.row()[0])
          .contains(1f);
    }
  }

  /// From four fewer than none, none are enough to be the likeliest, and one is to be given.
  @Test
  void aChangeIsNoGreaterThanItTakesAndWholeBetweenWholeNumbers() {
    SegmentPlans.Plan orders = planOfOrders(TinyBundle.AS_OF);
    assertThat(orders.row()).containsExactly(new float[] {1, 0}, within(0f));
    assertThat(orders.given()).isTrue();
  }

  /// Nothing is given of a bundle that is too old.
  @Test
  void whereNoPlanIsGivenTheSmallestThatLeadsThereIs() {
    SegmentPlans.Plan orders = planOfOrders(TinyBundle.AS_OF.plus(Duration.ofDays(1000)));
    // At 0 all are as probable, and the first of equals is the likeliest.
    assertThat(orders.row()).containsExactly(new float[] {0, 0}, within(0f));
    assertThat(orders.given()).isFalse();
  }

  private static SegmentPlans.Plan planOfOrders(Instant asOf) {
    return SegmentPlans.of(scorer, new float[] {-4, 0}, asOf, 0).stream()
        .filter(plan -> plan.changed().equals(List.of(0)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsUnknownStaysUnknown() {
    float[] row = {-2, Float.NaN};

    assertThat(SegmentPlans.of(scorer, row, TinyBundle.AS_OF, 0))
        .isNotEmpty()
        .allSatisfy(plan -> {
          assertThat(plan.changed()).containsExactly(0);
          assertThat(plan.row()[1]).isNaN();
        });
    assertThat(SegmentPlans.of(scorer, new float[] {Float.NaN, Float.NaN}, TinyBundle.AS_OF, 2))
        .isEmpty();
  }

  /// The typical customer of the second segment is not in it here.
  @Test
  void whereNoPlanLeadsThereIsNone() throws BundleException {
    try (Scorer other = scorer(new float[][] {{3, 40}, {1, 20}, {-3, 0}})) {
      assertThat(SegmentPlans.of(other, new float[] {2, 10}, TinyBundle.AS_OF, 1)).isEmpty();
    }
  }

  @Test
  void aRowIsLeftAsItWas() {
    float[] row = {-4, 10};
    SegmentPlans.of(scorer, row, TinyBundle.AS_OF, 0);
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

  private static boolean isGiven(float[] row) {
    return Decision.of(
            scorer.bundle().contents(),
            row,
            scorer.segments(new float[][] {row}).getFirst(),
            TinyBundle.AS_OF)
        instanceof Decision.Assigned;
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
