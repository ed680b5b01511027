package io.kindred.datasets.infer;

import io.kindred.datasets.TimeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The column that says when a row happened, and how its dates are written.
///
/// @param first day in it
/// @param last day in it
record TimeChoice(
    ColumnFacts column,
    Optional<String> format,
    boolean withZone,
    LocalDate first,
    LocalDate last,
    String why,
    Optional<String> check) {
  private static final double ORDERED = 0.98;
  private static final double LESS_ORDERED = 0.95;

  /// When the rows happened; none where no column says it.
  static Optional<TimeChoice> ofEvents(SampledTable table) {
    return table.columns().stream()
        .filter(column -> column.times().isPresent() && column.blank() < column.rows())
        .filter(column -> eventScore(column) > 0)
        .max(Comparator.comparingInt(TimeChoice::eventScore))
        .map(TimeChoice::of);
  }

  /// When the rows became known, in a table with one row a customer.
  static Optional<TimeChoice> ofKnowledge(SampledTable table) {
    return table.columns().stream()
        .filter(column -> column.times().isPresent() && column.blank() == 0)
        .filter(column -> Role.KNOWN_SINCE.isIn(column.spoken()) || eventScore(column) > 1)
        .filter(column -> !Role.NO_EVENT_TIME.isIn(column.spoken()))
        .max(Comparator.comparingInt(column -> Role.KNOWN_SINCE.score(column.spoken())))
        .map(TimeChoice::of);
  }

  /// Whether rows lie on another day than the first with their value.
  String dayOf(int row) {
    return text()
        .time(column.cell(row))
        .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC).toString())
        .orElse("");
  }

  private TimeText text() {
    return new TimeText(format, ZoneOffset.UTC);
  }

  private static int eventScore(ColumnFacts column) {
    if (Role.NO_EVENT_TIME.isIn(column.spoken())) {
      return 0;
    }
    // A column of dates whose name says nothing is a time too.
    return 1
        + 2 * Role.TIME.score(column.spoken())
        - (Role.KNOWN_SINCE.is(column.spoken()) ? 1 : 0);
  }

  private static TimeChoice of(ColumnFacts column) {
    TimeFormats.Found found = column.times().orElseThrow();
    Optional<String> format = found.format();
    Optional<String> check = Optional.empty();
    String how = format.map("dates as %s"::formatted).orElse("dates as in ISO 8601");
    if (found.alternative().isPresent() && format.isPresent()) {
      String alternative = found.alternative().get();
      double asFound = TimeFormats.inOrder(column.cells(), format.get());
      double exchanged = TimeFormats.inOrder(column.cells(), alternative);
      if (asFound >= ORDERED && exchanged < LESS_ORDERED) {
        how = "read as %s, because the rows are then in order".formatted(format.get());
      } else if (exchanged >= ORDERED && asFound < LESS_ORDERED) {
        format = Optional.of(alternative);
        how = "read as %s, because the rows are then in order".formatted(alternative);
      } else {
        check =
            Optional.of(
                "ambiguous, no day is above 12: %s would read every row too"
                    .formatted(alternative));
      }
    }
    TimeText text = new TimeText(format, ZoneOffset.UTC);
    List<LocalDate> days = new ArrayList<>();
    for (String value : column.counts().keySet()) {
      Optional<Instant> time = text.time(value);
      time.ifPresent(instant -> days.add(LocalDate.ofInstant(instant, ZoneOffset.UTC)));
    }
    LocalDate first = days.stream().min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last = days.stream().max(Comparator.naturalOrder()).orElseThrow();
    return new TimeChoice(
        column,
        format,
        found.withZone(),
        first,
        last,
        "%s, %s to %s".formatted(how, first, last),
        check);
  }
}
