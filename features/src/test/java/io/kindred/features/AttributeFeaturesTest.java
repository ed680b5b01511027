package io.kindred.features;

import static io.kindred.features.Sample.noon;
import static io.kindred.features.Sample.order;
import static io.kindred.features.Sample.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeFeaturesTest {
  private static final History KNOWN =
      History.of(
          List.of(),
          List.of(
              new Attribute("age", new AttributeValue.Quantity(41.5), noon("2026-01-01")),
              new Attribute("country", new AttributeValue.Category("se"), noon("2026-01-01")),
              new Attribute("country", new AttributeValue.Category("no"), noon("2026-02-01")),
              new Attribute("thrift", new AttributeValue.ScalePoint(4), noon("2026-01-01")),
              new Attribute("member", new AttributeValue.YesNo(true), noon("2026-01-01")),
              new Attribute("shoe_size", new AttributeValue.Quantity(44), noon("2026-01-01"))));

  @ParameterizedTest
  @CsvSource({
    "attribute:age, 41.5",
    "attribute:country=se, 0",
    "attribute:country=no, 1",
    "attribute:thrift, 4",
    "attribute:member, 1"
  })
  void theLatestValueStands(String feature, float expected) {
    assertThat(value(feature, "2026-03-31", KNOWN)).isEqualTo(expected);
  }

  @Test
  void anEarlierValueStandsUntilALaterOneIsLearned() {
    assertThat(value("attribute:country=se", "2026-01-31", KNOWN)).isOne();
    assertThat(value("attribute:country=no", "2026-01-31", KNOWN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"attribute:age", "attribute:country=se", "attribute:thrift", "attribute:member"})
  void anAttributeIsUnknownUntilItIsLearned(String feature) {
    assertThat(value(feature, "2025-12-31", KNOWN)).isNaN();
    assertThat(value(feature, "2026-03-31", order("1", "2026-03-01", 10))).isNaN();
  }

  @Test
  void knowledgeAloneSaysNothingOfBehaviour() {
    assertThat(value("order_count", "2026-03-31", KNOWN)).isNaN();
  }

  @Test
  void aWordThatHasNoColumnIsNoneOfThoseThatHave() {
    History danish = known("country", new AttributeValue.Category("dk"));
    assertThat(value("attribute:country=se", "2026-03-31", danish)).isZero();
    assertThat(value("attribute:country=no", "2026-03-31", danish)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void aPointBeyondTheScalesEndsIsRefused(int point) {
    assertRefused(
        known("thrift", new AttributeValue.ScalePoint(point)),
        "attribute thrift is scale point %d (expected a whole number from 1 to 5)"
            .formatted(point));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void theScalesEndsAreWithinIt(int point) {
    History known = known("thrift", new AttributeValue.ScalePoint(point));
    assertThat(value("attribute:thrift", "2026-03-31", known)).isEqualTo(point);
  }

  @Test
  void aValueOfAnotherTypeIsRefused() {
    assertRefused(
        known("age", new AttributeValue.Category("old")),
        "attribute age is 'old' (expected a number)");
    assertRefused(
        known("member", new AttributeValue.Quantity(1)),
        "attribute member is 1.0 (expected yes or no)");
    assertRefused(
        known("thrift", new AttributeValue.Quantity(3)),
        "attribute thrift is 3.0 (expected a whole number from 1 to 5)");
    assertRefused(
        known("country", new AttributeValue.YesNo(true)),
        "attribute country is yes (expected a word)");
  }

  @Test
  void valuesAndNamesMustSaySomething() {
    assertThatThrownBy(() -> new AttributeValue.Quantity(Double.NaN))
        .hasMessage("attribute is NaN (expected a finite number; leave an unknown value out)");
    assertThatThrownBy(() -> new AttributeValue.Category(" "))
        .hasMessage("attribute is blank (expected a word; leave an unknown value out)");
    assertThatThrownBy(() -> new Attribute("", new AttributeValue.YesNo(true), noon("2026-01-01")))
        .hasMessage("attribute name is blank (expected a declared name)");
  }

  @Test
  void aDeclarationMustBeUsable() {
    assertThatThrownBy(() -> definition(" ", AttributeDefinition.Type.NUMBER, 0, 0))
        .hasMessage("attribute name is blank (expected a word)");
    assertThatThrownBy(() -> definition("thrift", AttributeDefinition.Type.SCALE, 5, 5))
        .hasMessage("scale of attribute thrift runs from 5 to 5 (expected lowest < highest)");
    assertThatThrownBy(() -> definition("country=se", AttributeDefinition.Type.CATEGORY, 0, 0))
        .hasMessage(
            "attribute name is country=se (expected no '=', which parts a name from a word in a"
                + " feature's name)");
  }

  private static AttributeDefinition definition(
      String name, AttributeDefinition.Type type, int lowest, int highest) {
    return new AttributeDefinition(name, Basis.DEMOGRAPHIC, type, lowest, highest);
  }

  private static History known(String name, AttributeValue value) {
    return History.of(List.of(), List.of(new Attribute(name, value, noon("2026-01-01"))));
  }

  private static void assertRefused(History history, String message) {
    assertThatThrownBy(() -> value("order_count", "2026-03-31", history))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
