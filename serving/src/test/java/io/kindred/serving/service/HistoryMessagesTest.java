package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import io.kindred.serving.testing.TinyShop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryMessagesTest {
  private static final Instant TIME = Instant.parse("2026-02-03T04:05:06.123456789Z");
  private static final List<Event> EVENTS =
      List.of(
          new Order("1", TIME, 10.5, 2, "books", "web", "WELCOME"),
          new Return("2", TIME.plusSeconds(1), 5.25, 1),
          new Visit("3", TIME.plusSeconds(2), "app", 7),
          new Cart("4", TIME.plusSeconds(3), Cart.Step.FILLED, 30),
          new Cart("5", TIME.plusSeconds(4), Cart.Step.ABANDONED, 30),
          new Message("6", TIME.plusSeconds(5), Message.Step.SENT, "email"),
          new Message("7", TIME.plusSeconds(6), Message.Step.OPENED, "email"),
          new Message("8", TIME.plusSeconds(7), Message.Step.CLICKED, "email"));
  private static final List<Attribute> ATTRIBUTES =
      List.of(
          new Attribute("age", new AttributeValue.Quantity(-41.5), TIME),
          new Attribute("country", new AttributeValue.Category("no"), TIME),
          new Attribute("thrift", new AttributeValue.ScalePoint(5), TIME),
          new Attribute("member", new AttributeValue.YesNo(false), TIME),
          new Attribute("member", new AttributeValue.YesNo(true), TIME.plusSeconds(1)));

  @Test
  void everyKindOfEventAndAttributeArrivesAsItWasSent() {
    History history = History.of(EVENTS, ATTRIBUTES);

    assertThat(read(HistoryWriter.toMessage(history))).isEqualTo(history);
  }

  @Test
  void orderAndRepetitionChangeNothing() {
    History history = History.of(EVENTS, ATTRIBUTES);
    List<io.kindred.v1.Event> events =
        new ArrayList<>(HistoryWriter.toMessage(history).getEventsList());
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, new Random(7));

    assertThat(
            read(
                HistoryWriter.toMessage(history).toBuilder()
                    .clearEvents()
                    .addAllEvents(events)
                    .build()))
        .isEqualTo(history);
  }

  private static History read(io.kindred.v1.History message) {
    Violations violations = new Violations();
    History history =
        new HistoryReader(TinyShop.SCHEMA).read(message, new Place.Whole(), violations);
    assertThat(violations.count()).isZero();
    return history;
  }
}
