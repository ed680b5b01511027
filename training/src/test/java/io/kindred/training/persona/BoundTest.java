package io.kindred.training.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.MeasurementScale;
import io.kindred.models.Persona.TypicalFeature;
import io.kindred.training.persona.FeatureWords.NamePart;
import io.kindred.training.persona.FeatureWords.Phrase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {
  /// The table of docs/personas.md: the last value of which the word is true, and one of which it
  /// is not.
  @ParameterizedTest
  @CsvSource({
    "new, nya, days_since_first_order, days_since_first_order, 90, 91",
    "new, nya, days_since_first_order, days_since_last_order, 90, 91",
    "newly arrived, nyanlända, days_since_first_seen, days_since_first_seen, 90, 91",
    "newly arrived, nyanlända, days_since_first_seen, days_since_last_order, 90, 91",
    "long-standing, mångåriga, days_since_first_order, days_since_first_order, 730, 729",
    "established, etablerade, days_since_first_seen, days_since_first_seen, 180, 179",
    "lapsed, vilande, days_since_last_order, days_since_last_order, 90, 89",
    "active, aktiva, days_since_last_order, days_since_last_order, 90, 91",
    "absent, frånvarande, days_since_last_visit, days_since_last_visit, 30, 29",
    "recently seen, nyligen sedda, days_since_last_visit, days_since_last_visit, 30, 31",
    "overdue, uteblivna, overdue_ratio, overdue_ratio, 1, .99",
    "punctual, punktliga, overdue_ratio, overdue_ratio, 1, 1.1",
    "eager, ivriga, orders_last_30_days, orders_last_30_days, 1, .5",
    "idle, passiva, orders_last_30_days, orders_last_30_days, .5, 1",
    "busy, flitiga, orders_last_90_days, orders_last_90_days, 1, .5",
    "quiet, tysta, orders_last_90_days, orders_last_90_days, 1, 1.5",
    "curious, nyfikna, visits_last_30_days, visits_last_30_days, 1, .5",
    "drifting, avtagande, visits_last_30_days, visits_last_30_days, 1, 2",
    "regulars, stamkunder, order_count, order_count, 3, 2",
    "loyal buyers, trogna köpare, repeat_purchase_days, repeat_purchase_days, 2, 1",
    "loyal buyers, trogna köpare, repeat_purchase_days, days_since_first_order, 180, 179",
    "loyal buyers, trogna köpare, repeat_purchase_days, days_since_last_order, 365, 370",
    "one-time buyers, engångsköpare, repeat_purchase_days, repeat_purchase_days, .5, 1",
    "slow repeat buyers, långsamma återköpare, order_interval_days, order_interval_days, 30, 29",
    "fast repeat buyers, snabba återköpare, order_interval_days, order_interval_days, 90, 91",
    "long-term subscribers, mångåriga prenumeranter, subscription_tenure_days, subscription_tenure_days, 730, 720",
    "new subscribers, nya prenumeranter, subscription_tenure_days, subscription_tenure_days, 90, 91"
  })
  void aWordIsTrueOfTheTypicalCustomer(
      String english, String swedish, String of, String bounded, double holds, double fails) {
    FeatureWords words = BuiltInWords.of(of).orElseThrow();
    Phrase phrase =
        Stream.of(words.high(), words.low())
            .filter(each -> each.name().orElseThrow().words().english().equals(english))
            .findFirst()
            .orElseThrow();

    assertThat(phrase.name(typical(bounded, holds)).map(NamePart::words))
        .hasValueSatisfying(text -> assertThat(text.swedish()).isEqualTo(swedish));
    assertThat(phrase.name(typical(bounded, fails))).isEmpty();
    assertThat(phrase.name(List.of())).as("nothing known").isPresent();
  }

  @Test
  void anAccountsWordsAreBoundByTheAccount() {
    Phrase phrase =
        FeatureWords.of(
                MadePopulation.feature("account:days_since_first_order", MeasurementScale.SKEWED))
            .low();

    assertThat(phrase.name(typical("account:days_since_first_order", 91))).isEmpty();
    assertThat(phrase.name(typical("account:days_since_last_order", 91))).isEmpty();
    assertThat(phrase.name(typical("days_since_first_order", 91))).isPresent();
  }

  private static List<TypicalFeature> typical(String feature, double median) {
    return List.of(new TypicalFeature(feature, median, 1));
  }
}
