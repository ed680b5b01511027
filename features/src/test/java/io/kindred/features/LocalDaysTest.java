package io.kindred.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The table of changes of clocks against `java.time`, which it is faster than.
class LocalDaysTest {
  private static final long FIRST = Instant.parse("1700-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2199-12-31T23:59:59Z").getEpochSecond();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/Stockholm",
        "America/New_York",
        "America/St_Johns",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Asia/Tehran",
        "Africa/Casablanca",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Kiritimati"
      })
  void daysAndHoursAreThoseOfJavaTime(String zone) {
    ZoneId id = ZoneId.of(zone);
    LocalDays days = new LocalDays(id);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      Instant moment =
          Instant.ofEpochSecond(random.nextLong(FIRST, LAST), random.nextInt(1_000_000_000));
      assertSame(days, id, moment);
    }
    ZoneOffsetTransition change = id.getRules().nextTransition(Instant.ofEpochSecond(FIRST));
    while (change != null && change.getInstant().getEpochSecond() < LAST) {
      for (long seconds : new long[] {-86_400, -3601, -1, 0, 1, 3599, 3600, 7200, 86_400}) {
        assertSame(days, id, change.getInstant().plusSeconds(seconds));
        LocalDateTime local = change.getDateTimeBefore().plusSeconds(seconds);
        assertSameLocal(days, id, local);
        assertSameLocal(days, id, change.getDateTimeAfter().plusSeconds(seconds));
      }
      change = id.getRules().nextTransition(change.getInstant());
    }
  }

  @Test
  void momentsBeyondTheRangeOfEventsAreAsFarAsTheyGo() {
    assertThat(LocalDays.nanos(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
    assertThat(LocalDays.nanos(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(LocalDays.moment(LocalDays.nanos(Instant.parse("1969-12-31T23:59:59.999999999Z"))))
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999999999Z"));
  }

  @Test
  void theQuarterOfEveryDayIsThatOfItsMonth() {
    LocalDate day = LocalDate.of(1700, 1, 1);
    while (day.getYear() < 2200) {
      assertThat(OrderTimes.quarter((int) day.toEpochDay()))
          .as(day.toString())
          .isEqualTo((day.getMonthValue() - 1) / 3);
      day = day.plusDays(1);
    }
  }

  private static void assertSame(LocalDays days, ZoneId zone, Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
    long nanos = LocalDays.nanos(moment);
    assertThat(days.day(nanos)).as(moment.toString()).isEqualTo(local.toLocalDate().toEpochDay());
    assertThat(days.hour(nanos)).as(moment.toString()).isEqualTo(local.getHour());
    assertSameLocal(days, zone, local);
  }

  private static void assertSameLocal(LocalDays days, ZoneId zone, LocalDateTime local) {
    long nanos = LocalDays.nanos(local.toInstant(ZoneOffset.UTC));
    assertThat(days.nanosOfLocal(nanos))
        .as(local.toString())
        .isEqualTo(LocalDays.nanos(local.atZone(zone).toInstant()));
  }
}
