package io.kindred.training.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributePolicyTest {

  @ParameterizedTest
  @CsvSource({
    "religion, RELIGION",
    "Religionszugehörigkeit, RELIGION",
    "appartenance à une église, RELIGION",
    "political_view, POLITICAL_VIEW",
    "partisympati, POLITICAL_VIEW",
    "intención de voto, POLITICAL_VIEW",
    "healthStatus, HEALTH",
    "hälsotillstånd, HEALTH",
    "Sante, HEALTH",
    "ethnic-group, ETHNICITY",
    "Hautfarbe, ETHNICITY",
    "sexual_orientation, SEXUALITY",
    "sexuell läggning, SEXUALITY",
    "union_member, TRADE_UNION",
    "biometric id, GENETICS",
  })
  void specialCategoriesAreRefusedByName(String name, SensitiveTopic topic) {
    assertThat(decision(name, List.of(), PolicyChoices.NONE))
        .isEqualTo(
            new AttributeDecision.Refused(
                category(name), topic, "its name speaks of %s".formatted(topic.words())));
  }

  @ParameterizedTest
  @CsvSource({
    "gender, GENDER",
    "kön, GENDER",
    "género, GENDER",
    "Geschlecht, GENDER",
    "Sexe, GENDER",
    "age, AGE",
    "SeniorCitizen, AGE",
    "födelseår, AGE",
    "Geburtsdatum, AGE",
    "country_of_birth, NATIONALITY",
    "staatsangehörigkeit, NATIONALITY",
  })
  void genderNationalityAndAgeAreForAudits(String name, SensitiveTopic topic) {
    assertThat(decision(name, List.of(), PolicyChoices.NONE))
        .isEqualTo(
            new AttributeDecision.AuditOnly(
                category(name), topic, "its name speaks of %s".formatted(topic.words())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country",
        "embrace",
        "page",
        "average_basket",
        "package",
        "storage",
        "household",
        "marriage",
        "unisex_range",
        "wealth",
        "healthy eating",
        "terrace",
        "message_language",
        "language",
        "Essex"
      })
  void aWordWithinAnotherWordIsNone(String name) {
    assertThat(decision(name, List.of(), PolicyChoices.NONE))
        .isEqualTo(new AttributeDecision.Used(category(name), Optional.empty()));
  }

  @Test
  void wordsOfTheDataGiveAnAttributeAway() {
    assertThat(decision("group", List.of("Roman Catholic", "Muslim", "none"), PolicyChoices.NONE))
        .isEqualTo(
            new AttributeDecision.Refused(
                category("group"),
                SensitiveTopic.RELIGION,
                "its words speak of religion (catholic, muslim)"));
    assertThat(decision("g", List.of("Kvinna", "Män"), PolicyChoices.NONE))
        .isEqualTo(
            new AttributeDecision.AuditOnly(
                category("g"), SensitiveTopic.GENDER, "its words speak of gender (kvinna, man)"));
  }

  @Test
  void oneWordAloneMayBeABrand() {
    assertThat(decision("favourite_brand", List.of("Christian Dior", "Hermès"), PolicyChoices.NONE))
        .isEqualTo(new AttributeDecision.Used(category("favourite_brand"), Optional.empty()));
  }

  @Test
  void aNamedPurposeAllowsASpecialCategoryAndIsKept() {
    PolicyChoices choices =
        new PolicyChoices(
            List.of(new PolicyChoices.Allowed("religion", "kosher meals are offered")),
            List.of(),
            List.of(),
            List.of());

    assertThat(decision("religion", List.of(), choices))
        .isEqualTo(
            new AttributeDecision.Used(
                category("religion"),
                Optional.of(
                    "its name speaks of religion; allowed as an input, for the purpose: kosher meals are"
                        + " offered")));
  }

  @Test
  void useChoosesAnAuditOnlyAttributeButNoSpecialCategory() {
    assertThat(decision("age", List.of(), PolicyChoices.using("age")))
        .isEqualTo(
            new AttributeDecision.Used(
                category("age"), Optional.of("its name speaks of age; chosen as an input")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decision("religion", List.of(), PolicyChoices.using("religion")))
        .withMessage(
            "policy.use names religion, but its name speaks of religion, a special category of personal"
                + " data (expected it under allow, with a purpose: policy: {allow: [{attribute: religion,"
                + " purpose: \"...\"}]})");
  }

  @Test
  void aDeclaredProxyIsTreatedLikeWhatItStandsFor() {
    assertThat(decision("neighbourhood", List.of(), proxy("neighbourhood", "ETHNICITY")))
        .isEqualTo(
            new AttributeDecision.Refused(
                category("neighbourhood"),
                SensitiveTopic.ETHNICITY,
                "it is declared a proxy of ethnicity"));
    assertThat(decision("first_name", List.of(), proxy("first_name", "GENDER")))
        .isInstanceOf(AttributeDecision.AuditOnly.class);
  }

  @Test
  void aWrongGuessCanBeDeclaredOne() {
    PolicyChoices choices =
        new PolicyChoices(
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new PolicyChoices.NotSensitive(
                    "health_food_interest", "an interest in a shelf of the shop")));

    assertThat(decision("health_food_interest", List.of(), choices))
        .isEqualTo(
            new AttributeDecision.Used(
                category("health_food_interest"),
                Optional.of(
                    "declared not sensitive, because: an interest in a shelf of the shop")));
  }

  @Test
  void choicesThatNameNoAttributeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decision("age", List.of(), PolicyChoices.using("aeg")))
        .withMessage(
            "policy.use names attribute \"aeg\", which the mapping does not declare (expected one of its"
                + " attributes; did you mean \"age\"?)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PolicyChoices.Allowed("religion", " "))
        .withMessage(
            "purpose is missing in policy.allow (expected one such as \"kosher meals are offered to those"
                + " who want them\")");
  }

  private static PolicyChoices proxy(String attribute, String of) {
    return new PolicyChoices(
        List.of(),
        List.of(),
        List.of(new PolicyChoices.Proxy(attribute, SensitiveTopic.valueOf(of))),
        List.of());
  }

  private static AttributeDecision decision(
      String name, List<String> words, PolicyChoices choices) {
    return AttributePolicy.decide(List.of(category(name)), Map.of(name, words), choices, List.of())
        .getFirst();
  }

  private static AttributeDefinition category(String name) {
    return new AttributeDefinition(
        name, Basis.DEMOGRAPHIC, AttributeDefinition.Type.CATEGORY, 0, 0);
  }
}
