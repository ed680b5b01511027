package io.kindred.training.macro;

import static io.kindred.training.macro.Rules.atLeast;
import static io.kindred.training.macro.Rules.is;
import static io.kindred.training.macro.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import io.kindred.training.policy.AttributePolicy;
import io.kindred.training.policy.PermittedAttributes;
import io.kindred.training.policy.PolicyChoices;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What rules may say, and what is said of those that may not.
class MacroRulesTest {
  private static final AttributeDefinition RELIGION =
      new AttributeDefinition(
          "religion", Basis.DEMOGRAPHIC, AttributeDefinition.Type.CATEGORY, 0, 0);

  @Test
  void aNameMayDifferByLanguage() {
    MacroName name = new MacroName(new TreeMap<>(Map.of("en", "Nordic", "sv", "Norden")));

    assertThat(name.in("sv")).isEqualTo("Norden");
    assertThat(name.in("de")).isEqualTo("Nordic");
    assertThat(name).hasToString("Nordic");
    assertThat(new MacroName(new TreeMap<>(Map.of("sv", "Norden"))).in("en")).isEqualTo("Norden");
    assertThat(MacroName.of("Nordic").in("sv")).isEqualTo("Nordic");
    assertThat(MacroRules.EVERYONE_ELSE.in("de")).isEqualTo("Everyone else");
  }

  @Test
  void theRestComesLastAndNamesOnce() {
    refused(
        () -> Rules.of(rule("All"), rule("Old", atLeast("age", 60))),
        "macro-segment All has no where and is not the last (expected the rest last, or conditions such"
            + " as where: {country: [SE, NO]})");
    refused(
        () -> Rules.of(rule("Old", atLeast("age", 60)), rule("Old")),
        "macro has two macro-segments Old (expected each name once)");
    refused(
        () -> Rules.of(rule("Alla andra", atLeast("age", 60))),
        "macro-segment Alla andra has a where, but is called as the rest is that is added (expected"
            + " another name, or a last macro-segment without where)");
  }

  @Test
  void theFeaturesThatRulesRead() {
    assertThat(
            Rules.of(
                    rule("A", is("country", "SE", "NO"), is("plan", "pro")),
                    rule("B", atLeast("age", 60), atLeast("order_count", 2)))
                .features(Rules.SCHEMA))
        .containsExactly(
            "attribute:country=SE",
            "attribute:country=NO",
            "plan:pro",
            "attribute:age",
            "order_count");
  }

  @Test
  void anUnknownKeyIsNamedWithTheOneProbablyMeantAndItsPlace() {
    refused(
        () ->
            Rules.of(
                    rule(
                        "Nordic",
                        new MacroCondition("contry", is("", "SE").wanted(), "training.yaml:5:40")))
                .features(Rules.SCHEMA),
        "training.yaml:5:40: macro-segment Nordic asks for contry, which is neither an attribute nor a"
            + " feature of these data (expected an attribute of the mapping or a feature of"
            + " docs/features.md; did you mean country?)");
    refused(
        () -> Rules.of(rule("Lapsed", atLeast("days_since_order", 9))).resolve(Rules.SCHEMA),
        "macro-segment Lapsed asks for days_since_order, which is neither an attribute nor a feature"
            + " of these data (expected an attribute of the mapping or a feature of docs/features.md;"
            + " did you mean days_since_last_order?)");
  }

  @Test
  void aValueOfAnotherKindIsRefused() {
    refusedValue(
        atLeast("country", 5),
        "wants country to be a range (expected a word, or a list of words such as [SE, NO])");
    refusedValue(
        is("age", "old"),
        "wants age to be \"old\" (expected a number, or a range such as {from: 18, below: 30})");
    refusedValue(
        is("age", "1e39"),
        "wants age to be 1e39 (expected a number, or a range such as {from: 18, below: 30})");
    refusedValue(atLeast("member", 1), "wants member to be a range (expected true or false)");
    refusedValue(is("member", "maybe"), "wants member to be \"maybe\" (expected true or false)");
    refusedValue(is("trust", "6"), "wants trust to be 6 (expected a whole number from 1 to 5)");
    refusedValue(
        is("trust", "2.5"),
        "wants trust to be 2.5 (expected a whole number, or a range such as {from: 4})");
    refusedValue(
        is("journey_stage", "lapse"),
        "wants journey_stage to be \"lapse\" (expected one of aware, considering, buying, loyal, lapsed;"
            + " did you mean \"lapsed\"?)");
    refusedValue(
        atLeast("plan", 1),
        "wants plan to be a range (expected a word, or a list of words such as [SE, NO])");
  }

  @ParameterizedTest
  @ValueSource(strings = {"age", "attribute:age", "account:age", "account:attribute:age"})
  void anAttributeForAuditsIsRefusedUnlessChosen(String key) {
    MacroRules rules = Rules.of(rule("Old", atLeast(key, 60)));

    refused(
        () -> rules.checkPermitted(permitted(PolicyChoices.NONE)),
        "macro-segment Old asks for %s: its name speaks of age, so that it is kept for audits and is no input (expected an attribute that models may read; choose it in the training file: policy: {use: [age]})"
            .formatted(key));
    rules.checkPermitted(permitted(PolicyChoices.using("age")));
  }

  @Test
  void aSpecialCategoryIsRefusedUnlessAllowed() {
    MacroRules rules = Rules.of(rule("Devout", is("religion", "any")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.checkPermitted(permitted(PolicyChoices.NONE)))
        .withMessageStartingWith(
            "macro-segment Devout asks for religion: attribute religion is refused as an input: its name"
                + " speaks of religion, a special category of personal data (expected no such input;")
        .withMessageContaining("policy: {allow: [{attribute: religion, purpose: \"...\"}]}");
    rules.checkPermitted(
        permitted(
            new PolicyChoices(
                List.of(new PolicyChoices.Allowed("religion", "meals")),
                List.of(),
                List.of(),
                List.of())));
  }

  private static PermittedAttributes permitted(PolicyChoices choices) {
    return new PermittedAttributes(
        AttributePolicy.decide(
            List.of(Rules.COUNTRY, Rules.AGE, RELIGION), Map.of(), choices, List.of()));
  }

  private static void refusedValue(MacroCondition condition, String message) {
    refused(
        () -> Rules.of(rule("M", condition)).resolve(Rules.SCHEMA), "macro-segment M " + message);
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
