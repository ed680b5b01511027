package io.kindred.training.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import io.kindred.features.DeclaredFeature;
import io.kindred.features.EventKind;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.features.WordFamily;
import io.kindred.models.Text;
import io.kindred.training.persona.FeatureWords.NamePart;
import io.kindred.training.persona.FeatureWords.Phrase;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureWordsTest {
  /// What is English, whatever the sentence.
  private static final String ENGLISH =
      "(?i).*\\b(than|more|less|fewer|often|the|its|customers|orders|buys|as|of|with|buyers|shoppers|visitors|subscribers|account)\\b.*";

  static List<Feature> builtInFeatures() {
    return portraits(
        FeatureSchema.complete(
            ZoneId.of("UTC"), "EUR", new LinkedHashMap<>(), List.of(), List.of()));
  }

  /// Every feature that there can be: all families, attributes of every type, one declared, and all
  /// of them of accounts too.
  static List<Feature> allFeatures() {
    LinkedHashMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    for (AttributeDefinition.Type type : AttributeDefinition.Type.values()) {
      boolean isScale = type == AttributeDefinition.Type.SCALE;
      attributes.put(
          new AttributeDefinition(
              "egenskap_" + type.name().toLowerCase(Locale.ROOT),
              Basis.PSYCHOGRAPHIC,
              type,
              isScale ? 1 : 0,
              isScale ? 5 : 0),
          List.of("ord"));
    }
    return portraits(
        FeatureSchema.complete(
            ZoneId.of("UTC"),
            "EUR",
            attributes,
            Arrays.stream(WordFamily.values())
                .collect(Collectors.toMap(Function.identity(), _ -> List.of("ord", "web"))),
            List.of(
                new DeclaredFeature(
                    "stora_order",
                    Set.of(EventKind.ORDER),
                    false,
                    new TreeMap<>(),
                    0,
                    DeclaredFeature.Aggregate.COUNT,
                    "")),
            true));
  }

  private static List<Feature> portraits(FeatureSchema schema) {
    return schema.features().stream()
        .filter(feature -> feature.use() == Feature.Use.PORTRAIT)
        .toList();
  }

  private static Stream<Phrase> phrases(Feature feature) {
    FeatureWords words = FeatureWords.of(feature);
    return Stream.of(words.high(), words.low());
  }

  @ParameterizedTest
  @MethodSource("builtInFeatures")
  void everyBuiltInFeatureHasWordsOfItsOwn(Feature feature) {
    assertThat(FeatureWords.of(feature)).isSameAs(BuiltInWords.of(feature.name()).orElseThrow());
    assertThat(FeatureWords.of(feature).high().name()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("allFeatures")
  void everySentenceIsWholeInEnglishAndInSwedish(Feature feature) {
    for (double difference : new double[] {-2, -.8, -.4, 0, .4, .8, 2}) {
      for (OptionalDouble ratio :
          List.of(OptionalDouble.empty(), OptionalDouble.of(Math.exp(difference)))) {
        for (Reference reference : Reference.values()) {
          Text text = Sentences.of(FeatureWords.of(feature).claim(), difference, ratio, reference);
          assertThat(text.english())
              .matches("[A-Z][^{}%]* (than|as) .*\\.")
              .contains(reference.words().english());
          assertThat(text.swedish())
              .matches("[A-ZÅÄÖ][^{}%]* (än|som) .*\\.")
              .contains(reference.words().swedish())
              .doesNotMatch(ENGLISH)
              .doesNotContain("  ");
          assertThat(text.english()).doesNotContain("  ");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("allFeatures")
  void everyNameIsSaidInSwedishToo(Feature feature) {
    assertThat(phrases(feature).flatMap(phrase -> phrase.name().stream()).map(NamePart::words))
        .allSatisfy(name -> {
          assertThat(name.english()).isNotBlank().doesNotContain("{");
          assertThat(name.swedish()).isNotBlank().doesNotContain("{").doesNotMatch(ENGLISH);
          assertThat(name.swedish()).isNotEqualTo(name.english());
        });
  }

  @Test
  void noTwoNamesOfBuiltInFeaturesAreTheSame() {
    List<Text> names =
        builtInFeatures().stream()
            .flatMap(FeatureWordsTest::phrases)
            .flatMap(phrase -> phrase.name().stream())
            .map(NamePart::words)
            .toList();
    assertThat(names).extracting(Text::english).doesNotHaveDuplicates();
    assertThat(names).extracting(Text::swedish).doesNotHaveDuplicates();
  }

  @Test
  void lateOrdersTellOfPaceAndTheirLackOfRecency() {
    FeatureWords words = BuiltInWords.of("orders_last_90_days").orElseThrow();
    assertThat(words.high().name().orElseThrow())
        .isEqualTo(new NamePart.Adjective(new Text("busy", "flitiga")));
    assertThat(words.low().subject())
        .isEqualTo(BuiltInWords.of("days_since_last_order").orElseThrow().high().subject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          category_share:kids       | shoppers for “kids”        | kunder som handlar ”kids” | Spends more of the money on kids than its siblings.   | Lägger mer av pengarna på kids än syskonsegmenten.
          channel_share:store       | store shoppers             | butikskunder            | Orders in store more often than its siblings.         | Handlar i butik oftare än syskonsegmenten.
          channel_share:Smith & Co  | Smith & Co shoppers        | Smith & Co-kunder       | Orders through Smith & Co more often than its siblings. | Handlar via Smith & Co oftare än syskonsegmenten.
          visit_channel_share:store | store visitors             | butiksbesökare          | Visits in store more often than its siblings.         | Gör besök i butik oftare än syskonsegmenten.
          visit_channel_share:kiosk | kiosk visitors             | kiosk-besökare          | Visits through kiosk more often than its siblings.    | Gör besök via kiosk oftare än syskonsegmenten.
          device_share:phone        | phone users                | mobilbesökare           | Visits on a phone more often than its siblings.       | Gör besök i mobilen oftare än syskonsegmenten.
          referrer_share:search     | visitors from search       | besökare från search    | Arrives via “search” more often than its siblings.    | Kommer via ”search” oftare än syskonsegmenten.
          event_count:stream        | heavy stream users         | storanvändare av stream | Has the event “stream” more often than its siblings.  | Har händelsen ”stream” oftare än syskonsegmenten.
          attribute:household=family | customers (household: family) | kunder (household: family) | Has “household: family” more often than its siblings. | Har ”household: family” oftare än syskonsegmenten.
          attribute:Internet_usage  | customers (high internet usage) | kunder (hög internet usage) | Is higher in “internet usage” than its siblings. | Ligger högre i ”internet usage” än syskonsegmenten.
          attribute:{than}          | customers (high {than})    | kunder (hög {than})     | Is higher in “{than}” than its siblings.              | Ligger högre i ”{than}” än syskonsegmenten.
          account:order_count       | contacts of regulars       | kontakter hos stamkunder | The account: has ordered more often than its siblings. | Företaget: har handlat oftare än syskonsegmenten.
          account:days_since_last_order | contacts of lapsed accounts | kontakter hos vilande företag | The account: last ordered longer ago than its siblings. | Företaget: handlade senast för längre sedan än syskonsegmenten.
          """)
  void wordsNobodyForesawAreSaidToo(
      String name, String called, String swedishCalled, String sentence, String swedishSentence) {
    Feature feature = MadePopulation.feature(name, MeasurementScale.CONTINUOUS);
    FeatureWords words = FeatureWords.of(feature);
    assertThat(words.high().name().map(NamePart::words)).contains(new Text(called, swedishCalled));
    assertThat(Sentences.of(words.claim(), .8, OptionalDouble.empty(), Reference.SIBLINGS))
        .isEqualTo(new Text(sentence, swedishSentence));
  }

  @Test
  void toHaveLittleOfAWordNamesNobody() {
    Feature feature = MadePopulation.feature("category_share:kids", MeasurementScale.CONTINUOUS);
    assertThat(FeatureWords.of(feature).low().name()).isEmpty();
  }
}
