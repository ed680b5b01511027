package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TimeTextTest {
  static final List<Integer> SEEDS = IntStream.range(0, 10).boxed().toList();

  @ParameterizedTest
  @CsvSource({
    "2025-06-01, 2025-05-31T22:00:00Z",
    "2025-06-01 08:26, 2025-06-01T06:26:00Z",
    "2025-06-01T08:26:30.25, 2025-06-01T06:26:30.250Z",
    "2025-06-01T08:26:00Z, 2025-06-01T08:26:00Z",
    "2025-06-01 08:26:00+01, 2025-06-01T07:26:00Z",
    "2025-06-01 08:26+0530, 2025-06-01T02:56:00Z",
    "2025-06-01T08:26:00-05:00, 2025-06-01T13:26:00Z",
    "2025-03-30 02:30, 2025-03-30T01:30:00Z",
    "2024-10-27 02:30, 2024-10-27T00:30:00Z",
  })
  void aTimeWithoutAZoneIsOfTheDatasetsClock(String written, Instant meant) {
    assertThat(new TimeText(Optional.empty(), ZoneId.of("Europe/Stockholm")).time(written))
        .contains(meant);
  }

  /// A fraction of a second goes through the formatter, none through the quick way.
  @ParameterizedTest
  @FieldSource("SEEDS")
  void theQuickWayReadsWhatTheFormatterReads(int seed) {
    TimeText times = new TimeText(Optional.empty(), ZoneId.of("Europe/Stockholm"));
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      String text =
          "20%02d-%02d-%02d%s%02d:%02d:%02d"
              .formatted(
                  random.nextInt(100),
                  random.nextInt(14),
                  random.nextInt(33),
                  random.nextBoolean() ? "T" : " ",
                  random.nextInt(26),
                  random.nextInt(62),
                  random.nextInt(62));
      String zone = random.nextBoolean() ? "Z" : "";

      assertThat(times.time(text + zone)).isEqualTo(times.time(text + ".0" + zone));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "epoch_seconds, 1740830400",
    "epoch_millis, 1740830400000",
    "yyyyMMddHHmm, 202503011200",
    "d MMM yyyy HH:mm, 1 mar 2025 12:00",
    "MM/dd/yyyy hh:mm a XXX, 03/01/2025 02:00 pm +02:00",
  })
  void timeFormatNamesAnotherWayOfWriting(String format, String written) {
    assertThat(new TimeText(Optional.of(format), ZoneOffset.UTC).time(written))
        .contains(Instant.parse("2025-03-01T12:00:00Z"));
  }
}
