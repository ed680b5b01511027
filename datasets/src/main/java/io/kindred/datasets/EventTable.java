package io.kindred.datasets;

import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes events of one kind from the rows of one table, whichever of its files they are in.
final class EventTable {
  private static final String ONCE = "map another column as the id, or none";

  private final TableMapping table;
  private final EventMapping mapping;
  private final ZoneId zone;
  private final Gathering gathering;
  private final Map<String, Lines> linesById = new LinkedHashMap<>();

  EventTable(TableMapping table, EventMapping mapping, ZoneId zone, Gathering gathering) {
    this.table = table;
    this.mapping = mapping;
    this.zone = zone;
    this.gathering = gathering;
  }

  /// Reads the rows of one of its files.
  interface FileReader {
    /// Gathers what the row says; `false` where the mapping's filters say it is no such event.
    boolean read(Row row, String customer);
  }

  FileReader reader(Binding binding) {
    Predicate<Row> where = binding.all(mapping.where());
    Function<Row, Instant> time = binding.time(mapping.time().or(table::time).orElseThrow());
    Function<Row, String> id = mapping.id().map(binding::text).orElse(EventTable::idOfRow);
    EventMaker maker = maker(binding);
    return (row, customer) -> {
      if (!where.test(row)) {
        return false;
      }
      String written = id.apply(row);
      if (written.isEmpty()) {
        throw row.problem(
            "column %s is blank (expected the id of the %s; leave id out of the mapping where there"
                    .formatted(mapping.id().map(Column::name).orElse(""), mapping.kind())
                + " is none)");
      }
      maker.make(row, customer, written, time.apply(row));
      return true;
    };
  }

  /// Turns lines that were added up into events, when the table's last file has been read.
  void finish() {
    linesById.forEach((id, lines) -> gathering.addClaimed(lines.customer, event(id, lines)));
    linesById.clear();
  }

  private interface EventMaker {
    void make(Row row, String customer, String id, Instant time);
  }

  private EventMaker maker(Binding binding) {
    return switch (mapping) {
      case EventMapping.Orders orders -> {
        Function<Row, BigDecimal> amount =
            binding.notNegative(
                orders.amount(),
                "amount of an order",
                "map money back under returns, or write negate: true beside the column");
        Function<Row, BigDecimal> items =
            notNegative(binding, orders.items(), "items of an order", "map goods back as returns");
        Function<Row, String> category = word(binding, orders.category());
        Function<Row, String> channel = word(binding, orders.channel());
        Function<Row, String> discount = word(binding, orders.discount());
        yield lineMaker(
            orders.lines(),
            row ->
                new Lines.Line(
                    amount.apply(row),
                    items.apply(row),
                    category.apply(row),
                    channel.apply(row),
                    discount.apply(row)));
      }
      case EventMapping.Returns returns -> {
        String remedy = "write negate: true beside the column where money back is below zero";
        Function<Row, BigDecimal> amount =
            binding.notNegative(returns.amount(), "amount of a return", remedy);
        Function<Row, BigDecimal> items =
            notNegative(binding, returns.items(), "items of a return", remedy);
        yield lineMaker(
            returns.lines(),
            row -> new Lines.Line(amount.apply(row), items.apply(row), "", "", ""));
      }
      case EventMapping.Visits visits -> {
        Function<Row, String> channel = word(binding, visits.channel());
        Function<Row, BigDecimal> pages =
            notNegative(binding, visits.pages(), "pages of a visit", "correct the number");
        yield single((row, id, time) ->
            new Visit("visit:" + id, time, channel.apply(row), pages.apply(row).doubleValue()));
      }
      case EventMapping.Carts carts -> {
        Function<Row, Cart.Step> step = step(binding, carts.step(), Cart.Step.class);
        Function<Row, BigDecimal> value =
            notNegative(binding, carts.value(), "value of a cart", "correct the number");
        yield single((row, id, time) -> {
          Cart.Step reached = step.apply(row);
          return new Cart(
              "cart." + Words.of(reached) + ":" + id,
              time,
              reached,
              value.apply(row).doubleValue());
        });
      }
      case EventMapping.Messages messages -> {
        Function<Row, Message.Step> step = step(binding, messages.step(), Message.Step.class);
        Function<Row, String> channel = word(binding, messages.channel());
        yield single((row, id, time) -> {
          Message.Step reached = step.apply(row);
          return new Message(
              "message." + Words.of(reached) + ":" + id, time, reached, channel.apply(row));
        });
      }
    };
  }

  private interface SingleMaker {
    Event make(Row row, String id, Instant time);
  }

  private EventMaker single(SingleMaker maker) {
    return (row, customer, id, time) ->
        gathering.add(customer, maker.make(row, id, time), row.place(), mapping.id(), ONCE);
  }

  private EventMaker lineMaker(boolean manyLines, Function<Row, Lines.Line> reader) {
    return (row, customer, number, time) -> {
      String id = mapping.kind() + ":" + number;
      Lines.Line line = reader.apply(row);
      if (!manyLines) {
        Lines whole = new Lines(customer, row.place(), time);
        whole.add(line);
        gathering.add(
            customer,
            event(id, whole),
            row.place(),
            mapping.id(),
            "write lines: true in the mapping where the rows are lines of one " + mapping.kind());
        return;
      }
      Lines lines = linesById.get(id);
      if (lines == null) {
        gathering.claim(id, row.place(), mapping.id(), ONCE);
        Lines first = new Lines(customer, row.place(), time);
        first.add(line);
        gathering.row().whenKept(() -> linesById.put(id, first));
      } else {
        lines.check(id, row, customer, time, zone);
        gathering.row().whenKept(() -> lines.add(line, time));
      }
    };
  }

  private Event event(String id, Lines lines) {
    double amount = lines.amount.doubleValue();
    double items = lines.items.doubleValue();
    return mapping instanceof EventMapping.Returns
        ? new Return(id, lines.time, amount, items)
        : new Order(
            id,
            lines.time,
            amount,
            items,
            lines.category.word(),
            lines.channel.word(),
            lines.discount.word());
  }

  private static String idOfRow(Row row) {
    return row.place().file() + "#" + row.place().number();
  }

  private static Function<Row, BigDecimal> notNegative(
      Binding binding, Optional<NumberSource> source, String what, String remedy) {
    return source
        .map(mapped -> binding.notNegative(mapped, what, remedy))
        .orElse(_ -> BigDecimal.ZERO);
  }

  private static Function<Row, String> word(Binding binding, Optional<WordSource> source) {
    return source.map(binding::word).orElse(_ -> "");
  }

  private static <E extends Enum<E>> Function<Row, E> step(
      Binding binding, WordSource source, Class<E> type) {
    Function<Row, String> word = binding.word(source);
    return row -> {
      String step = word.apply(row);
      return Words.constant(step, type)
          .orElseThrow(() ->
              row.problem(
                  "step is \"%s\" (expected one of %s; say in the mapping what the file's words mean:"
                          .formatted(Shown.text(step), Words.of(type.getEnumConstants()))
                      + " step: {column: ..., words: {...}})"));
    };
  }
}
