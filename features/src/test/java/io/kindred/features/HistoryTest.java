package io.kindred.features;

import static io.kindred.features.Sample.endOf;
import static io.kindred.features.Sample.noon;
import static io.kindred.features.Sample.order;
import static io.kindred.features.Sample.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void eventsStandInOrderOfTimeAndThenOfId() {
    History history =
        Sample.history(
            order("c", "2026-01-02", 1), visit("b", "2026-01-01", 1), order("a", "2026-01-02", 1));
    assertThat(history.events()).extracting(Event::id).containsExactly("b", "a", "c");
  }

  @Test
  void twoDifferentEventsMayNotShareAnId() {
    assertThatThrownBy(
            () -> Sample.history(order("7", "2026-01-01", 1), order("7", "2026-01-01", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "two different events share the id 7 (expected one event an id; a repeated id must"
                + " repeat the whole event)");
  }

  @Test
  void oneMoreEventStandsAtItsPlace() {
    History history =
        Sample.history(order("a", "2026-01-01", 1), order("c", "2026-01-03", 1))
            .plus(order("b", "2026-01-02", 1))
            .plus(visit("d", "2026-01-01", 1))
            .plus(order("e", "2025-12-31", 1))
            .plus(order("f", "2026-01-04", 1));
    assertThat(history.events())
        .extracting(Event::id)
        .containsExactly("e", "a", "d", "b", "c", "f");
  }

  @Test
  void anEventThatComesAgainChangesNothing() {
    History history = Sample.history(order("a", "2026-01-01", 1), order("b", "2026-01-02", 1));
    assertThat(history.plus(order("a", "2026-01-01", 1))).isSameAs(history);
  }

  @Test
  void oneMoreEventMayNotHaveTheIdOfADifferentOne() {
    History history = Sample.history(order("a", "2026-01-01", 1));
    assertThatThrownBy(() -> history.plus(order("a", "2026-01-02", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "two different events share the id a (expected one event an id; a repeated id must"
                + " repeat the whole event)");
  }

  @Test
  void ofTwoValuesLearnedAtOnceTheSameStandsWhicheverCameFirst() {
    Attribute norwegian =
        new Attribute("country", new AttributeValue.Category("no"), noon("2026-01-01"));
    Attribute swedish =
        new Attribute("country", new AttributeValue.Category("se"), noon("2026-01-01"));
    assertThat(History.of(List.of(), List.of(norwegian, swedish)).attributes())
        .containsExactly(swedish);
    assertThat(History.of(List.of(), List.of(swedish, norwegian)).attributes())
        .containsExactly(swedish);
  }

  @Test
  void whatHappenedAtTheAsOfMomentItselfIsKnown() {
    Order order = order("1", "2026-01-01", 1);
    Attribute age = new Attribute("age", new AttributeValue.Quantity(40), noon("2026-01-01"));
    History history = History.of(List.of(order), List.of(age));
    assertThat(history.asOf(noon("2026-01-01"))).isEqualTo(history);
    assertThat(history.asOf(noon("2026-01-01").minusNanos(1))).isEqualTo(History.empty());
  }

  @Test
  void aHistoryIsEmptyOnlyWithoutEventsAndKnowledge() {
    assertThat(History.empty().isEmpty()).isTrue();
    assertThat(Sample.history(order("1", "2026-01-01", 1)).isEmpty()).isFalse();
    assertThat(
            History.of(
                    List.of(),
                    List.of(
                        new Attribute("age", new AttributeValue.Quantity(40), endOf("2026-01-01"))))
                .isEmpty())
        .isFalse();
  }

  @Test
  void itsTextFormCountsAndShowsNothing() {
    assertThat(Sample.history(order("secret", "2026-01-01", 1)))
        .hasToString("History of 1 events and 0 attributes");
  }
}
