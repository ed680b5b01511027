package io.kindred.features;

import static io.kindred.features.Sample.STOCKHOLM;
import static io.kindred.features.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days begin and end where the customers live, also when clocks change.
class DayBoundaryTest {
  @ParameterizedTest
  @CsvSource({
    // Clocks go forward on 2026-03-29 and back on 2026-10-25; 2028 has a leap day.
    "2026-03-28T23:59:59, 2026-03-29T00:00, 1",
    "2026-03-29T00:00, 2026-03-29T23:59:59, 0",
    "2026-03-28T12:00, 2026-03-30T00:00, 2",
    "2026-10-24T23:59:59, 2026-10-25T00:00, 1",
    "2026-10-25T00:00, 2026-10-25T23:59:59, 0",
    "2026-10-25T02:30, 2026-10-26T00:00, 1",
    "2028-02-28T12:00, 2028-03-01T12:00, 2",
    "2027-02-28T12:00, 2027-03-01T12:00, 1",
    "2028-02-29T12:00, 2029-02-28T12:00, 365",
    "2026-12-31T23:59:59, 2027-01-01T00:00, 1"
  })
  void daysAreCountedByTheCalendarInStockholm(String order, String asOf, float days) {
    assertThat(daysSinceOrder(STOCKHOLM, at(order), at(asOf))).isEqualTo(days);
  }

  @Test
  void theSameMomentsAreADayApartInOneZoneAndNotInAnother() {
    Instant order = Instant.parse("2026-07-01T21:59:59Z");
    Instant asOf = Instant.parse("2026-07-01T22:00:00Z");
    assertThat(daysSinceOrder(STOCKHOLM, order, asOf)).isOne();
    assertThat(daysSinceOrder(ZoneId.of("UTC"), order, asOf)).isZero();
    assertThat(daysSinceOrder(ZoneId.of("America/New_York"), order, asOf)).isZero();
  }

  @Test
  void bothHoursOfTheNightThatHasOneTwiceAreOneDay() {
    History history =
        Sample.history(
            new Order("1", Instant.parse("2026-10-25T00:30:00Z"), 10, 1, "", "", ""),
            new Order("2", Instant.parse("2026-10-25T01:30:00Z"), 10, 1, "", "", ""));
    assertThat(Sample.value("repeat_purchase_days", "2026-10-25", history)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28, 2026-03-28T22:59:59.999999999Z",
    "2026-03-29, 2026-03-29T21:59:59.999999999Z",
    "2026-10-24, 2026-10-24T21:59:59.999999999Z",
    "2026-10-25, 2026-10-25T22:59:59.999999999Z",
    "2028-02-29, 2028-02-29T22:59:59.999999999Z"
  })
  void aDayEndsANanosecondBeforeTheNext(LocalDate day, Instant expected) {
    assertThat(AsOf.endOf(day, STOCKHOLM)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Stockholm",
        "UTC",
        "America/Sao_Paulo",
        "America/Havana",
        "Asia/Beirut",
        "America/St_Johns",
        "Australia/Lord_Howe"
      })
  void aHorizonFromADaysEndEndsWithTheLaterDay(String zone) {
    ZoneId zoneId = ZoneId.of(zone);
    LocalDate day = LocalDate.of(2009, 1, 1);
    for (int i = 0; i < 4000; i++) {
      Instant from = AsOf.endOf(day, zoneId);
      for (int days : new int[] {1, 7, 182}) {
        assertThat(AsOf.plusDays(from, days, zoneId))
            .isEqualTo(AsOf.endOf(day.plusDays(days), zoneId));
      }
      day = day.plusDays(1);
    }
  }

  @Test
  void aHorizonWithinADayKeepsTheHour() {
    assertThat(AsOf.plusDays(at("2026-03-28T12:00"), 1, STOCKHOLM))
        .isEqualTo(at("2026-03-29T12:00"));
    assertThat(AsOf.plusDays(at("2026-10-24T12:00"), 2, STOCKHOLM))
        .isEqualTo(at("2026-10-26T12:00"));
  }

  private static float daysSinceOrder(ZoneId zone, Instant order, Instant asOf) {
    FeatureSchema schema =
        new FeatureSchema(
            zone,
            "SEK",
            List.of(),
            Sample.SCHEMA.only(List.of("days_since_last_order")).features());
    return new Featurizer(schema)
        .row(Sample.history(new Order("1", order, 10, 1, "", "", "")), asOf)[0];
  }
}
