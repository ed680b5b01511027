package io.kindred.features;

import static io.kindred.features.Sample.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {
  /// Changes with the formulas; then `FeatureSchema.FORMULAS` must have been raised on purpose.
  private static final String GOLDEN_FINGERPRINT =
      "6fc5838c8bd2454cf5a4bb372e4241fd981cb8d435a966b4e45df025a4d90893";

  @Test
  void theFingerprintIsTheSameOnEveryMachineAndInEveryVersion() {
    assertThat(SCHEMA.fingerprint()).isEqualTo(GOLDEN_FINGERPRINT);
  }

  @Test
  void theFingerprintChangesWithEverythingThatDecidesARow() {
    List<Feature> reversed = SCHEMA.features().reversed();
    List<AttributeDefinition> rescaled = new ArrayList<>(SCHEMA.attributes());
    rescaled.set(
        2,
        new AttributeDefinition(
            "thrift", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.SCALE, 1, 7));
    List<AttributeDefinition> retyped = new ArrayList<>(SCHEMA.attributes());
    retyped.set(
        0,
        new AttributeDefinition("age", Basis.DEMOGRAPHIC, AttributeDefinition.Type.YES_NO, 0, 0));
    assertThat(
            List.of(
                SCHEMA.fingerprint(),
                with(ZoneId.of("Europe/Oslo"), "SEK", SCHEMA.attributes(), SCHEMA.features()),
                with(SCHEMA.zone(), "EUR", SCHEMA.attributes(), SCHEMA.features()),
                with(SCHEMA.zone(), "SEK", rescaled, SCHEMA.features()),
                with(SCHEMA.zone(), "SEK", retyped, SCHEMA.features()),
                with(SCHEMA.zone(), "SEK", SCHEMA.attributes(), reversed),
                SCHEMA.only(SCHEMA.names().subList(1, SCHEMA.size())).fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesThatRunIntoEachOtherHaveDifferentFingerprints() {
    String oneLine = with(List.of("category_share:a", "category_share:b"));
    String twoLines = with(List.of("category_share:a\ncategory_share:b"));
    String lookalike = with(List.of("category_share:a 16:category_share:b"));
    assertThat(List.of(oneLine, twoLines, lookalike)).doesNotHaveDuplicates();
  }

  @Test
  void theFingerprintDoesNotHangOnHowAFeatureIsDescribed() {
    Feature first = SCHEMA.features().getFirst();
    List<Feature> redescribed = new ArrayList<>(SCHEMA.features());
    redescribed.set(
        0, new Feature(first.name(), first.basis(), first.scale(), first.unit(), "In other words"));
    assertThat(with(SCHEMA.zone(), "SEK", SCHEMA.attributes(), redescribed))
        .isEqualTo(SCHEMA.fingerprint());
  }

  @Test
  void theCompleteSchemaHasEveryBuiltInFeatureAndAColumnForEachWord() {
    assertThat(SCHEMA.size()).isEqualTo(129);
    assertThat(SCHEMA.names()).startsWith("days_since_last_order", "days_since_first_order");
    assertThat(SCHEMA.names())
        .endsWith(
            "category_share:books",
            "category_share:garden",
            "channel_share:web",
            "channel_share:store",
            "attribute:age",
            "attribute:country=se",
            "attribute:country=no",
            "attribute:thrift",
            "attribute:member");
    assertThat(SCHEMA.features())
        .allSatisfy(feature -> {
          assertThat(feature.description()).as(feature.name()).endsWith(".");
          assertThat(feature.unit()).as(feature.name()).isNotBlank();
        });
  }

  @Test
  void onlyKeepsTheSchemasOwnOrder() {
    FeatureSchema two = SCHEMA.only(List.of("visit_count", "order_count"));
    assertThat(two.names()).containsExactly("order_count", "visit_count");
    assertThat(two.attributes()).isEqualTo(SCHEMA.attributes());
  }

  @Test
  void everySubsetComputesTheSameNumbers() {
    RandomHistory random = new RandomHistory(7, "a");
    History history = History.of(random.events(), random.attributes());
    Instant asOf = random.asOf();
    float[] row = new Featurizer(SCHEMA).row(history, asOf);
    for (int i = 0; i < row.length; i++) {
      FeatureSchema one = SCHEMA.only(List.of(SCHEMA.names().get(i)));
      assertThat(new Featurizer(one).row(history, asOf)).containsExactly(row[i]);
    }
  }

  @Test
  void aMistypedNameIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> SCHEMA.indexOf("order_cuont"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feature order_cuont is not in the schema (did you mean order_count?)");
    assertThatThrownBy(() -> SCHEMA.only(List.of("order_count", "visit_cuont")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feature visit_cuont is not in the schema (did you mean visit_count?)");
  }

  @Test
  void aFeatureWithoutAFormulaIsRefusedByTheFeaturizer() {
    FeatureSchema made =
        new FeatureSchema(
            SCHEMA.zone(), "SEK", List.of(), List.of(feature("days_since_last_oder")));
    assertThatThrownBy(() -> new Featurizer(made))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "feature days_since_last_oder is not known (expected a feature such as"
                + " days_since_last_order)");
  }

  @Test
  void aSchemaHasFeaturesAndEachOnce() {
    assertThatThrownBy(() -> SCHEMA.only(List.of()))
        .hasMessage("schema has no features (expected at least one)");
    assertThatThrownBy(() ->
            new FeatureSchema(SCHEMA.zone(), "SEK", List.of(), List.of(feature("a"), feature("a"))))
        .hasMessage("feature a stands twice in the schema (expected once)");
    assertThatThrownBy(() ->
            new FeatureSchema(
                SCHEMA.zone(),
                "SEK",
                List.of(Sample.AGE, Sample.AGE),
                List.of(feature("order_count"))))
        .hasMessage("attribute age is declared twice in the schema (expected once)");
    assertThatThrownBy(() -> feature(" ")).hasMessage("feature name is blank (expected a word)");
  }

  private static Feature feature(String name) {
    return new Feature(name, Basis.BEHAVIOURAL, MeasurementScale.SKEWED, "unit", "Made up.");
  }

  private static String with(List<String> names) {
    return with(
        SCHEMA.zone(), "SEK", List.of(), names.stream().map(FeatureSchemaTest::feature).toList());
  }

  private static String with(
      ZoneId zone, String currency, List<AttributeDefinition> attributes, List<Feature> features) {
    return new FeatureSchema(zone, currency, attributes, features).fingerprint();
  }
}
