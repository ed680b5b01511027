package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.datasets.CustomerStream;
import io.kindred.datasets.Dataset;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Basis;
import io.kindred.features.Customer;
import io.kindred.features.History;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.policy.PermittedData;
import io.kindred.training.policy.PolicyChoices;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the policy makes of a training.
class TrainingPolicyTest {

  @Test
  void aSpecialCategoryStopsTheTrainingWithBothRemedies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Training.run(withReligion(), SmallShop.options(), Progress.silent()))
        .withMessage(
            "attribute religion is refused as an input: its name speaks of religion, a special category of"
                + " personal data (expected no such input; leave it out of the mapping, or name what it is"
                + " needed for in the training file: policy: {allow: [{attribute: religion, purpose:"
                + " \"...\"}]}; where the guess is wrong: policy: {notSensitive: [{attribute: religion,"
                + " because: \"...\"}]})");
  }

  @Test
  void anAuditOnlyAttributeStaysInTheDataAndOutOfTheSchema() {
    PermittedData permitted = PermittedData.of(SmallShop.DATASET, PolicyChoices.NONE, List.of());

    assertThat(permitted.dataset().attributes())
        .extracting(AttributeDefinition::name)
        .contains("household", "country")
        .doesNotContain("age")
        .hasSize(SmallShop.DATASET.attributes().size() - 1);
    assertThat(permitted.dataset().customers()).isEqualTo(SmallShop.DATASET.customers());
    assertThat(permitted.attributes().remarks())
        .containsExactly(
            "Attribute age: its name speaks of age; kept for audits and not an input (policy: {use: [age]}"
                + " chooses it).");
    assertThat(
            SchemaChoice.of(
                    CustomerStream.of(permitted.dataset()),
                    _ -> true,
                    SmallShop.AS_OF,
                    FeatureOptions.DEFAULT,
                    MacroRules.NONE)
                .names())
        .doesNotContain("attribute:age")
        .anyMatch(name -> name.startsWith("attribute:country"));
  }

  @Test
  void whatWasChosenIsRecordedInTheEvaluation() {
    assertThat(SmallShop.TRAINED.evaluation().remarks())
        .contains("Attribute age: its name speaks of age; chosen as an input.");
    assertThat(SmallShop.TRAINED.schema().names()).contains("attribute:age");
  }

  private static Dataset withReligion() {
    List<AttributeDefinition> attributes = new ArrayList<>(SmallShop.DATASET.attributes());
    attributes.add(
        new AttributeDefinition(
            "religion", Basis.DEMOGRAPHIC, AttributeDefinition.Type.CATEGORY, 0, 0));
    return SmallShop.with(customers ->
            customers.stream()
                .map(customer -> new Customer(customer.id(), withReligion(customer.history())))
                .toList())
        .withAttributes(attributes);
  }

  private static History withReligion(History history) {
    return history.merge(
        History.of(
            List.of(),
            List.of(
                new Attribute("religion", new AttributeValue.Category("any"), SmallShop.AS_OF))));
  }
}
