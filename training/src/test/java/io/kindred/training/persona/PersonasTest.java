package io.kindred.training.persona;

import static io.kindred.training.persona.MadePopulation.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kindred.features.Feature;
import io.kindred.features.MeasurementScale;
import io.kindred.models.Persona;
import io.kindred.models.Persona.ChannelShare;
import io.kindred.models.Persona.MeanPropensity;
import io.kindred.models.Persona.Trait;
import io.kindred.models.Persona.TypicalFeature;
import io.kindred.models.Text;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonasTest {
  private static final Feature RECENCY = feature("days_since_last_order", MeasurementScale.SKEWED);
  private static final Feature ORDERS = feature("order_count", MeasurementScale.SKEWED);
  private static final Feature DISCOUNT =
      feature("discounted_order_share", MeasurementScale.CONTINUOUS);
  private static final Feature MEMBER = feature("attribute:member", MeasurementScale.YES_NO);

  private static List<SegmentPersona> personas(MadePopulation population) {
    return Personas.of(population.make(), Set.of());
  }

  /// Two siblings who are away and one who is not: bargain hunters, others, regulars.
  private static MadePopulation shop() {
    MadePopulation shop = MadePopulation.of(List.of(RECENCY, ORDERS, DISCOUNT, MEMBER), 0, 0, 1);
    for (int i = 0; i < 60; i++) {
      double bit = i % 5;
      shop.plus(1, 0, .1, 5 + bit, new double[] {300 + bit, 2 + i % 2, .9 + bit / 100, i % 2});
      shop.plus(1, 1, .2, 10 + bit, new double[] {280 + bit, 2 + i % 2, .1 + bit / 100, i % 2});
      shop.plus(1, 2, .8, 100 + bit, new double[] {10 + bit, 20 + bit, .1 + bit / 100, i % 2});
    }
    return shop;
  }

  @Test
  void aNameTellsWhereCustomersStandAndWhoTheyAre() {
    assertThat(personas(shop()))
        .extracting(SegmentPersona::suggestedName)
        .containsExactly(
            new Text("Lapsed discount hunters", "Vilande rabattjägare"),
            new Text("Lapsed full-price buyers", "Vilande fullprisköpare"),
            new Text("Active regulars", "Aktiva stamkunder"));
  }

  @Test
  void aPersonaTellsSizeValueTraitsAndWhatIsExpected() {
    SegmentPersona hunters = personas(shop()).getFirst();

    assertThat(hunters.customers()).isEqualTo(60);
    assertThat(hunters.share()).isEqualTo(1 / 3.0);
    assertThat(hunters.persona().traits())
        .extracting(Trait::feature)
        .containsExactly("days_since_last_order", "discounted_order_share");
    assertThat(hunters.persona().propensities())
        .containsExactly(new MeanPropensity("purchase", .1), new MeanPropensity("churn", .1));
    assertThat(hunters.persona().value())
        .isEqualTo(
            new Persona.Value(
                OptionalDouble.of(7), OptionalDouble.of(.0579), OptionalDouble.empty()));
    assertThat(hunters.persona().summary().english())
        .isEqualTo(
            "60 customers, 33% of all, with 6% of the expected spend. Last ordered somewhat longer ago"
                + " than its siblings. Buys at a discount eight times as often as its siblings. A typical"
                + " customer: 2.5 orders, last 300\u00a0days ago. 10% are expected to buy within"
                + " 90 days. Probability of “churn” within 30 days: 10%.");
    assertThat(hunters.persona().summary().swedish())
        .startsWith(
            "60 kunder, 33\u00a0% av alla, med 6\u00a0% av de väntade köpen. Handlade senast"
                + " för något längre sedan än syskonsegmenten. Handlar på rabatt åtta gånger så"
                + " ofta som syskonsegmenten.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfTheCustomersChangesNothing(long seed) {
    assertThat(Personas.of(shop().shuffled(seed), Set.of())).isEqualTo(personas(shop()));
  }

  @Test
  void differencesAreInStandardDeviationsOfThoseCompared() {
    MadePopulation population = MadePopulation.of(List.of(DISCOUNT), 0, 0, 1);
    population.plus(20, 0, .1).plus(20, 0, .3).plus(20, 1, .5).plus(20, 1, .7).plus(80, 2, .4);

    // Own mean .2, siblings .6, spread of both sqrt(.05); everyone .4, spread sqrt(.025).
    assertDifferences(population, -1.79, -1.26);
  }

  @Test
  void skewedFeaturesAreComparedByTheirLogarithms() {
    MadePopulation population = MadePopulation.of(List.of(ORDERS), 0, 0, 1);
    population.plus(40, 0, Math.expm1(1)).plus(40, 1, Math.expm1(3)).plus(80, 2, Math.expm1(2));

    assertDifferences(population, -2, -1.41);
  }

  @Test
  void ofYesAndNoTheDifferenceIsThatOfTheShares() {
    MadePopulation population = MadePopulation.of(List.of(MEMBER), 0, 0, 1);
    population.plus(30, 0, 1).plus(10, 0, 0).plus(10, 1, 1).plus(30, 1, 0);
    population.plus(40, 2, 1).plus(40, 2, 0);

    assertDifferences(population, .5, .25);
    assertThat(personas(population).getFirst().persona().traits().getFirst().mean()).isEqualTo(.75);
  }

  private static void assertDifferences(
      MadePopulation population, double fromSiblings, double fromEveryone) {
    assertThat(personas(population).getFirst().persona().traits())
        .extracting(trait -> trait.fromSiblings().effect(), trait -> trait.fromEveryone().effect())
        .containsExactly(tuple(fromSiblings, fromEveryone));
  }

  @Test
  void whatIsToldHoldsForTheMeansBesideIt() {
    // A few who order a lot: the mean is higher, most order less.
    MadePopulation population = MadePopulation.of(List.of(ORDERS), 0, 0);
    population.plus(80, 0, 1).plus(20, 0, 100).plus(100, 1, 12);

    assertThat(personas(population).getFirst().persona().traits()).isEmpty();
  }

  @Test
  void aSegmentWithoutSiblingsIsHeldAgainstEveryone() {
    MadePopulation population = MadePopulation.of(List.of(ORDERS), 0, 1);
    population.plus(50, 0, 20).plus(50, 1, 2);

    assertThat(personas(population).getFirst().persona().traits())
        .singleElement()
        .satisfies(trait -> {
          assertThat(trait.fromSiblings()).isEqualTo(trait.fromEveryone());
          assertThat(trait.fromSiblings().text().english())
              .isEqualTo("Has ordered twice as often as customers overall.");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {19, 20})
  void atLeastTwentyCustomersAreBehindAWord(int buyers) {
    Feature rare = feature("category_share:wigs", MeasurementScale.CONTINUOUS);
    Feature channel = feature("channel_share:booth", MeasurementScale.CONTINUOUS);
    MadePopulation population = MadePopulation.of(List.of(rare, channel), 0, 0);
    population.plus(buyers, 0, 1, 1).plus(40 - buyers, 0, 0, 0).plus(100, 1, 0, 0);

    String told = personas(population).getFirst().toString();
    assertThat(told.contains("wigs")).isEqualTo(buyers == 20);
    assertThat(told.contains("booth")).isEqualTo(buyers == 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {19, 20})
  void aFeatureIsToldWhereItIsKnownOfTwenty(int known) {
    MadePopulation population = MadePopulation.of(List.of(ORDERS), 0, 0);
    population.plus(known, 0, 9).plus(60, 0, Double.NaN).plus(50, 1, 1);

    Persona persona = personas(population).getFirst().persona();
    assertThat(persona.traits()).hasSize(known == 20 ? 1 : 0);
    assertThat(persona.typical()).hasSize(known == 20 ? 1 : 0);
    // Its sibling has nobody to be held against.
    assertThat(personas(population).getLast().persona().traits()).hasSize(known == 20 ? 1 : 0);
  }

  @Test
  void ofFewerThanTwentyCustomersNothingIsTold() {
    MadePopulation population = MadePopulation.of(List.of(ORDERS), 0, 0);
    population.plus(19, 0, 9).plus(50, 1, 1);

    assertThat(personas(population).getFirst())
        .isEqualTo(
            new SegmentPersona(
                19,
                19 / 69.0,
                new Text("A few customers", "Ett fåtal kunder"),
                new Persona(
                    new Text(
                        "Too few customers to tell anything of them.",
                        "För få kunder för att något ska kunna sägas om dem."),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Persona.Value.UNKNOWN)));
  }

  @Test
  void theTypicalCustomerIsMadeOfThoseInTheMiddleAndRounded() {
    MadePopulation population = MadePopulation.of(List.of(ORDERS, RECENCY), 0);
    for (int i = 1; i <= 101; i++) {
      population.plus(1, 0, i, i % 2 == 0 ? 1_234 : Double.NaN);
    }

    assertThat(personas(population).getFirst().persona().typical())
        .containsExactly(
            new TypicalFeature("order_count", 52, 1),
            new TypicalFeature("days_since_last_order", 1_200, .5));
  }

  @Test
  void thoseWhoHaveNotOrderedAreProspectsAndNoBuyers() {
    Feature visits = feature("days_since_last_visit", MeasurementScale.SKEWED);
    Feature lately = feature("order_value_last_90_days", MeasurementScale.SKEWED);
    MadePopulation population = MadePopulation.of(List.of(ORDERS, visits, lately), 0, 0);
    population.plus(50, 0, 0, 200, 0).plus(50, 1, 5, 10, 100);

    assertThat(personas(population).getFirst().suggestedName())
        .isEqualTo(new Text("Absent prospects", "Frånvarande intressenter"));
  }

  /// Beside customers of many years all of them are the newest there are.
  @ParameterizedTest
  @CsvSource({
    "80,  70,  New customers, Nya kunder",
    "90,  90,  New customers, Nya kunder",
    "91,  70,  Typical customers, Typiska kunder",
    "400, 300, Typical customers, Typiska kunder"
  })
  void onlyThoseWhoAreNewByTheCalendarAreCalledNew(
      double first, double last, String english, String swedish) {
    Feature tenure = feature("days_since_first_order", MeasurementScale.SKEWED);
    MadePopulation population = MadePopulation.of(List.of(tenure, RECENCY), 0, 0);
    population.plus(50, 0, first, last).plus(50, 1, 3_000, last);

    assertThat(personas(population).getFirst().suggestedName())
        .isEqualTo(new Text(english, swedish));
    assertThat(personas(population).getLast().suggestedName())
        .isEqualTo(new Text("Long-standing customers", "Mångåriga kunder"));
  }

  @Test
  void aGroupIsCalledNewOnTheSameTerms() {
    Feature tenure = feature("days_since_first_order", MeasurementScale.SKEWED);
    MadePopulation population = MadePopulation.of(List.of(tenure), 0, 1);
    population.plus(50, 0, 200).plus(50, 1, 3_000);

    assertThat(Personas.groupNames(population.make(), Set.of()))
        .containsExactly(
            new Text("Typical customers", "Typiska kunder"),
            new Text("Long-standing customers", "Mångåriga kunder"));
  }

  @Test
  void signalsAreNotPartOfAPersona() {
    Feature signal =
        new Feature(
            "order_count", ORDERS.basis(), ORDERS.scale(), "orders", "Orders.", Feature.Use.SIGNAL);
    MadePopulation population = MadePopulation.of(List.of(signal), 0, 0);
    population.plus(50, 0, 9).plus(50, 1, 1);

    Persona persona = personas(population).getFirst().persona();
    assertThat(persona.traits()).isEmpty();
    assertThat(persona.typical()).isEmpty();
  }

  @Test
  void channelsAreSharesOfAllOrders() {
    MadePopulation population =
        MadePopulation.of(
            List.of(
                ORDERS,
                feature("channel_share:web", MeasurementScale.CONTINUOUS),
                feature("channel_share:store", MeasurementScale.CONTINUOUS)),
            0);
    population.plus(30, 0, 9, 0, 1).plus(30, 0, 1, 1, 0).plus(5, 0, 0, Double.NaN, Double.NaN);

    assertThat(personas(population).getFirst().persona().channels())
        .containsExactly(new ChannelShare("store", .9), new ChannelShare("web", .1));
  }
}
