package io.kindred.training.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.History;
import io.kindred.features.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingDatesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

  @Test
  void threeMomentsHalfAHorizonApartEndingByTheLastDay() {
    TrainingDates dates = TrainingDates.of(seenFrom("2025-01-01"), LAST, 90, ZONE);

    assertThat(dates)
        .isEqualTo(
            new TrainingDates(
                endOf("2026-06-30"),
                List.of(endOf("2026-04-01"), endOf("2026-02-15"), endOf("2026-01-01")),
                noon("2025-01-01")));
    assertThat(dates.panel())
        .allSatisfy(
            moment -> assertThat(AsOf.plusDays(moment, 90, ZONE)).isBeforeOrEqualTo(dates.asOf()));
  }

  @Test
  void aMomentNeedsHalfAHorizonOfHistory() {
    // 2026-04-01 less 45 days.
    assertThat(TrainingDates.of(seenFrom("2026-02-15"), LAST, 90, ZONE).panel())
        .isEqualTo(List.of(endOf("2026-04-01")));
    assertThat(TrainingDates.of(seenFrom("2026-01-01"), LAST, 90, ZONE).panel()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingDates.of(seenFrom("2026-02-16"), LAST, 90, ZONE))
        .withMessage(
            "the data cover 135 days up to 2026-06-30, too few to learn what happens within 90"
                + " days (expected at least 136 days; choose a shorter horizonDays or bring older"
                + " events)");
  }

  @Test
  void aHorizonOfOneDayMovesDayByDay() {
    assertThat(TrainingDates.of(seenFrom("2026-06-01"), LAST, 1, ZONE).panel())
        .isEqualTo(List.of(endOf("2026-06-29"), endOf("2026-06-28"), endOf("2026-06-27")));
  }

  @Test
  void theEarliestEventDecidesWhoeverHasIt() {
    List<Customer> customers =
        Stream.of(seenFrom("2026-06-20"), seenFrom("2025-01-01"), List.of(unseen()))
            .flatMap(List::stream)
            .toList();
    assertThat(TrainingDates.of(customers, LAST, 90, ZONE).panel()).hasSize(3);
  }

  @Test
  void dataThatBeginLaterAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingDates.of(seenFrom("2026-07-01"), LAST, 90, ZONE))
        .withMessage(
            "no customer has an event by 2026-06-30 (expected events such as orders; train a later"
                + " date)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingDates.of(List.of(unseen()), LAST, 90, ZONE))
        .withMessage(
            "no customer has an event by 2026-06-30 (expected events such as orders; train a later"
                + " date)");
  }

  private static Instant endOf(String day) {
    return AsOf.endOf(LocalDate.parse(day), ZONE);
  }

  private static List<Customer> seenFrom(String day) {
    return List.of(
        new Customer(
            new CustomerId(day),
            History.of(List.of(new Visit("v", noon(day), "web", 1)), List.of())));
  }

  private static Instant noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
  }

  private static Customer unseen() {
    return new Customer(new CustomerId("unseen"), History.empty());
  }
}
