package io.kindred.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholeFeaturesTest {
  private static final Featurizer FEATURIZER = new Featurizer(Sample.EVERYTHING);

  static LongStream seeds() {
    return RandomHistory.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsWholeIsWholeOfEveryCustomer(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    float[] row = FEATURIZER.row(History.of(random.events(), random.attributes()), random.asOf());
    for (int f = 0; f < row.length; f++) {
      Feature feature = Sample.EVERYTHING.features().get(f);
      if (feature.isWhole() && !Float.isNaN(row[f])) {
        assertThat(row[f]).as(feature.name()).isEqualTo((float) Math.rint(row[f]));
      }
    }
  }

  @Test
  void countsAreWholeAndMeansAndMoneyAreNot() {
    assertThat(Sample.EVERYTHING.features().stream().filter(Feature::isWhole))
        .extracting(Feature::name)
        .contains("orders_last_90_days", "order_count", "days_since_last_order", "visit_count")
        .doesNotContain(
            "orders_per_visit",
            "items_per_order",
            "pages_per_visit",
            "order_interval_days",
            "order_interval_spread_days",
            "order_value_total",
            "overdue_ratio");
  }
}
