package io.kindred.training.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindred.datasets.Dataset;
import io.kindred.features.AsOf;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.History;
import io.kindred.training.policy.PolicyChoices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the check says of attributes, the customers' own and their accounts'.
class AttributesCheckTest {
  private static final Instant EARLY = Instant.parse("2023-07-01T00:00:00Z");

  @Test
  void anAttributeWrittenDownAfterTheOutcomeIsSuspectedByName() {
    Instant after = AsOf.endOf(LocalDate.of(2025, 4, 1), ZoneOffset.UTC);
    Dataset leaky =
        CheckedShop.with(
            600,
            CheckedShop.attribute("loyalty", AttributeDefinition.Type.NUMBER),
            customer ->
                Optional.of(
                    new Attribute(
                        "loyalty",
                        new AttributeValue.Quantity(CheckedShop.ordersAfter(customer, after)),
                        EARLY)));

    CheckReport report = CheckedShop.check(leaky);

    assertThat(report.ready()).isFalse();
    assertThat(report.leaks())
        .singleElement()
        .satisfies(leak -> {
          assertThat(leak.column()).isEqualTo("attribute:loyalty");
          assertThat(leak.auc()).isEqualTo(1);
          assertThat(leak.customers()).isEqualTo(600);
        });
    assertThat(CheckedShop.blocking(report))
        .containsExactly(
            new CheckReport.Finding(
                true,
                "leakage",
                "attribute:loyalty alone ranks who buys with an AUC of 1.000: it may have been written"
                    + " down after the outcome, under an earlier date",
                "leave it out of the mapping, or name the day it was really learnt as knownSince"));
    assertThat(report.findings())
        .filteredOn(finding -> !finding.blocks())
        .extracting(CheckReport.Finding::what)
        .containsExactly(
            "loyalty: all dated 2023-07-01, which may be earlier than when it was learnt");
  }

  @Test
  void anAttributeOfTheAccountIsSuspectedLikeOneOfTheCustomer() {
    Instant after = AsOf.endOf(LocalDate.of(2025, 4, 1), ZoneOffset.UTC);

    CheckReport report =
        CheckedShop.check(
            CheckedShop.ofContacts(
                600,
                CheckedShop.attribute("won", AttributeDefinition.Type.NUMBER),
                contact ->
                    Optional.of(
                        new Attribute(
                            "won",
                            new AttributeValue.Quantity(CheckedShop.ordersAfter(contact, after)),
                            EARLY))));

    assertThat(report.ready()).isFalse();
    assertThat(CheckedShop.blocking(report))
        .containsExactly(
            new CheckReport.Finding(
                true,
                "leakage",
                "account:attribute:won alone ranks who buys with an AUC of 1.000: it may have been"
                    + " written down after the outcome, under an earlier date",
                "leave it out of the mapping, or name the day it was really learnt as knownSince"));
  }

  @Test
  void whatIsKnownOfTheAccountIsKnownOfTheContact() {
    CheckReport report =
        CheckedShop.check(
            CheckedShop.ofContacts(
                600,
                CheckedShop.attribute("employees", AttributeDefinition.Type.NUMBER),
                contact ->
                    contact.id().value().endsWith("3")
                        ? Optional.empty()
                        : Optional.of(
                            new Attribute(
                                "employees",
                                new AttributeValue.Quantity(-contact.history().events().size()),
                                contact.history().events().getFirst().time()))));

    assertThat(report.attributes())
        .singleElement()
        .satisfies(attribute -> {
          assertThat(attribute.name()).isEqualTo("employees");
          assertThat(attribute.remark()).isEmpty();
          assertThat(attribute.missingShare()).isCloseTo(0.1, within(1e-9));
        });
    assertThat(report.findings()).isEmpty();
    assertThat(report.correlations())
        .extracting(CheckReport.Correlation::inWords)
        .contains("the more visits, the lower \"employees\"");
  }

  @Test
  void withoutEventsTheLastDayIsTheOneOnWhichAttributesOfAccountsAreKnown() {
    Dataset contacts =
        CheckedShop.dataset(
            CheckedShop.customers(30, 1).stream()
                .map(customer ->
                    new Customer(
                        customer.id(),
                        History.of(List.of(), List.of()),
                        History.of(
                            List.of(),
                            List.of(
                                new Attribute(
                                    "employees",
                                    new AttributeValue.Quantity(customer.id().value().hashCode()),
                                    EARLY)))))
                .toList(),
            List.of(CheckedShop.attribute("employees", AttributeDefinition.Type.NUMBER)));

    assertThat(CheckedShop.check(contacts).findings())
        .extracting(CheckReport.Finding::what)
        .containsExactly(
            "there are no orders, so nothing says who buys and for how much",
            "employees: all dated 2023-07-01, which may be earlier than when it was learnt");
  }

  @Test
  void thatAnAttributeIsKnownAtAllCanTellTheOutcome() {
    Instant after = AsOf.endOf(LocalDate.of(2025, 4, 1), ZoneOffset.UTC);
    Dataset leaky =
        CheckedShop.with(
            600,
            CheckedShop.attribute("satisfaction", AttributeDefinition.Type.NUMBER),
            customer ->
                CheckedShop.ordersAfter(customer, after) == 0
                    ? Optional.empty()
                    : Optional.of(
                        new Attribute(
                            "satisfaction",
                            new AttributeValue.Quantity(customer.id().value().hashCode() % 7),
                            EARLY)));

    assertThat(CheckedShop.check(leaky).leaks())
        .singleElement()
        .satisfies(leak -> {
          assertThat(leak.column()).isEqualTo("attribute:satisfaction");
          assertThat(leak.why()).startsWith("that it is known at all tells the outcome: ");
        });
  }

  @Test
  void anHonestAttributeIsNoSuspect() {
    CheckReport report =
        CheckedShop.check(
            CheckedShop.with(
                600,
                CheckedShop.attribute("shoe_size", AttributeDefinition.Type.NUMBER),
                customer ->
                    Optional.of(
                        new Attribute(
                            "shoe_size",
                            new AttributeValue.Quantity(36 + customer.id().value().charAt(9) % 9),
                            customer.history().events().getFirst().time()))));

    assertThat(report.leaks()).isEmpty();
    assertThat(report.ready()).isTrue();
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void attributesKnownTooLateAreSaidToBeUseless() {
    CheckReport report =
        DataCheck.of(
            CheckedShop.with(
                600,
                CheckedShop.attribute("plan", AttributeDefinition.Type.CATEGORY),
                customer ->
                    Optional.of(
                        new Attribute(
                            "plan",
                            new AttributeValue.Category(
                                customer.id().value().endsWith("1") ? "a" : "b"),
                            Instant.parse("2025-08-01T00:00:00Z")))),
            List.of(),
            0,
            CheckedShop.OPTIONS);

    assertThat(report.findings())
        .extracting(CheckReport.Finding::what)
        .containsExactly("plan: known only after 2025-06-30, so that no model sees it");
  }

  @Test
  void refusedAttributesStandInTheWayAndChosenOnesDoNot() {
    Dataset dataset =
        CheckedShop.with(
            600,
            CheckedShop.attribute("religion", AttributeDefinition.Type.CATEGORY),
            customer ->
                Optional.of(
                    new Attribute(
                        "religion",
                        new AttributeValue.Category(
                            customer.id().value().endsWith("1") ? "a" : "b"),
                        customer.history().events().getFirst().time())));

    CheckReport report = CheckedShop.check(dataset);

    assertThat(CheckedShop.blocking(report))
        .containsExactly(
            new CheckReport.Finding(
                true,
                "policy",
                "attribute religion is refused as an input: its name speaks of religion, a special"
                    + " category of personal data (expected no such input)",
                "leave it out of the mapping, or name what it is needed for in the training file: policy:"
                    + " {allow: [{attribute: religion, purpose: \"...\"}]}; where the guess is wrong:"
                    + " policy: {notSensitive: [{attribute: religion, because: \"...\"}]}"));
    assertThat(report.attributes())
        .extracting(CheckReport.AttributeFacts::decision)
        .containsExactly("refused");
    PolicyChoices allowed =
        new PolicyChoices(
            List.of(new PolicyChoices.Allowed("religion", "kosher meals")),
            List.of(),
            List.of(),
            List.of());
    assertThat(DataCheck.of(dataset, List.of(), 0, CheckedShop.OPTIONS.withPolicy(allowed)).ready())
        .isTrue();
  }
}
