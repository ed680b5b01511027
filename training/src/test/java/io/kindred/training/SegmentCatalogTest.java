package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kindred.features.CustomerId;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.models.MacroSegment;
import io.kindred.models.ModelName;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.Trait;
import io.kindred.training.lineage.Identity;
import io.kindred.training.segmentation.MixtureColumn;
import io.kindred.training.segmentation.SegmentModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentCatalogTest {
  private static final FeatureSchema SCHEMA =
      FeatureSchema.complete(
              ZoneId.of("UTC"), "EUR", new LinkedHashMap<>(), List.of("gifts"), List.of())
          .only(List.of("order_count", "order_value_mean", "category_share:gifts"));

  /// Three kinds of customer in turn: many large orders, many small ones, few small ones for gifts.
  private static FeatureTable customers() {
    float[][] kinds = new float[3][];
    kinds[0] = new float[] {20, 100, .2f};
    kinds[1] = new float[] {20, 10, .25f};
    kinds[2] = new float[] {2, 10, .8f};
    int customers = 300;
    return FeatureTable.of(
        SCHEMA,
        IntStream.range(0, customers).mapToObj(i -> new CustomerId("c" + i)).toList(),
        Instant.parse("2026-01-01T00:00:00Z"),
        IntStream.range(0, customers).mapToObj(i -> kinds[i % 3]).toArray(float[][]::new));
  }

  /// Tells the kinds apart by order count and value; those of many orders are one macro-segment.
  private static SegmentModel model() {
    int orders = SCHEMA.indexOf("order_count");
    int value = SCHEMA.indexOf("order_value_mean");
    return new SegmentModel(
        SCHEMA.size(),
        List.of(
            new MixtureColumn(orders, "order_count", false, 10, 5),
            new MixtureColumn(value, "order_value_mean", false, 50, 20)),
        new double[] {0, 0, 0},
        new double[3][2],
        new double[][] {{3, 3}, {3, -3}, {-3, -3}},
        new double[3][2],
        new int[] {0, 0, 1});
  }

  @Test
  void segmentsAndMacroSegmentsAreNamedByWhatSetsThemApart() {
    Segments segments =
        SegmentCatalog.of(
            model(),
            customers(),
            TrainingOptions.defaults(new ModelName("catalog")),
            Identity.first(3, 2));

    assertThat(segments.macroSegments())
        .containsExactly(
            new MacroSegment("m01", "Frequent buyers, less on gifts", 2 / 3.0),
            new MacroSegment("m02", "Infrequent buyers, mostly gifts", 1 / 3.0));
    assertThat(segments.segments())
        .extracting(Segment::id, Segment::macroSegmentId, Segment::name, Segment::customers)
        .containsExactly(
            tuple("s01", "m01", "Large orders, frequent buyers", 100),
            tuple("s02", "m01", "Frequent buyers, small orders", 100),
            tuple("s03", "m02", "Infrequent buyers, mostly gifts", 100));
    assertThat(segments.segments().getLast().traits())
        .extracting(Trait::text, Trait::typicalValue)
        .containsExactly(
            tuple("Has ordered less often than others.", 2.0),
            tuple("Spends mostly on gifts.", (double) .8f),
            tuple("Spends less per order than others.", 10.0));
  }
}
