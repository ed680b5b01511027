package io.kindred.datasets;

import io.kindred.features.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The lines of one order or one return, added up as they come.
///
/// They must be of one customer and one calendar day; the earliest line's time is the whole's,
/// which is known when the last line is.
final class Lines {
  /// What one row says.
  record Line(
      BigDecimal amount,
      BigDecimal items,
      String product,
      String category,
      String channel,
      String discount,
      String store) {}

  private record Goods(String product, String category, BigDecimal amount, double items) {
    OrderLine line() {
      return new OrderLine(product, category, amount.doubleValue(), items);
    }
  }

  final Gathered owner;
  final RowPlace firstPlace;
  Instant time;
  Instant knownSince;
  BigDecimal amount = BigDecimal.ZERO;
  BigDecimal items = BigDecimal.ZERO;
  final MostMoney channel = new MostMoney();
  final MostMoney discount = new MostMoney();
  final MostMoney store = new MostMoney();
  private final boolean keepsGoods;
  private final List<Goods> goods = new ArrayList<>(1);

  /// @param keepsGoods whether lines say of what product or category they are
  Lines(Gathered owner, RowPlace firstPlace, Instant time, Instant knownSince, boolean keepsGoods) {
    this.owner = owner;
    this.firstPlace = firstPlace;
    this.time = time;
    this.knownSince = knownSince;
    this.keepsGoods = keepsGoods;
  }

  void add(Line line) {
    amount = amount.add(line.amount());
    items = items.add(line.items());
    channel.add(line.channel(), line.amount());
    discount.add(line.discount(), line.amount());
    store.add(line.store(), line.amount());
    if (keepsGoods) {
      goods.add(
          new Goods(line.product(), line.category(), line.amount(), line.items().doubleValue()));
    }
  }

  /// Adds a further line that was checked.
  void add(Line line, Instant timeOfRow, Instant rowKnownSince) {
    if (timeOfRow.isBefore(time)) {
      time = timeOfRow;
    }
    if (rowKnownSince.isAfter(knownSince)) {
      knownSince = rowKnownSince;
    }
    add(line);
  }

  /// Makes sure that a further line belongs to the others.
  void check(String id, Row row, Gathered ownerOfRow, Instant timeOfRow, ZoneId zone) {
    if (ownerOfRow != owner) {
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

  String product() {
    return most(Goods::product);
  }

  String category() {
    return most(Goods::category);
  }

  /// What was bought, line by line; empty where lines do not say it.
  List<OrderLine> lines() {
    return goods.stream().map(Goods::line).toList();
  }

  private String most(Function<Goods, String> word) {
    MostMoney most = new MostMoney();
    goods.forEach(one -> most.add(word.apply(one), one.amount()));
    return most.word();
  }
}
