package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.models.segmentation.KnownBands;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownBandsChoiceTest {
  private static FeatureSchema schema(String... names) {
    List<Feature> features = new ArrayList<>();
    for (String name : names) {
      features.add(LabelledTable.feature(name, MeasurementScale.SKEWED));
    }
    return new FeatureSchema(ZoneId.of("UTC"), "EUR", List.of(), features);
  }

  @Test
  void ordersAreCountedWhereTheSchemaHasThem() {
    KnownBands bands = KnownBandsChoice.of(schema("age", "order_count"), new int[] {0});

    float[] orders = {Float.NaN, 0, 1, 2, 4, 5, 300};
    int[] expected = {0, 0, 1, 2, 2, 3, 3};
    for (int i = 0; i < orders.length; i++) {
      assertThat(bands.band(new float[] {30, orders[i]})).isEqualTo(expected[i]);
    }
    assertThat(bands.names())
        .containsExactly("no orders", "one order", "2 to 4 orders", "5 or more orders");
  }

  @Test
  void elsewhereTheShareOfTheSegmentsFeaturesCounts() {
    KnownBands bands =
        KnownBandsChoice.of(schema("a", "b", "c", "d", "unused"), new int[] {0, 1, 2, 3});

    int[] byKnown = IntStream.rangeClosed(0, 4).map(known -> bands.band(row(known))).toArray();

    assertThat(byKnown).containsExactly(0, 1, 2, 3, 4);
    assertThat(bands.names().getLast()).isEqualTo("all known");
  }

  /// The last feature, which no segment looks at, is known.
  private static float[] row(int known) {
    float[] row = new float[5];
    Arrays.fill(row, known, 4, Float.NaN);
    return row;
  }
}
