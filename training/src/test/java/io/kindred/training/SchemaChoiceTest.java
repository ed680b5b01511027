package io.kindred.training;

import static io.kindred.training.panel.RandomCustomers.COUNTRY;
import static io.kindred.training.panel.RandomCustomers.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.kindred.datasets.CustomerStream;
import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetSummary;
import io.kindred.features.AsOf;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.macro.MacroCondition;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.macro.Rules;
import io.kindred.training.panel.RandomCustomers;
import io.kindred.training.segmentation.LeftOutColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaChoiceTest {
  private static final Instant AS_OF = AsOf.endOf(LocalDate.of(2025, 6, 30), ZONE);
  private static final Instant BEFORE = Instant.parse("2025-03-01T12:00:00Z");

  @Test
  void wordsInOneOfAHundredAreKeptAndRarerOnesNot() {
    List<Customer> customers =
        customers(
            200,
            i -> List.of(order(i, BEFORE, i < 2 ? "rare enough" : i < 3 ? "too rare" : "home")));

    assertThat(schema(dataset(customers)).names())
        .contains("category_share:home", "category_share:rare enough")
        .doesNotContain("category_share:too rare");
  }

  @Test
  void atMostTwelveWordsTheCommonestFirst() {
    // Category n has n + 5 orders, so that every one is common enough.
    List<Customer> customers = new ArrayList<>();
    for (int category = 0; category < 20; category++) {
      for (int i = 0; i < category + 5; i++) {
        int number = customers.size();
        customers.add(
            customer(number, List.of(order(number, BEFORE, "word%02d".formatted(category)))));
      }
    }

    assertThat(schema(dataset(customers)).names())
        .filteredOn(name -> name.startsWith("category_share:"))
        .isEqualTo(
            IntStream.iterate(19, n -> n - 1)
                .limit(12)
                .mapToObj("category_share:word%02d"::formatted)
                .toList());
  }

  @Test
  void columnsThatSayNothingAreLeftOut() {
    List<String> names = schema(dataset(RandomCustomers.draw(300, 1))).names();

    // No messages and no carts at all, and one channel for every order.
    assertThat(names)
        .noneMatch(name -> name.contains("message") || name.contains("cart"))
        .doesNotContain("channel_share:web")
        .contains("order_count", "visit_count", "category_share:home", "attribute:country=Sweden");
  }

  /// The country's one word is a column that is the same for all; an attribute that nobody has is
  /// known for nobody; what a person leaves out needs no reason.
  @Test
  void attributesThatSayNothingAreLeftOutWithTheReason() {
    List<Customer> alike = withCountries(customers(100, i -> List.of()), _ -> "Sweden");
    List<Customer> nobody = customers(100, i -> List.of(order(i, BEFORE, "home")));
    List<Customer> rare = withCountries(customers(200, i -> List.of()), i -> "Place " + i);
    List<Customer> two = withCountries(customers(100, i -> List.of()), i -> "C" + i % 2);

    assertThat(leftOut(alike, FeatureOptions.DEFAULT))
        .containsExactly(LeftOutColumn.constant("attribute:country"));
    assertThat(leftOut(nobody, FeatureOptions.DEFAULT))
        .extracting(LeftOutColumn::name, LeftOutColumn::explanation)
        .containsExactly(
            tuple(
                "attribute:country",
                "None of its words is known of one in a hundred of 100 customers."));
    assertThat(leftOut(rare, FeatureOptions.DEFAULT))
        .extracting(LeftOutColumn::reason)
        .containsExactly(LeftOutColumn.Reason.TOO_FEW_KNOWN);
    assertThat(leftOut(two, FeatureOptions.DEFAULT)).isEmpty();
    assertThat(leftOut(alike, new FeatureOptions(List.of(), List.of("attribute:country=*"))))
        .isEmpty();
  }

  private static List<LeftOutColumn> leftOut(List<Customer> customers, FeatureOptions options) {
    return SchemaChoice.choose(
            CustomerStream.of(dataset(customers)), _ -> true, AS_OF, options, MacroRules.NONE)
        .leftOut();
  }

  @Test
  void whatLifetimeValueReadsStaysEvenWhereItIsConstant() {
    List<Customer> once = customers(100, i -> List.of(order(i, BEFORE, "home")));

    assertThat(schema(dataset(once)).names()).containsAll(LifetimeValueModel.FEATURES);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nothingLaterThanTheMomentDecides(long seed) {
    List<Customer> customers = new ArrayList<>(RandomCustomers.draw(200, seed));
    FeatureSchema schema = schema(dataset(customers));

    Instant later = AS_OF.plusNanos(1);
    List<Customer> withLater = new ArrayList<>();
    for (Customer customer : customers) {
      withLater.add(
          new Customer(
              customer.id(),
              customer
                  .history()
                  .plus(new Order("later", later, 9, 9, "new word", "new channel", "CODE"))
                  .merge(
                      History.of(
                          List.of(),
                          List.of(
                              new Attribute(
                                  "country", new AttributeValue.Category("Denmark"), later))))));
    }
    withLater.add(customer(9999, List.of(order(1, later, "another word"))));

    assertThat(schema(dataset(withLater))).isEqualTo(schema);
    assertThat(schema(dataset(RandomCustomers.cutAt(customers, AS_OF)))).isEqualTo(schema);
  }

  @Test
  void theOrderOfCustomersDoesNotMatter() {
    List<Customer> customers = RandomCustomers.draw(200, 3);

    assertThat(schema(dataset(customers.reversed()))).isEqualTo(schema(dataset(customers)));
  }

  @Test
  void aRareWordThatARuleNamesHasAColumn() {
    List<Customer> customers =
        customers(400, i -> List.of(order(i, BEFORE, i < 2 ? "too rare" : "home")));
    customers = withCountries(customers, i -> i == 7 ? "IS" : i % 2 == 0 ? "SE" : "NO");
    MacroRules rules =
        Rules.of(
            Rules.rule("Iceland", Rules.is("country", "IS")),
            Rules.rule("Rare", Rules.atLeast("category_share:too rare", .5)),
            Rules.rule("Without carts", Rules.below("cart_abandonment_share", .1)));

    assertThat(schema(dataset(customers)).names())
        .doesNotContain(
            "attribute:country=IS", "category_share:too rare", "cart_abandonment_share");
    FeatureSchema schema = schema(dataset(customers), FeatureOptions.DEFAULT, rules);
    assertThat(schema.names())
        .contains("attribute:country=IS", "category_share:too rare", "cart_abandonment_share");
    assertThat(rules.resolve(schema).size()).isEqualTo(4);
  }

  @Test
  void aWordThatNobodyHasIsRefusedWithTheCommonest() {
    List<Customer> customers =
        withCountries(
            customers(400, i -> List.of(order(i, BEFORE, "home"))),
            i -> i == 7 ? "IS" : i % 3 == 0 ? "SE" : "NO");

    // IS would be nearer, but may be a single person's.
    refused(
        customers,
        FeatureOptions.DEFAULT,
        Rules.is("country", "NO", "ISL"),
        "macro-segment M asks for country \"ISL\", which none of the customers looked at has (expected"
            + " one that they have; the commonest are NO, SE; did you mean \"SE\"?)");
    refused(
        customers,
        FeatureOptions.DEFAULT,
        Rules.is("plan", "pro"),
        "macro-segment M asks for plan \"pro\", which none of the customers looked at has (expected"
            + " one that they have, of which none is common)");
    refused(
        customers,
        FeatureOptions.DEFAULT,
        Rules.atLeast("account:category_share:homes", 1),
        "macro-segment M asks for account:category_share:homes \"homes\", which none of the customers"
            + " looked at has (expected one that they have; the commonest are home; did you mean"
            + " \"home\"?)");
  }

  @Test
  void whatARuleReadsCannotBeLeftOut() {
    refused(
        customers(100, i -> List.of(order(i, BEFORE, "home"))),
        new FeatureOptions(List.of(), List.of("items_*")),
        Rules.atLeast("items_per_order", 2),
        "features.leaveOut leaves out items_per_order, which a rule for macro-segments reads (expected"
            + " one or the other)");
  }

  private static void refused(
      List<Customer> customers, FeatureOptions options, MacroCondition condition, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schema(dataset(customers), options, Rules.of(Rules.rule("M", condition))))
        .withMessage(message);
  }

  private static List<Customer> withCountries(
      List<Customer> customers, IntFunction<String> country) {
    return IntStream.range(0, customers.size())
        .mapToObj(i ->
            new Customer(
                customers.get(i).id(),
                customers
                    .get(i)
                    .history()
                    .merge(
                        History.of(
                            List.of(),
                            List.of(
                                new Attribute(
                                    "country",
                                    new AttributeValue.Category(country.apply(i)),
                                    BEFORE))))))
        .toList();
  }

  private static List<Customer> customers(int count, IntFunction<List<Event>> events) {
    return IntStream.range(0, count).mapToObj(i -> customer(i, events.apply(i))).toList();
  }

  private static Customer customer(int number, List<Event> events) {
    return new Customer(new CustomerId("c" + number), History.of(events, List.of()));
  }

  private static Order order(int number, Instant time, String category) {
    return new Order(
        "o" + number,
        time.plus(Duration.ofHours(number % 1000)),
        10 + number % 7,
        1,
        category,
        "web",
        "");
  }

  private static Dataset dataset(List<Customer> customers) {
    return new Dataset(
        "test",
        ZONE,
        "SEK",
        List.of(COUNTRY),
        customers,
        new DatasetSummary(
            1,
            0,
            0,
            0,
            0,
            customers.size(),
            DatasetSummary.AccountCounts.NONE,
            new DatasetSummary.EventCounts(0, 0, 0, 0, 0, 0, 0, 0),
            Optional.empty(),
            Optional.empty()));
  }

  private static FeatureSchema schema(Dataset dataset) {
    return schema(dataset, FeatureOptions.DEFAULT, MacroRules.NONE);
  }

  private static FeatureSchema schema(Dataset dataset, FeatureOptions options, MacroRules macro) {
    return SchemaChoice.of(CustomerStream.of(dataset), _ -> true, AS_OF, options, macro);
  }
}
