package io.kindred.datasets;

import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import io.kindred.features.Order;
import io.kindred.features.Return;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Makes events of one kind from the rows of one table, whichever of its files they are in.
final class EventTable {
  private static final String ONCE = "map another column as the id, or none";

  private final DatasetMapping dataset;
  private final TableMapping table;
  private final EventMapping mapping;
  private final Gathering gathering;
  private final ExchangeRates rates;
  private final WordPool pool = new WordPool();
  private final Map<String, Lines> linesById = new LinkedHashMap<>();

  EventTable(
      DatasetMapping dataset, TableMapping table, EventMapping mapping, Gathering gathering) {
    this.dataset = dataset;
    this.table = table;
    this.mapping = mapping;
    this.gathering = gathering;
    this.rates = new ExchangeRates(dataset.currency(), dataset.exchangeRates());
  }

  /// Reads the rows of one of its files.
  interface FileReader {
    /// Gathers what the row says; `false` where the mapping's filters say it is no such event.
    boolean read(Row row, Gathered owner);
  }

  FileReader reader(Binding binding) {
    Predicate<Row> where = binding.all(mapping.where());
    Function<Row, Instant> time = binding.time(mapping.time().or(table::time).orElseThrow());
    Function<Row, Instant> knownSince =
        mapping.knownSince().map(binding::time).orElse(_ -> Instant.MIN);
    Function<Row, String> id = mapping.id().map(binding::text).orElse(EventTable::idOfRow);
    EventMaker maker = maker(new EventSources(binding, rates, pool));
    return (row, owner) -> {
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
      maker.make(row, owner, written, time.apply(row), knownSince.apply(row));
      return true;
    };
  }

  /// Turns lines that were added up into events, when the table's last file has been read.
  void finish() {
    Iterator<Map.Entry<String, Lines>> all = linesById.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Lines> entry = all.next();
      all.remove();
      add(entry.getKey(), entry.getValue(), ONCE);
      gathering.row().keep();
    }
  }

  private interface EventMaker {
    void make(Row row, Gathered owner, String id, Instant time, Instant knownSince);
  }

  private EventMaker maker(EventSources sources) {
    return switch (mapping) {
      case EventMapping.Orders orders ->
          lineMaker(
              orders.lines(),
              keepsGoods(orders.product(), orders.category()),
              line(orders, sources));
      case EventMapping.Returns returns ->
          lineMaker(
              returns.lines(),
              keepsGoods(returns.product(), returns.category()),
              line(returns, sources));
      case EventMapping.OfOneRow single -> {
        EventOfRow maker = EventOfRow.of(single, sources);
        yield (row, owner, id, time, knownSince) -> {
          Event event = made(row.place(), () -> maker.make(row, id, time));
          gathering.add(owner, LateEvent.of(event, knownSince), row.place(), mapping.id(), ONCE);
        };
      }
    };
  }

  private static boolean keepsGoods(Optional<WordSource> product, Optional<WordSource> category) {
    return product.isPresent() || category.isPresent();
  }

  private static Function<Row, Lines.Line> line(EventMapping.Orders orders, EventSources sources) {
    Function<Row, BigDecimal> amount =
        sources.money(
            Optional.of(orders.amount()),
            orders.currency(),
            "amount of an order",
            "map money back under returns, or write negate: true beside the column");
    Function<Row, BigDecimal> items =
        sources.notNegative(orders.items(), "items of an order", "map goods back as returns");
    Function<Row, String> product = sources.word(orders.product());
    Function<Row, String> category = sources.word(orders.category());
    Function<Row, String> channel = sources.word(orders.channel());
    Function<Row, String> discount = sources.word(orders.discount());
    Function<Row, String> store = sources.word(orders.store());
    return row ->
        new Lines.Line(
            amount.apply(row),
            items.apply(row),
            product.apply(row),
            category.apply(row),
            channel.apply(row),
            discount.apply(row),
            store.apply(row));
  }

  private static Function<Row, Lines.Line> line(
      EventMapping.Returns returns, EventSources sources) {
    String remedy = "write negate: true beside the column where money back is below zero";
    Function<Row, BigDecimal> amount =
        sources.money(
            Optional.of(returns.amount()), returns.currency(), "amount of a return", remedy);
    Function<Row, BigDecimal> items =
        sources.notNegative(returns.items(), "items of a return", remedy);
    Function<Row, String> product = sources.word(returns.product());
    Function<Row, String> category = sources.word(returns.category());
    return row ->
        new Lines.Line(
            amount.apply(row),
            items.apply(row),
            product.apply(row),
            category.apply(row),
            "",
            "",
            "");
  }

  private EventMaker lineMaker(
      boolean manyLines, boolean keepsGoods, Function<Row, Lines.Line> reader) {
    return (row, owner, number, time, knownSince) -> {
      String id = mapping.kind() + ":" + number;
      Lines.Line line = reader.apply(row);
      Lines known = manyLines ? linesById.get(id) : null;
      if (known != null) {
        known.check(id, row, owner, time, dataset.zone());
        gathering.row().whenKept(() -> known.add(line, time, knownSince));
        return;
      }
      Lines first = new Lines(owner, row.place(), time, knownSince, keepsGoods);
      first.add(line);
      if (manyLines) {
        gathering.row().whenKept(() -> linesById.put(id, first));
      } else {
        add(
            id,
            first,
            "write lines: true in the mapping where the rows are lines of one " + mapping.kind());
      }
    };
  }

  private void add(String id, Lines lines, String remedy) {
    Event event = made(lines.firstPlace, () -> event(id, lines));
    gathering.add(
        lines.owner, LateEvent.of(event, lines.knownSince), lines.firstPlace, mapping.id(), remedy);
  }

  private Event event(String id, Lines lines) {
    double amount = lines.amount.doubleValue();
    double items = lines.items.doubleValue();
    return switch (mapping) {
      case EventMapping.Orders orders ->
          new Order(
              id,
              lines.time,
              amount,
              items,
              lines.category(),
              lines.channel.word(),
              lines.discount.word(),
              lines.product(),
              lines.store.word(),
              orders.lines() ? lines.lines() : List.of());
      case EventMapping.Returns _ ->
          new Return(id, lines.time, amount, items, lines.category(), lines.product());
      case EventMapping.OfOneRow _ ->
          throw new IllegalStateException("a %s has no lines".formatted(mapping.kind()));
    };
  }

  /// What an event refuses is wrong at a place in a file.
  private static Event made(RowPlace place, Supplier<Event> maker) {
    try {
      return maker.get();
    } catch (DatasetException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new DatasetException(place, String.valueOf(e.getMessage()));
    }
  }

  private static String idOfRow(Row row) {
    return row.place().file() + "#" + row.place().number();
  }
}
