package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.History;
import io.kindred.features.LateEvent;
import io.kindred.features.testing.RandomHistories;
import io.kindred.serving.testing.TinyShop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryMessagesTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyHistoryArrivesAsItWasSent(long seed) {
    History history = RandomHistories.of(seed);

    assertThat(read(HistoryWriter.toMessage(history))).isEqualTo(history);
  }

  /// Else the test above would say less than it seems to.
  @Test
  void everyKindOfEventAndAttributeIsAmongThem() {
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    Set<EventKind> lateKinds = EnumSet.noneOf(EventKind.class);
    Set<String> attributes = new TreeSet<>();
    seeds()
        .mapToObj(RandomHistories::of)
        .forEach(history -> {
          history
              .events()
              .forEach(event -> {
                (event instanceof LateEvent ? lateKinds : kinds).add(event.kind());
              });
          history.attributes().forEach(attribute -> attributes.add(attribute.name()));
        });

    assertThat(kinds).containsExactly(EventKind.values());
    assertThat(lateKinds).containsExactly(EventKind.values());
    assertThat(attributes)
        .containsExactly("age", "birthday", "country", "interests", "member", "thrift");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void orderAndRepetitionChangeNothing(long seed) {
    History history = RandomHistories.of(seed);
    Random random = new Random(seed);
    List<io.kindred.v1.Event> events = new ArrayList<>();
    for (int copy = 0; copy < 2; copy++) {
      for (io.kindred.v1.Event event : HistoryWriter.toMessage(history).getEventsList()) {
        events.add(inOtherWords(event, random));
      }
    }
    Collections.shuffle(events, random);

    assertThat(
            read(
                HistoryWriter.toMessage(history).toBuilder()
                    .clearEvents()
                    .addAllEvents(events)
                    .build()))
        .isEqualTo(history);
  }

  @Test
  void anEventKnownNotLaterThanItHappenedIsNotLate() {
    Event event = RandomHistories.of(1).events().getFirst();
    Instant earlier = event.time().minusNanos(1);

    for (Instant knownSince : List.of(event.time(), earlier)) {
      var message =
          io.kindred.v1.Event.newBuilder()
              .setId("1")
              .setTime(Times.toMessage(event.time()))
              .setKnownSince(Times.toMessage(knownSince))
              .setVisit(io.kindred.v1.Visit.getDefaultInstance());
      assertThat(
              read(io.kindred.v1.History.newBuilder().addEvents(message).build())
                  .events()
                  .getFirst()
                  .knownSince())
          .isEqualTo(event.time());
    }
  }

  /// A message that says the same: order lines in another order, the currency named or not.
  private static io.kindred.v1.Event inOtherWords(io.kindred.v1.Event event, Random random) {
    io.kindred.v1.Event.Builder other = event.toBuilder();
    if (event.hasOrder()) {
      List<io.kindred.v1.OrderLine> lines = new ArrayList<>(event.getOrder().getLinesList());
      Collections.shuffle(lines, random);
      other
          .getOrderBuilder()
          .setCurrency(random.nextBoolean() ? "SEK" : "")
          .clearLines()
          .addAllLines(lines);
    }
    return other.build();
  }

  private static History read(io.kindred.v1.History message) {
    Violations violations = new Violations();
    History history =
        new HistoryReader(TinyShop.SCHEMA).read(message, new Place.Whole(), violations);
    violations.refuseIfAny();
    return history;
  }
}
