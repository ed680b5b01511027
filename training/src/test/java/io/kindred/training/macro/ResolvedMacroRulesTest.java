package io.kindred.training.macro;

import static io.kindred.training.macro.Rules.atLeast;
import static io.kindred.training.macro.Rules.below;
import static io.kindred.training.macro.Rules.between;
import static io.kindred.training.macro.Rules.is;
import static io.kindred.training.macro.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.Region;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvedMacroRulesTest {
  private static final MacroRules BRIEF =
      Rules.of(
          rule("Nordic", is("country", "SE", "NO", "DK")),
          rule("Young professionals", between("age", 18, 30), is("plan", "pro")),
          rule("Lapsed", atLeast("days_since_last_order", 365)));

  private FeatureSchema schema = Rules.SCHEMA;

  @Test
  void theFirstRuleThatHoldsWinsAndTheRestIsAdded() {
    ResolvedMacroRules rules = BRIEF.resolve(schema);

    assertThat(names(rules))
        .containsExactly("Nordic", "Young professionals", "Lapsed", "Everyone else");
    assertThat(rules.macros().getLast().name().in("sv")).isEqualTo("Alla andra");
    // Nordic, young and lapsed at once.
    Row all = known().set("attribute:country=NO", 1).set("attribute:age", 20).set("plan:pro", 1);
    assertThat(possible(rules, all.set("days_since_last_order", 400))).containsExactly("Nordic");
    all.set("attribute:country=NO", 0);
    assertThat(possible(rules, all)).containsExactly("Young professionals");
    all.set("plan:pro", 0);
    assertThat(possible(rules, all)).containsExactly("Lapsed");
    all.set("days_since_last_order", 364);
    assertThat(possible(rules, all)).containsExactly("Everyone else");
    assertThat(rules.certain(all.values)).hasValue(3);
  }

  @Test
  void whatIsUnknownLeavesOpenWhatItWouldDecide() {
    ResolvedMacroRules rules = BRIEF.resolve(schema);

    assertThat(possible(rules, unknown()))
        .containsExactly("Nordic", "Young professionals", "Lapsed", "Everyone else");
    assertThat(rules.certain(unknown().values)).isEmpty();
    assertThat(possible(rules, unknown().set("attribute:country=DK", 0)))
        .containsExactly("Nordic", "Young professionals", "Lapsed", "Everyone else");
    // One word that is known to be the customer's is enough.
    assertThat(possible(rules, unknown().set("attribute:country=DK", 1))).containsExactly("Nordic");
    assertThat(possible(rules, countries(unknown(), "DE").set("days_since_last_order", 500)))
        .containsExactly("Young professionals", "Lapsed");
    assertThat(possible(rules, countries(unknown(), "DE").set("attribute:age", 31)))
        .containsExactly("Lapsed", "Everyone else");
  }

  @Test
  void rangesThatLeaveNobodyOverLeaveNobodyOverWhereTheValueIsUnknownToo() {
    ResolvedMacroRules rules =
        Rules.of(
                rule("Young", below("age", 30)),
                rule("Middle", between("age", 30, 60)),
                rule("Old", atLeast("age", 60)))
            .resolve(schema);

    assertThat(names(rules)).containsExactly("Young", "Middle", "Old");
    assertThat(possible(rules, unknown())).containsExactly("Young", "Middle", "Old");
  }

  @ParameterizedTest
  @CsvSource({
    "18, In",
    "17.999999, Everyone else",
    "17.9999999999, In",
    "29.999998, In",
    "30, Everyone else",
    "29.9999999999, Everyone else",
    "-1e30, Everyone else"
  })
  void boundsAreComparedInSinglePrecision(double age, String macro) {
    ResolvedMacroRules rules = Rules.of(rule("In", between("age", 18, 30))).resolve(schema);

    assertThat(possible(rules, known().set("attribute:age", age))).containsExactly(macro);
  }

  @Test
  void aBoundThatIsNoSinglePrecisionNumberIsRoundedLikeTheRow() {
    ResolvedMacroRules rules =
        Rules.of(
                rule("Less", below("returned_value_share", .1)),
                rule("Exact", is("returned_value_share", "0.1")))
            .resolve(schema);

    // (float) .1 is more than .1, and still not below it.
    assertThat(possible(rules, known().set("returned_value_share", .1))).containsExactly("Exact");
    assertThat(possible(rules, known().set("returned_value_share", Math.nextDown(.1f))))
        .containsExactly("Less");
    assertThat(possible(rules, known().set("returned_value_share", Math.nextUp(.1f))))
        .containsExactly("Everyone else");
  }

  @Test
  void anyOfSeveralWordsIsEnoughWhereACustomerHasSeveralToo() {
    ResolvedMacroRules rules =
        Rules.of(
                rule("Readers", is("interests", "books"), is("member", "yes")),
                rule("Either", is("interests", "books", "sport")))
            .resolve(schema);

    Row both = known().set("attribute:interests=books", 1).set("attribute:interests=sport", 1);
    assertThat(possible(rules, both.set("attribute:member", 1))).containsExactly("Readers");
    assertThat(possible(rules, both.set("attribute:member", 0))).containsExactly("Either");
    assertThat(possible(rules, both.set("attribute:member", Float.NaN)))
        .containsExactly("Readers", "Either");
    assertThat(possible(rules, both.set("attribute:interests=books", 0))).containsExactly("Either");
    assertThat(possible(rules, both.set("attribute:interests=sport", 0)))
        .containsExactly("Everyone else");
  }

  @Test
  void pointsOfAScaleAndYesAndNo() {
    ResolvedMacroRules rules =
        Rules.of(
                rule("Trusting members", is("trust", "4", "5"), is("member", "true")),
                rule("Others without", is("attribute:member", "false")),
                rule("Ends soon", between("contract_end", -30, 0)),
                rule("Gone", is("journey_stage", "lapsed")))
            .resolve(schema);

    Row row = known().set("attribute:trust", 4).set("attribute:member", 1);
    assertThat(possible(rules, row)).containsExactly("Trusting members");
    assertThat(possible(rules, row.set("attribute:trust", 3))).containsExactly("Everyone else");
    assertThat(possible(rules, row.set("journey_stage:lapsed", 1))).containsExactly("Gone");
    assertThat(possible(rules, row.set("attribute:contract_end", -1))).containsExactly("Ends soon");
    assertThat(possible(rules, row.set("attribute:member", 0))).containsExactly("Others without");
  }

  @Test
  void anAccountIsAskedByItsPrefix() {
    schema = Rules.schema(true);
    ResolvedMacroRules rules =
        Rules.of(
                rule("Nordic account", is("account:country", "SE")),
                rule("Nordic", is("country", "SE")),
                rule("Big", atLeast("account:order_count", 10), is("account:plan", "pro")))
            .resolve(schema);

    assertThat(possible(rules, known().set("attribute:country=SE", 1))).containsExactly("Nordic");
    assertThat(possible(rules, known().set("account:attribute:country=SE", 1)))
        .containsExactly("Nordic account");
    assertThat(possible(rules, known().set("account:order_count", 10).set("account:plan:pro", 1)))
        .containsExactly("Big");
  }

  @Test
  void everyStageNamedLeavesNobodyOver() {
    MacroRules stages =
        Rules.of(
            rule("New", is("journey_stage", "aware", "considering")),
            rule("Active", is("journey_stage", "buying", "loyal")),
            rule("Lapsed", is("journey_stage", "lapsed")));
    ResolvedMacroRules rules = stages.resolve(schema);

    assertThat(names(rules)).containsExactly("New", "Active", "Lapsed");
    assertThat(possible(rules, unknown())).containsExactly("New", "Active", "Lapsed");
    assertThat(possible(rules, known().set("journey_stage:loyal", 1))).containsExactly("Active");
    assertThat(possible(rules, known().set("journey_stage:lapsed", 1))).containsExactly("Lapsed");
    // No history gives such a row.
    assertThat(possible(rules, known())).containsExactly("Lapsed");
    schema =
        schema.only(
            schema.names().stream().filter(name -> !name.equals("journey_stage:lapsed")).toList());
    assertThat(names(new MacroRules(stages.rules().subList(0, 2)).resolve(schema)))
        .containsExactly("New", "Active", "Everyone else");
  }

  @Test
  void oneMacroSegmentForAll() {
    ResolvedMacroRules rules = Rules.of(rule("All")).resolve(schema);

    assertThat(rules.possible(unknown().values)).containsExactly(true);
    assertThat(rules.macros().getFirst().regions()).containsExactly(new Region(List.of()));
  }

  @Test
  void nobodyCanBeInARuleThatOthersShadow() {
    String remedy =
        " can have no customer: its conditions contradict each other, or the macro-segments before it"
            + " take everyone (expected conditions that someone can meet; reorder the rules, or leave it out)";
    refused(
        Rules.of(
            rule("Nordic", is("country", "SE", "NO")),
            rule("Swedish and young", is("country", "SE"), below("age", 30))),
        "macro-segment Swedish and young" + remedy);
    refused(
        Rules.of(rule("Odd", below("age", 30), atLeast("attribute:age", 30))),
        "macro-segment Odd" + remedy);
    refused(
        Rules.of(
            rule("Members", is("member", "yes")),
            rule("Others", is("member", "no")),
            rule("The rest")),
        "macro-segment The rest" + remedy);
  }

  @Test
  void rulesOfTooManyAttributesAreRefused() {
    MacroRule[] rules =
        IntStream.range(0, 7)
            .mapToObj(i ->
                rule(
                    "r" + i,
                    IntStream.range(3 * i, 3 * i + 3)
                        .mapToObj(j -> atLeast(schema.names().get(j), 1))
                        .toArray(MacroCondition[]::new)))
            .toArray(MacroRule[]::new);

    refused(
        Rules.of(rules),
        "the rules for macro-segments part the customers into more than 500 regions (expected fewer;"
            + " name fewer attributes in one rule, or fewer rules)");
    assertThat(Rules.of(Arrays.copyOf(rules, 5)).resolve(schema).macros().getLast().regions())
        .hasSize(243);
  }

  @Test
  void bandsWithinCountriesStayFewRegions() {
    MacroRule[] rules =
        IntStream.range(0, 12)
            .mapToObj(i ->
                rule(
                    "r" + i,
                    is("country", List.of("SE", "NO", "DK", "DE").get(i / 3)),
                    between("age", 20 * (i % 3), 20 * (i % 3) + 20)))
            .toArray(MacroRule[]::new);

    ResolvedMacroRules resolved = Rules.of(rules).resolve(schema);

    assertThat(resolved.macros().stream().mapToInt(macro -> macro.regions().size()).sum())
        .isLessThan(40);
  }

  private void refused(MacroRules rules, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules.resolve(schema))
        .withMessage(message);
  }

  private static List<String> names(ResolvedMacroRules rules) {
    return rules.macros().stream().map(macro -> macro.name().in("en")).toList();
  }

  private static List<String> possible(ResolvedMacroRules rules, Row row) {
    boolean[] possible = rules.possible(row.values);
    return IntStream.range(0, possible.length)
        .filter(i -> possible[i])
        .mapToObj(i -> rules.macros().get(i).name().in("en"))
        .toList();
  }

  private static Row countries(Row row, String country) {
    for (String word : List.of("SE", "NO", "DK", "DE")) {
      row.set("attribute:country=" + word, word.equals(country) ? 1 : 0);
    }
    return row;
  }

  private Row known() {
    return new Row(0);
  }

  private Row unknown() {
    return new Row(Float.NaN);
  }

  private final class Row {
    private final float[] values = new float[schema.size()];

    Row(float all) {
      Arrays.fill(values, all);
    }

    Row set(String feature, double value) {
      values[schema.indexOf(feature)] = (float) value;
      return this;
    }
  }
}
