package io.kindred.features;

import static io.kindred.features.Sample.noon;
import static io.kindred.features.Sample.value;
import static io.kindred.features.Sample.visit;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixFeaturesTest {
  private static final Event[] MIXED_ORDERS = {
    new Order("1", noon("2026-03-01"), 60, 1, "books", "web", ""),
    new Order("2", noon("2026-03-02"), 20, 1, "toys", "store", ""),
    new Order("3", noon("2026-03-03"), 20, 1, "", "web", ""),
    new Order("4", noon("2026-03-04"), 100, 1, "books", "", "")
  };

  @ParameterizedTest
  @CsvSource({
    "category_count, 2",
    "top_category_share, 0.8888889",
    "category_share:books, 0.8",
    "category_share:garden, 0",
    "channel_share:web, 0.5",
    "channel_share:store, 0.25"
  })
  void categoriesDivideMoneyAndChannelsDivideOrders(String feature, float expected) {
    assertThat(value(feature, "2026-03-31", MIXED_ORDERS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"top_category_share", "category_share:books", "channel_share:web"})
  void sharesAreUnknownBeforeTheFirstOrder(String feature) {
    assertThat(value(feature, "2026-03-31", visit("1", "2026-03-01", 1))).isNaN();
  }

  @Test
  void giftsHaveAChannelButNoShareOfMoney() {
    Order gift = new Order("1", noon("2026-03-01"), 0, 1, "books", "web", "");
    assertThat(value("category_share:books", "2026-03-31", gift)).isNaN();
    assertThat(value("channel_share:web", "2026-03-31", gift)).isOne();
    assertThat(value("category_count", "2026-03-31", gift)).isOne();
  }
}
