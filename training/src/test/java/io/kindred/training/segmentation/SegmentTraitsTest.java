package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.FeatureSchema;
import io.kindred.training.segmentation.FeatureWords.Phrase;
import io.kindred.training.segmentation.SegmentDescription.Distinction;
import io.kindred.training.segmentation.SegmentDescription.FeatureProfile;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTraitsTest {
  private static final FeatureSchema SCHEMA =
      FeatureSchema.complete(
          ZoneId.of("UTC"), "EUR", new LinkedHashMap<>(), List.of("gifts", "home"), List.of());

  private static FeatureProfile profile(String feature, double difference) {
    return new FeatureProfile(feature, "unit", 100, .6, .6, .5, difference);
  }

  private static List<String> names(FeatureProfile... profiles) {
    return SegmentTraits.phrases(SCHEMA, List.of(profiles)).stream().map(Phrase::name).toList();
  }

  @Test
  void whatSaysTheSameIsToldOnce() {
    assertThat(
            names(
                profile("order_value_mean", 1.2),
                profile("order_value_largest", 1.3),
                profile("days_since_last_order", 1),
                profile("days_since_last_visit", 1.1),
                profile("orders_last_90_days", -1.1),
                profile("category_share:gifts", .9),
                profile("category_share:home", -.8)))
        .containsExactly("large orders", "lapsed buyers", "mostly gifts");
  }

  @Test
  void aClearlyLargerDifferenceSpeaksForItsSubject() {
    assertThat(names(profile("order_value_mean", 1), profile("order_value_largest", 1.3)))
        .containsExactly("big-ticket orders");
  }

  @Test
  void ofDifferencesAlikeTheBusinessComesFirstAndOfUnlikeTheLarger() {
    assertThat(names(profile("category_share:gifts", 1), profile("order_count", .95)))
        .containsExactly("frequent buyers", "mostly gifts");
    assertThat(names(profile("category_share:gifts", 2), profile("order_count", .95)))
        .containsExactly("mostly gifts", "frequent buyers");
  }

  @Test
  void sentencesStandInTheOrderOfTheirDifferences() {
    assertThat(
            SegmentTraits.distinctions(
                SCHEMA,
                List.of(
                    profile("category_share:gifts", 1),
                    profile("order_count", .95),
                    profile("return_count", -.32))))
        .containsExactly(
            new Distinction("category_share:gifts", 1, "Spends mostly on gifts."),
            new Distinction("order_count", .95, "Has ordered more often than others."));
  }
}
