package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.kindred.features.CustomEvent;
import io.kindred.features.Order;
import io.kindred.features.Visit;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.Attribute;
import io.kindred.v1.Day;
import io.kindred.v1.Event;
import io.kindred.v1.History;
import io.kindred.v1.Words;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What lies just within a limit is taken; {@link MalformedRequestTest} has what lies beyond.
class RequestLimitsTest {
  // Each is one character and two units of UTF-16.
  private static final String LONGEST_ID = "🛒".repeat(256);
  private static final String LONGEST_WORD = "🛒".repeat(1_000);

  @Test
  void theLongestIdAndWordsAreTaken() {
    Event.Builder event = Requests.event(LONGEST_ID);
    event
        .getVisitBuilder()
        .setChannel(LONGEST_WORD)
        .setDevice(LONGEST_WORD)
        .setReferrer(LONGEST_WORD);

    assertThat(read(event))
        .isEqualTo(
            new Visit(
                LONGEST_ID,
                Times.fromMessage(Requests.TIME),
                LONGEST_WORD,
                0,
                LONGEST_WORD,
                LONGEST_WORD));
  }

  @Test
  void anOrderMayHaveTenThousandLines() {
    Event.Builder event = Requests.event("1");
    IntStream.range(0, 10_000)
        .forEach(i -> event.getOrderBuilder().addLinesBuilder().setProduct("product " + i));

    assertThat(((Order) read(event)).lines()).hasSize(10_000);
  }

  @Test
  void aCustomEventMayHaveFourPropertiesAndAnyNumber() {
    Event.Builder event = Requests.event("1");
    event.getCustomBuilder().setName(LONGEST_WORD).setValue(-1e18);
    IntStream.range(0, 4)
        .forEach(i -> event.getCustomBuilder().putProperties("word " + i, LONGEST_WORD));

    CustomEvent custom = (CustomEvent) read(event);

    assertThat(custom.value()).isEqualTo(-1e18);
    assertThat(custom.properties()).hasSize(4).containsEntry("word 3", LONGEST_WORD);
  }

  @Test
  void anEmptyPropertyIsTheSameAsNone() {
    Event.Builder event = Requests.event("1");
    event.getCustomBuilder().setName("webinar_attended").putProperties("topic", "");

    assertThat(((CustomEvent) read(event)).properties()).isEmpty();
  }

  @Test
  void theFirstAndTheLastMomentAreTaken() {
    for (String moment : new String[] {"1700-01-01T00:00:00Z", "2199-12-31T23:59:59.999999999Z"}) {
      Timestamp time = Times.toMessage(Instant.parse(moment));
      Event.Builder event = Requests.event("1").setTime(time);
      event.getVisitBuilder();

      assertThat(read(event).time()).isEqualTo(moment);
    }
  }

  @Test
  void wordsAndDaysAreTakenToTheirLimits() {
    Words.Builder words = Words.newBuilder();
    IntStream.range(0, 1_000).forEach(i -> words.addValues("word " + i));
    History.Builder message = History.newBuilder();
    message.addAttributes(known("interests").setWords(words));
    message.addAttributes(known("birthday").setDay(day(1700, 1, 1)));
    assertThat(read(message).attributes()).hasSize(2);

    message = History.newBuilder();
    message.addAttributes(known("interests").setWords(Words.getDefaultInstance()));
    message.addAttributes(known("birthday").setDay(day(2199, 12, 31)));
    assertThat(read(message).attributes()).hasSize(2);
  }

  private static Attribute.Builder known(String name) {
    return Attribute.newBuilder().setName(name).setKnownSince(Requests.TIME);
  }

  private static Day.Builder day(int year, int month, int day) {
    return Day.newBuilder().setYear(year).setMonth(month).setDay(day);
  }

  private static io.kindred.features.Event read(Event.Builder event) {
    return read(History.newBuilder().addEvents(event)).events().getFirst();
  }

  private static io.kindred.features.History read(History.Builder message) {
    Violations violations = new Violations();
    io.kindred.features.History history =
        new HistoryReader(TinyShop.SCHEMA).read(message.build(), new Place.Whole(), violations);
    violations.refuseIfAny();
    return history;
  }
}
