package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kindred.features.CustomerId;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.models.Language;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.MacroSegment;
import io.kindred.models.ModelName;
import io.kindred.models.Persona;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.training.export.FittedModels;
import io.kindred.training.export.MadeModels;
import io.kindred.training.export.MadeSegments;
import io.kindred.training.lineage.Identity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentCatalogTest {
  private static final FeatureSchema SCHEMA =
      FeatureSchema.complete(
              ZoneId.of("UTC"), "EUR", new LinkedHashMap<>(), List.of("gifts"), List.of())
          .only(
              List.of(
                  "days_since_last_order",
                  "days_since_first_order",
                  "order_count",
                  "repeat_purchase_days",
                  "order_value_mean",
                  "repeat_purchase_day_value",
                  "category_share:gifts"));

  private static final Targets TARGETS =
      new Targets(
          List.of(
              new PropensityTarget(
                  "purchase",
                  "order",
                  90,
                  PropensityTarget.Direction.HIGH_IS_GOOD,
                  .4,
                  "logistic regression")),
          new LifetimeValueTarget(90, .8, "BG/NBD with Gamma-Gamma"));

  /// Three kinds of customer in turn: many large orders, many small ones, few small ones for gifts
  /// and long ago.
  private static FeatureTable customers() {
    float[][] kinds = {
      {10, 400, 20, 19, 100, 100, .2f},
      {10, 400, 20, 19, 10, 10, .25f},
      {300, 400, 2, 1, 10, 10, .8f}
    };
    int customers = 300;
    return FeatureTable.of(
        SCHEMA,
        IntStream.range(0, customers).mapToObj(i -> new CustomerId("c" + i)).toList(),
        Instant.parse("2026-01-01T00:00:00Z"),
        IntStream.range(0, customers).mapToObj(i -> kinds[i % 3]).toArray(float[][]::new));
  }

  /// Tells the kinds apart by order count and value; those of many orders are one macro-segment.
  private static FittedModels models() {
    SegmentModel segments =
        MadeSegments.linear(
            SCHEMA.size(),
            List.of(
                MadeSegments.column(SCHEMA.indexOf("order_count"), "order_count", 10, 5),
                MadeSegments.column(
                    SCHEMA.indexOf("order_value_mean"), "order_value_mean", 50, 20)),
            new double[][] {{3, 3}, {3, -3}, {-3, -3}},
            0,
            0,
            1);
    return MadeModels.around(segments, SCHEMA);
  }

  private static Segments segments(Map<String, String> givenNames) {
    return segments(givenNames, Identity.first(3, 2));
  }

  private static Segments segments(Map<String, String> givenNames, Identity identity) {
    FeatureTable customers = customers();
    FittedModels models = models();
    return SegmentCatalog.of(
        customers,
        IntStream.range(0, customers.size())
            .mapToObj(row -> models.outputs(customers.row(row)))
            .toList(),
        TARGETS,
        List.of(),
        givenNames,
        MadeSegments.trained(models.segments(), .8, .5, .9),
        identity);
  }

  private static TrainingOptions options(Map<String, String> givenNames) {
    TrainingOptions usual = TrainingOptions.defaults(new ModelName("catalog"));
    return new TrainingOptions(
        usual.name(),
        usual.asOf(),
        usual.horizonDays(),
        usual.coverage(),
        usual.leastConfidence(),
        usual.leastMacroConfidence(),
        usual.staleAfterDays(),
        usual.segmentation(),
        usual.features(),
        usual.seed(),
        usual.policy(),
        usual.macro(),
        new TreeMap<>(givenNames));
  }

  @Test
  void segmentsAndMacroSegmentsAreNamedByWhatSetsThemApart() {
    Segments segments = segments(Map.of());

    assertThat(segments.macroSegments())
        .extracting(
            MacroSegment::id,
            macro -> macro.name().in(Language.ENGLISH),
            macro -> macro.name().in(Language.SWEDISH))
        .containsExactly(
            tuple("m01", "Regulars", "Stamkunder"),
            tuple("m02", "Lapsed occasional buyers", "Vilande sällanköpare"));
    assertThat(segments.segments())
        .extracting(
            Segment::id,
            Segment::macroSegmentId,
            segment -> segment.name().in(Language.ENGLISH),
            segment -> segment.name().in(Language.SWEDISH),
            Segment::customers)
        .containsExactly(
            tuple("s01", "m01", "Active big-basket buyers", "Aktiva storköpare", 100),
            tuple("s02", "m01", "Active small-basket buyers", "Aktiva småköpare", 100),
            tuple("s03", "m02", "Lapsed occasional buyers", "Vilande sällanköpare", 100));
    assertThat(segments.segments().getFirst().persona().traits())
        .extracting(Persona.Trait::feature, trait -> trait.fromSiblings().text().english())
        .containsExactly(
            tuple("order_value_mean", "Spends ten times as much per order as its siblings."),
            tuple("category_share:gifts", "Spends less of the money on gifts than its siblings."));
    assertThat(
            segments.segments().stream()
                .mapToDouble(own -> own.persona().value().expectedSpendShare().orElseThrow())
                .sum())
        .isBetween(.99, 1.01);
  }

  @Test
  void aSegmentThatIsSeldomFoundAgainIsFlagged() {
    assertThat(segments(Map.of()).segments())
        .extracting(Segment::stability, Segment::unstable)
        .containsExactly(
            tuple(OptionalDouble.of(.8), false),
            tuple(OptionalDouble.of(.5), true),
            tuple(OptionalDouble.of(.9), false));
  }

  @Test
  void aGivenNameStandsAboveTheSuggestedOne() {
    TrainingOptions options = options(Map.of("s02", "Our collectors", "s09", "Nobody"));
    Segments segments = segments(options.givenNames());

    assertThat(segments.segments().get(1).name().in(Language.SWEDISH)).isEqualTo("Our collectors");
    assertThat(segments.segments().get(1).name().suggested().english())
        .isEqualTo("Active small-basket buyers");
    assertThat(SegmentCatalog.unknownNames(segments, options))
        .contains("Names are given to segments that there are not: s09.");
    assertThat(SegmentCatalog.unknownNames(segments, options(Map.of()))).isEmpty();
  }

  @Test
  void aGivenNameIsSuggestedToNobodyElse() {
    assertThat(
            segments(Map.of("s03", "Active big-basket buyers"))
                .segments()
                .getFirst()
                .name()
                .suggested())
        .isNotEqualTo(segments(Map.of()).segments().getFirst().name().suggested());
  }

  @Test
  void aNameGivenBeforeStaysUntilItIsGivenToAnother() {
    Identity first = Identity.first(3, 2);
    Identity named =
        new Identity(
            first.segmentIds(),
            first.macroSegmentIds(),
            Map.of("s01", "Our best", "s02", "Our second"),
            first.lineage());

    assertThat(segments(Map.of(), named).givenNames())
        .isEqualTo(Map.of("s01", "Our best", "s02", "Our second"));
    assertThat(segments(Map.of("s03", "Our best"), named).givenNames())
        .isEqualTo(Map.of("s02", "Our second", "s03", "Our best"));
  }
}
