package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.training.segmentation.FeatureWords.Phrase;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureWordsTest {
  static List<Feature> builtInFeatures() {
    return FeatureSchema.complete(
            ZoneId.of("UTC"), "EUR", new LinkedHashMap<>(), List.of(), List.of())
        .features()
        .stream()
        .filter(feature -> feature.use() == Feature.Use.PORTRAIT)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("builtInFeatures")
  void everyBuiltInFeatureHasWordsOfItsOwn(Feature feature) {
    FeatureWords words = BuiltInWords.of(feature.name()).orElseThrow();
    assertThat(FeatureWords.of(feature, 0)).isSameAs(words);
    assertThat(List.of(words.high(), words.low()))
        .allSatisfy(phrase -> {
          assertThat(phrase.name()).matches("[a-z][a-z -]+");
          assertThat(phrase.sentence()).matches("[A-Z][a-z0-9 -]+ than others( do)?\\.");
        });
  }

  @Test
  void noTwoPhrasesAreTheSame() {
    List<Phrase> phrases =
        builtInFeatures().stream()
            .map(feature -> FeatureWords.of(feature, 0))
            .flatMap(words -> Stream.of(words.high(), words.low()))
            .toList();
    assertThat(phrases).extracting(Phrase::name).doesNotHaveDuplicates();
    assertThat(phrases).extracting(Phrase::sentence).doesNotHaveDuplicates();
  }

  @Test
  void lateOrdersTellOfFrequencyAndTheirLackOfRecency() {
    FeatureWords words = BuiltInWords.of("orders_last_90_days").orElseThrow();
    assertThat(words.high().subject())
        .isEqualTo(BuiltInWords.of("order_count").orElseThrow().high().subject());
    assertThat(words.low().subject())
        .isEqualTo(BuiltInWords.of("days_since_last_order").orElseThrow().high().subject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          category_share:kids      | .5 | mostly kids      | Spends mostly on kids.                       | less on kids     | Spends a smaller share on kids than others.
          category_share:kids      | .4 | leaning to kids  | Spends a larger share on kids than others.   | less on kids     | Spends a smaller share on kids than others.
          channel_share:store      | .9 | mostly in store  | Orders mostly in store.                      | less in store    | Orders less in store than others.
          channel_share:app        | .2 | more in the app  | Orders more in the app than others.          | less in the app  | Orders less in the app than others.
          channel_share:Smith & Co | .9 | mostly through Smith & Co | Orders mostly through Smith & Co.   | less through Smith & Co | Orders less through Smith & Co than others.
          """)
  void sharesAreToldForAnyWord(
      String name, double typical, String highName, String high, String lowName, String low) {
    assertWords(
        new Feature(name, Basis.BEHAVIOURAL, MeasurementScale.CONTINUOUS, "share", "A share."),
        typical,
        highName,
        high,
        lowName,
        low);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          age              | DEMOGRAPHIC   | CONTINUOUS | higher age        | Higher age than others.                            | lower age              | Lower age than others.
          Internet usage   | TECHNOGRAPHIC | ORDERED    | higher internet usage | Higher internet usage than others.             | lower internet usage   | Lower internet usage than others.
          price_matters    | PSYCHOGRAPHIC | ORDERED    | “price matters”   | Agrees more with “price matters” than others.      | not “price matters”    | Agrees less with “price matters” than others.
          PC               | PSYCHOGRAPHIC | ORDERED    | “PC”              | Agrees more with “PC” than others.                 | not “PC”               | Agrees less with “PC” than others.
          Only child       | DEMOGRAPHIC   | YES_NO     | “only child”      | More often yes to “only child” than others.        | not “only child”       | Less often yes to “only child” than others.
          household=family | DEMOGRAPHIC   | YES_NO     | household: family | Household is family more often than among others.  | fewer household: family | Household is family less often than among others.
          """)
  void attributesAreToldForAnyWord(
      String name,
      Basis basis,
      MeasurementScale scale,
      String highName,
      String high,
      String lowName,
      String low) {
    assertWords(
        new Feature("attribute:" + name, basis, scale, "1 to 5", "An attribute."),
        1,
        highName,
        high,
        lowName,
        low);
  }

  private static void assertWords(
      Feature feature, double typical, String highName, String high, String lowName, String low) {
    FeatureWords words = FeatureWords.of(feature, typical);
    assertThat(words.high().name()).isEqualTo(highName);
    assertThat(words.high().sentence()).isEqualTo(high);
    assertThat(words.low().name()).isEqualTo(lowName);
    assertThat(words.low().sentence()).isEqualTo(low);
  }
}
