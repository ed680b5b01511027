package io.kindred.datasets;

import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.datasets.AccountsMapping.Level;
import io.kindred.datasets.DatasetSummary.AccountCounts;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.features.Subscription;
import io.kindred.features.Visit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Customers that are contacts of accounts.
class AccountsTest {
  static final List<Integer> SEEDS = IntStream.range(0, 10).boxed().toList();
  private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");
  private static final String MAPPING =
      """
      name: Software
      accounts: {level: %s}
      tables:
        - files: contacts.csv
          customer: contact
          account: company
          knownSince: 2025-01-01
          attributes: [{column: role, basis: demographic, type: category}]
        - files: visits.csv
          customer: contact
          time: when
          visits: {id: id}
        - files: companies.csv
          customer: {account: company}
          time: 2025-01-01
          subscriptions: {id: company, step: {constant: started}, plan: plan}
          attributes: [{column: staff, basis: firmographic, type: number}]
        - files: orders.csv
          customer: {account: company}
          time: when
          orders: {id: id, amount: amount}
      """;
  private static final Visit ANNS = new Visit("visit:1", day(1), "", 0);
  private static final Visit BOS = new Visit("visit:2", day(2), "", 0);
  private static final Visit CARLS = new Visit("visit:3", day(3), "", 0);
  private static final Subscription PRO =
      new Subscription("subscription.started:acme", DAY, Subscription.Step.STARTED, "pro", 0);
  private static final Subscription FREE =
      new Subscription("subscription.started:solo", DAY, Subscription.Step.STARTED, "free", 0);
  private static final Order ORDER = new Order("order:9", day(4), 5, 0, "", "", "");
  private static final History ACME =
      History.of(
          List.of(
              new Visit("ann/visit:1", day(1), "", 0),
              new Visit("bo/visit:2", day(2), "", 0),
              PRO,
              ORDER),
          List.of(staff(40)));

  @TempDir private Path folder;

  @Test
  void contactsHaveTheirOwnHistoryAndTheirAccountsBesides() {
    Dataset dataset = shop("contact").read();

    assertThat(dataset.customers())
        .containsExactly(
            new Customer(
                new CustomerId("ann"), History.of(List.of(ANNS), List.of(role("buyer"))), ACME),
            new Customer(
                new CustomerId("bo"), History.of(List.of(BOS), List.of(role("user"))), ACME),
            new Customer(
                new CustomerId("carl"), History.of(List.of(CARLS), List.of(role("user")))));
    assertThat(dataset.attributes())
        .extracting(AttributeDefinition::name)
        .containsExactly("role", "staff");
    assertThat(dataset.summary())
        .isEqualTo(
            new DatasetSummary(
                4,
                9,
                0,
                0,
                0,
                3,
                new AccountCounts(2, 3, 1),
                new DatasetSummary.EventCounts(1, 0, 3, 0, 0, 2, 0, 0),
                Optional.of(LocalDate.of(2025, 1, 1)),
                Optional.of(LocalDate.of(2025, 1, 4))));
  }

  @Test
  void accountsHaveTheirOwnRowsAndTheirContactsEvents() {
    Dataset dataset = shop("account").read();

    assertThat(dataset.customers())
        .containsExactly(
            new Customer(new CustomerId("acme"), ACME),
            new Customer(new CustomerId("solo"), History.of(List.of(FREE), List.of(staff(1)))));
    assertThat(dataset.attributes())
        .as("a contact's role is not the company's")
        .extracting(AttributeDefinition::name)
        .containsExactly("staff");
    assertThat(dataset.summary().accounts()).isEqualTo(new AccountCounts(2, 3, 1));
    assertThat(dataset.summary().customers()).isEqualTo(2);
    assertThat(dataset.summary().events())
        .as("carl, who is without an account, is left out")
        .isEqualTo(new DatasetSummary.EventCounts(1, 0, 2, 0, 0, 2, 0, 0));
  }

  @ParameterizedTest
  @FieldSource("SEEDS")
  void theOrderOfRowsChangesNothing(int seed) {
    Random random = new Random(seed);
    List<String> contacts = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    for (int contact = 0; contact < 40; contact++) {
      String account = random.nextInt(4) == 0 ? "" : "k" + random.nextInt(9);
      contacts.add("c%d,%s,user".formatted(contact, account));
      for (int visit = random.nextInt(5); visit > 0; visit--) {
        visits.add("%d,c%d,2025-01-%02d".formatted(visits.size(), contact, 1 + random.nextInt(28)));
      }
    }
    Level level = seed % 2 == 0 ? Level.CONTACT : Level.ACCOUNT;
    List<Customer> customers = customers(level, contacts, visits);

    Collections.shuffle(contacts, random);
    Collections.shuffle(visits, random);
    assertThat(customers(level, contacts, visits)).isEqualTo(customers);
    assertThat(customers).hasSizeGreaterThan(8);
  }

  @Test
  void anAccountOfWhichNothingIsKnownButItsContactsIsACustomer() {
    Dataset dataset =
        shop("account").with("contacts.csv", "contact,company,role\nann,new,buyer\n").read();

    assertThat(dataset.customers())
        .contains(
            new Customer(
                new CustomerId("new"),
                History.of(List.of(new Visit("ann/visit:1", day(1), "", 0)), List.of())));
  }

  @Test
  void aTableMaySayNothingButWhoseContactsThereAre() {
    Dataset dataset =
        new Shop(folder)
            .with("members.csv", "contact,company\nann,acme\nbo,\n")
            .mapped(
                """
                name: Software
                accounts: {level: contact}
                tables:
                  - {files: members.csv, customer: contact, account: company}
                """)
            .read();

    assertThat(dataset.customers())
        .containsExactly(
            new Customer(new CustomerId("ann"), History.empty()),
            new Customer(new CustomerId("bo"), History.empty()));
    assertThat(dataset.summary().accounts()).isEqualTo(new AccountCounts(1, 2, 1));
    assertThat(dataset.summary().rowsFiltered()).isZero();
  }

  @Test
  void anAccountAndAContactMayHaveTheSameId() {
    Dataset dataset =
        shop("contact")
            .with("contacts.csv", "contact,company,role\nacme,acme,buyer\n")
            .with("visits.csv", "id,contact,when\n1,acme,2025-01-01\n")
            .read();

    assertThat(dataset.customers()).hasSize(1);
    Customer customer = dataset.customers().getFirst();
    assertThat(customer.history().events()).containsExactly(ANNS);
    assertThat(customer.account().events())
        .extracting(Event::id)
        .containsExactly("acme/visit:1", "subscription.started:acme", "order:9");
  }

  @Test
  void aContactOfTwoAccountsIsRefused() {
    refused(
        shop("contact")
            .with("contacts.csv", "contact,company,role\nann,acme,x\nbo,acme,x\nann,solo,x\n"),
        "contacts.csv:4: column company names another account for this customer than contacts.csv:2"
            + " (expected one account a customer; correct one of them, or leave out rows of former"
            + " accounts with where)");
  }

  @Test
  void aBlankAccountOfARowAboutAccountsIsRefused() {
    refused(
        shop("contact").with("companies.csv", "company,staff,plan\n,40,pro\n"),
        "companies.csv:2: column company is blank (expected the account's id; write blankCustomers:"
            + " leave_out in the mapping to leave such rows out)");
    refused(
        shop("contact")
            .with("contacts.csv", "contact,company,role\nann,%s,x\n".formatted("x".repeat(257))),
        "contacts.csv:2: column company has 257 characters (expected an account's id of at most 256;"
            + " map another column)");
  }

  @Test
  void oneNameForTwoKindsOfAttributeIsRefused() {
    refused(
        shop("contact")
            .mapped(
                MAPPING.formatted("contact").replace("column: staff", "column: staff, name: role")),
        "dataset.yaml:17:27: attribute \"role\" is declared as another kind of attribute elsewhere in"
            + " the mapping (expected one basis, type and scale for one name; give one of them another"
            + " name)");
  }

  @Test
  void aMappingThatSaysHalfOfItIsRefused() {
    String mapping = MAPPING.formatted("contact");
    refused(
        shop("contact").mapped(mapping.replace("accounts: {level: contact}\n", "")),
        "dataset.yaml:1:1: accounts is missing, but tables[0] names accounts (expected accounts: {level:"
            + " contact} where their contacts are scored, or accounts: {level: account}, beside name)");
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,3\n")
            .mapped(
                """
                name: Shop
                accounts: {level: account}
                tables:
                  - {files: orders.csv, customer: who, time: when, orders: {amount: amount}}
                """),
        "dataset.yaml:1:1: accounts is given, but no table names one (expected account: beside customer"
            + " in the table that says whose contact each customer is)");
    refused(
        shop("contact").mapped(mapping.replace("{level: contact}", "{}")),
        "dataset.yaml:2:11: accounts: level is missing (expected contact where contacts are scored,"
            + " account where accounts are)");
    refused(
        shop("contact").mapped(mapping.replace("level: contact", "level: company")),
        "dataset.yaml:2:19: accounts.level is \"company\" (expected one of contact, account)");
    refused(
        shop("contact")
            .mapped(
                mapping.replace(
                    "customer: contact\n    account: company",
                    "customer: {account: company}\n    account: company")),
        "dataset.yaml:4:5: tables[0]: account is given twice (expected it in customer where the rows are"
            + " about accounts, beside customer where they are about contacts)");
    refused(
        shop("contact")
            .mapped(mapping.replace("{account: company}", "{account: company, column: x}")),
        "dataset.yaml:14:15: tables[2].customer: expected one of a column, rowNumber: true or account,"
            + " to say whose row it is");
  }

  private Shop shop(String level) {
    return new Shop(folder)
        .with("contacts.csv", "contact,company,role\nann,acme,buyer\nbo,acme,user\ncarl,,user\n")
        .with(
            "visits.csv", "id,contact,when\n1,ann,2025-01-01\n2,bo,2025-01-02\n3,carl,2025-01-03\n")
        .with("companies.csv", "company,staff,plan\nacme,40,pro\nsolo,1,free\n")
        .with("orders.csv", "id,company,when,amount\n9,acme,2025-01-04,5\n")
        .mapped(MAPPING.formatted(level));
  }

  private List<Customer> customers(Level level, List<String> contacts, List<String> visits) {
    return shop(level.name().toLowerCase(Locale.ROOT))
        .with("contacts.csv", "contact,company,role\n" + String.join("\n", contacts) + "\n")
        .with("visits.csv", "id,contact,when\n" + String.join("\n", visits) + "\n")
        .read()
        .customers();
  }

  private static Attribute role(String word) {
    return new Attribute("role", new AttributeValue.Category(word), DAY);
  }

  private static Attribute staff(double number) {
    return new Attribute("staff", new AttributeValue.Quantity(number), DAY);
  }

  /// A day of January.
  private static Instant day(int number) {
    return DAY.plusSeconds((number - 1) * 86_400L);
  }
}
