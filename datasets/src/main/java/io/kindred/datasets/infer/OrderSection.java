package io.kindred.datasets.infer;

import io.kindred.features.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys `orders` and `returns` of a table.
final class OrderSection {
  private final TableLines lines;
  private final YamlLines yaml;
  private final SampledTable table;

  OrderSection(TableLines lines) {
    this.lines = lines;
    this.yaml = lines.yaml();
    this.table = lines.table();
  }

  /// Orders, and returns where some rows are.
  void orders(RowMeaning events) {
    OrderColumns orders = events.orders().orElseThrow();
    List<String> ordersWhere = new ArrayList<>();
    List<String> returnsWhere = new ArrayList<>();
    String why = "";
    List<String> returnWords = events.words(EventKind.RETURN);
    List<String> orderWords = events.words(EventKind.ORDER);
    if (events.step().isPresent()) {
      String step = lines.name(events.step().get());
      boolean mixed = events.kinds().size() > 1;
      if (mixed) {
        ordersWhere.add("{column: %s, is: %s}".formatted(step, YamlLines.texts(orderWords)));
      } else {
        ordersWhere.add("{column: %s, isNot: %s}".formatted(step, YamlLines.texts(returnWords)));
      }
      if (!returnWords.isEmpty()) {
        returnsWhere.add("{column: %s, is: %s}".formatted(step, YamlLines.texts(returnWords)));
      }
      why = "its words";
    } else if (orders.sign().isPresent()) {
      String sign = lines.name(orders.sign().get());
      boolean pieces = orders.quantity().equals(orders.sign());
      ordersWhere.add("{column: %s, %s: 0}".formatted(sign, pieces ? "above" : "atLeast"));
      returnsWhere.add("{column: %s, below: 0}".formatted(sign));
      why = orders.signWhy();
    }
    yaml.add(TableLines.KEY, "orders:");
    where(ordersWhere, why);
    id(orders);
    amount(orders, "");
    orders.quantity().ifPresent(column -> items(column, orders, false));
    lines.word(Role.CATEGORY, "category", TableLines.MOST_CATEGORIES);
    lines.word(Role.CHANNEL, "channel", TableLines.MOST_CHANNELS);
    lines.word(Role.DISCOUNT, "discount", Integer.MAX_VALUE);
    lines.word(Role.STORE, "store", TableLines.MOST_CATEGORIES);
    Optional<ColumnFacts> product = product();
    product.ifPresent(this::product);
    if (!returnsWhere.isEmpty()) {
      boolean below = orders.sign().isPresent();
      yaml.add(TableLines.KEY, "returns:");
      where(returnsWhere, "");
      id(orders);
      amount(orders, below ? ", negate: true" : "");
      orders
          .quantity()
          .ifPresent(
              column -> items(column, orders, column.numbers().orElseThrow().negative() > 0));
      product.ifPresent(this::product);
    }
  }

  /// A table of nothing but returns, whose money may be written above or below zero.
  void returns(OrderColumns returns) {
    boolean below = returns.sign().isPresent();
    yaml.add(TableLines.KEY, "returns:", "the file's name");
    lines.uniqueId("returns.id", Optional.empty(), Set.of());
    amount(returns, below ? ", negate: true" : "");
    returns
        .quantity()
        .ifPresent(column -> items(column, returns, column.numbers().orElseThrow().negative() > 0));
  }

  private void where(List<String> filters, String why) {
    if (filters.isEmpty()) {
      return;
    }
    yaml.add(TableLines.WITHIN, "where:");
    for (String filter : filters) {
      yaml.add(TableLines.WITHIN + 2, "- " + filter, why);
    }
  }

  private void id(OrderColumns orders) {
    if (orders.id().isEmpty()) {
      if (!orders.idWhy().isEmpty()) {
        yaml.comment(TableLines.WITHIN, "no id: " + orders.idWhy());
      }
      return;
    }
    ColumnFacts id = orders.id().get();
    if (lines.use(id)) {
      lines.guess(id, "orders.id", orders.idWhy(), Optional.empty());
    }
    yaml.add(TableLines.WITHIN, "id: " + lines.name(id), orders.idWhy());
    if (orders.lines()) {
      yaml.add(
          TableLines.WITHIN,
          "lines: true",
          "%.1f rows for each %s".formatted((double) id.known() / id.distinct(), id.name()));
    }
  }

  private void amount(OrderColumns orders, String negate) {
    List<ColumnFacts> columns = orders.amount();
    boolean blank = columns.stream().anyMatch(column -> column.blank() > 0);
    columns.forEach(column -> {
      if (lines.use(column)) {
        lines.guess(column, "orders.amount", orders.amountWhy(), orders.amountCheck());
      }
    });
    String blankZero = blank ? ", blank: 0" : "";
    String text =
        columns.size() > 1
            ? "{product: %s%s%s}"
                .formatted(
                    columns.stream().map(lines::name).collect(Collectors.joining(", ", "[", "]")),
                    negate,
                    blankZero)
            : negate.isEmpty() && !blank
                ? lines.name(columns.getFirst())
                : "{column: %s%s%s}".formatted(lines.name(columns.getFirst()), negate, blankZero);
    yaml.add(
        TableLines.WITHIN,
        "amount: " + text,
        orders.amountWhy(),
        TableLines.check(
            blank && orders.amountCheck().isEmpty()
                ? Optional.of("does a blank cell mean nothing was paid?")
                : orders.amountCheck()));
  }

  private void items(ColumnFacts column, OrderColumns orders, boolean negate) {
    int below = column.numbers().orElseThrow().negative();
    if (below > 0 && orders.sign().isEmpty()) {
      lines.use(column);
      lines.leaveOut(column, "below 0 in %d rows, where no money is".formatted(below));
      return;
    }
    if (lines.use(column)) {
      lines.guess(column, "orders.items", "its name", Optional.empty());
    }
    String blank = column.blank() > 0 ? ", blank: 0" : "";
    yaml.add(
        TableLines.WITHIN,
        negate || !blank.isEmpty()
            ? "items: {column: %s%s%s}"
                .formatted(lines.name(column), negate ? ", negate: true" : "", blank)
            : "items: " + lines.name(column));
  }

  private Optional<ColumnFacts> product() {
    return table.columns().stream()
        .filter(column -> !lines.isUsed(column) && Role.PRODUCT.isIn(column.spoken()))
        .filter(column -> column.numbers().map(ColumnFacts.Numbers::whole).orElse(true))
        .filter(column -> column.distinct() > 1)
        .findFirst();
  }

  private void product(ColumnFacts column) {
    String why = "its name; %d different".formatted(column.distinct());
    if (lines.use(column)) {
      lines.guess(column, "orders.product", why, Optional.empty());
    }
    yaml.add(TableLines.WITHIN, "product: " + lines.name(column), why);
  }
}
