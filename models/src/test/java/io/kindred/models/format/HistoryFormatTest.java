package io.kindred.models.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.kindred.features.History;
import io.kindred.features.testing.RandomHistories;
import io.kindred.models.bundle.v1.Event;
import io.kindred.models.bundle.v1.Visit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryFormatTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyHistoryIsReadAsItWasWritten(long seed) throws InvalidProtocolBufferException {
    History history = RandomHistories.of(seed);
    byte[] bytes = HistoryFormat.toMessage(history).toByteArray();

    assertThat(HistoryFormat.fromMessage(io.kindred.models.bundle.v1.History.parseFrom(bytes)))
        .isEqualTo(history);
    assertThat(HistoryFormat.toMessage(RandomHistories.of(seed)).toByteArray()).isEqualTo(bytes);
  }

  @Test
  void anEventKnownBeforeItHappenedIsRefused() {
    Event.Builder event =
        Event.newBuilder()
            .setId("1")
            .setTime(Timestamp.newBuilder().setSeconds(60))
            .setKnownSince(Timestamp.newBuilder().setSeconds(59))
            .setVisit(Visit.getDefaultInstance());

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            HistoryFormat.fromMessage(
                io.kindred.models.bundle.v1.History.newBuilder().addEvents(event).build()))
        .withMessage(
            "an event of 1970-01-01T00:01:00Z is known since 1970-01-01T00:00:59Z (expected later; leave known since out otherwise)");
  }
}
