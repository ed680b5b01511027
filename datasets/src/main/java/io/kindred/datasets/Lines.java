package io.kindred.datasets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The lines of one order or one return, added up as they come.
///
/// They must be of one customer and one calendar day; the earliest line's time is the whole's.
final class Lines {
  /// What one row says.
  record Line(
      BigDecimal amount, BigDecimal items, String category, String channel, String discount) {}

  final String customer;
  final RowPlace firstPlace;
  Instant time;
  BigDecimal amount = BigDecimal.ZERO;
  BigDecimal items = BigDecimal.ZERO;
  final MostMoney category = new MostMoney();
  final MostMoney channel = new MostMoney();
  final MostMoney discount = new MostMoney();

  Lines(String customer, RowPlace firstPlace, Instant time) {
    this.customer = customer;
    this.firstPlace = firstPlace;
    this.time = time;
  }

  void add(Line line) {
    amount = amount.add(line.amount());
    items = items.add(line.items());
    category.add(line.category(), line.amount());
    channel.add(line.channel(), line.amount());
    discount.add(line.discount(), line.amount());
  }

  /// Adds a further line that was checked.
  void add(Line line, Instant timeOfRow) {
    if (timeOfRow.isBefore(time)) {
      time = timeOfRow;
    }
    add(line);
  }

  /// Makes sure that a further line belongs to the others.
  void check(String id, Row row, String customerOfRow, Instant timeOfRow, ZoneId zone) {
    if (!customerOfRow.equals(customer)) {
      throw row.problem(
          "%s is of another customer than at %s (expected all lines with one id to be one customer's;"
                  .formatted(Shown.text(id), firstPlace)
              + " correct the customer, or map another column as the id)");
    }
    LocalDate day = LocalDate.ofInstant(timeOfRow, zone);
    LocalDate firstDay = LocalDate.ofInstant(time, zone);
    if (!day.equals(firstDay)) {
      throw row.problem(
          "%s is of %s, but at %s of %s (expected all lines with one id on one day; correct the day,"
                  .formatted(Shown.text(id), day, firstPlace, firstDay)
              + " or map another column as the id)");
    }
  }
}
