package io.kindred.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static final Figures FIGURES = new Figures("SEK");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          order_count              | orders     | 3       | 3 orders
          order_count              | orders     | 1       | 1 order
          order_count              | orders     | 0       | 0 orders
          items_per_order          | pieces     | 2.76    | 2.8 pieces per order
          items_per_order          | pieces     | 1       | 1 piece per order
          orders_per_visit         | orders     | 0.0294  | 0.03 orders per visit
          order_interval_days      | days       | 12.6    | 13 days
          days_since_last_order    | days       | 9.5     | 9.5 days ago
          days_since_last_order    | days       | 1       | 1 day ago
          days_since_first_seen    | days       | 1234    | 1,234 days
          repeat_purchase_days     | days       | 12      | 12 repeat purchases
          overdue_ratio            | intervals  | 8.24    | 8.2 times the usual interval
          category_count           | categories | 4       | 4 categories
          order_value_mean         | currency   | 2884.4  | 2,884 SEK
          order_value_mean         | currency   | 4.5     | 4.50 SEK
          order_value_mean         | currency   | 0       | 0 SEK
          discounted_order_share   | share      | .351    | 35%
          attribute:price_matters  | 1 to 5     | 5       | 5 on a scale from 1 to 5
          attribute:like           | -5 to 5    | -2.5    | −2.5 on a scale from −5 to 5
          attribute:age            | number     | 62      | 62
          attribute:born           | number     | 1985    | 1985
          attribute:income         | number     | 45210.5 | 45,211
          attribute:device=tablet  | yes_no     | 1       | ''
          """)
  void whatIsTypicalIsWrittenInItsUnit(String name, String unit, double value, String written) {
    Feature feature =
        new Feature(name, Basis.BEHAVIOURAL, MeasurementScale.SKEWED, unit, "A feature.");
    assertThat(FIGURES.typical(feature, value).replace('\u00a0', ' ')).isEqualTo(written);
  }

  @Test
  void aNumberAndItsUnitStayOnOneLine() {
    assertThat(FIGURES.money(2884)).isEqualTo("2,884\u00a0SEK");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0%",
    ".0004, <1%",
    ".006, 1%",
    ".5, 50%",
    ".994, 99%",
    ".9951, >99%",
    "1, 100%",
    "-.001, 0%"
  })
  void aShareThatIsNotNothingOrAllNeverLooksSo(double share, String written) {
    assertThat(FIGURES.percent(share)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.91328  | 0.913
          0.79     | 0.790
          0.99999  | 1.00
          0.00364  | 0.00364
          -24.03   | −24.0
          99.96    | 100
          821.9    | 822
          1136.2   | 1,136
          0        | 0
          """)
  void threeDigitsAreKept(double number, String written) {
    assertThat(FIGURES.threeDigits(number)).isEqualTo(written);
  }

  @Test
  void deviationsCarryTheirSign() {
    assertThat(FIGURES.exactPercent(.8889)).isEqualTo("88.9%");
    assertThat(FIGURES.exactSignedPercent(.49234)).isEqualTo("+49.2%");
    assertThat(FIGURES.exactSignedPercent(-.00364)).isEqualTo("−0.364%");
    assertThat(FIGURES.exactSignedPercent(0)).isEqualTo("0%");
  }
}
