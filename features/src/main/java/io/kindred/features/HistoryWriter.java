package io.kindred.features;

import java.util.ArrayList;
import java.util.List;

/// A history's events and attributes as columns of bits; {@link HistoryReader} is the way back.
final class HistoryWriter {
  private final BitWriter out;
  private final StoredWords words;

  HistoryWriter(BitWriter out, StoredWords words) {
    this.out = out;
    this.words = words;
  }

  void write(History history) {
    List<Event> events = history.events();
    out.number(events.size());
    if (!events.isEmpty()) {
      int[] kinds = kinds(events);
      writeKinds(kinds);
      writeTimes(events);
      writeWords(events, kinds);
      writeProperties(events);
      IdColumn.write(out, events, words);
      writeNumbers(events, kinds);
      writeLines(events);
    }
    writeAttributes(history.attributes());
  }

  private static int[] kinds(List<Event> events) {
    int[] kinds = new int[events.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = StoredFields.number(events.get(i).kind());
    }
    return kinds;
  }

  private void writeKinds(int[] kinds) {
    long[] numbers = new long[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      numbers[i] = kinds[i];
    }
    writeNumbers(numbers);
  }

  /// The first moment, the gaps between the moments, and how late those were known that were late.
  private void writeTimes(List<Event> events) {
    long[] times = new long[events.size()];
    long[] lateness = new long[times.length];
    long[] isLate = new long[times.length];
    int late = 0;
    for (int i = 0; i < times.length; i++) {
      Event event = events.get(i);
      times[i] = LocalDays.nanos(event.time()) - TimeGrain.BEGIN;
      if (event instanceof LateEvent) {
        isLate[i] = 1;
        lateness[late++] = LocalDays.nanos(event.knownSince()) - LocalDays.nanos(event.time());
      }
    }
    TimeGrain.write(out, times, times.length);
    out.signed(times[0]);
    for (int i = 1; i < times.length; i++) {
      times[i - 1] = times[i] - times[i - 1];
    }
    NumberColumn.write(out, times, times.length - 1);
    out.bit(late > 0);
    if (late > 0) {
      NumberColumn.write(out, isLate, isLate.length);
      TimeGrain.write(out, lateness, late);
      NumberColumn.write(out, lateness, late);
    }
  }

  private void writeWords(List<Event> events, int[] kinds) {
    long[] codes = new long[kinds.length];
    for (int field = 0; field < StoredFields.WORDS.size(); field++) {
      int slot = StoredFields.WORDS.get(field).slot();
      int count = 0;
      for (int i = 0; i < kinds.length; i++) {
        if (StoredFields.hasWord(field, kinds[i])) {
          codes[count++] = words.code(EventFields.word(events.get(i), slot));
        }
      }
      NumberColumn.write(out, codes, count);
    }
  }

  private void writeProperties(List<Event> events) {
    long[] counts = new long[events.size()];
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    int custom = 0;
    for (Event event : events) {
      if (unwrapped(event) instanceof CustomEvent known) {
        counts[custom++] = known.properties().size();
        names.addAll(known.properties().keySet());
        values.addAll(known.properties().values());
      }
    }
    NumberColumn.write(out, counts, custom);
    writeCodes(names);
    writeCodes(values);
  }

  private void writeNumbers(List<Event> events, int[] kinds) {
    double[] numbers = new double[kinds.length];
    int count = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (StoredFields.hasAmount(kinds[i])) {
        numbers[count++] = EventFields.amount(events.get(i));
      }
    }
    DecimalColumn.write(out, numbers, count);
    count = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (StoredFields.hasQuantity(kinds[i])) {
        numbers[count++] = EventFields.quantity(events.get(i));
      }
    }
    DecimalColumn.write(out, numbers, count);
  }

  /// Of each order as many ones as it has lines, so that every line takes a bit at least.
  private void writeLines(List<Event> events) {
    List<OrderLine> lines = new ArrayList<>();
    for (Event event : events) {
      lines.addAll(EventFields.lines(event));
    }
    out.bit(!lines.isEmpty());
    if (lines.isEmpty()) {
      return;
    }
    for (Event event : events) {
      if (event.kind() == EventKind.ORDER) {
        out.unary(EventFields.lines(event).size());
      }
    }
    writeCodes(lines.stream().map(OrderLine::product).toList());
    writeCodes(lines.stream().map(OrderLine::category).toList());
    writeDecimals(lines.stream().mapToDouble(OrderLine::amount).toArray());
    writeDecimals(lines.stream().mapToDouble(OrderLine::items).toArray());
  }

  private void writeAttributes(List<Attribute> attributes) {
    out.number(attributes.size());
    if (attributes.isEmpty()) {
      return;
    }
    writeCodes(attributes.stream().map(Attribute::name).toList());
    writeNumbers(
        attributes.stream()
            .mapToLong(attribute -> StoredFields.ValueType.of(attribute.value()).number())
            .toArray());
    long[] since =
        attributes.stream()
            .mapToLong(attribute -> LocalDays.nanos(attribute.knownSince()) - TimeGrain.BEGIN)
            .toArray();
    TimeGrain.write(out, since, since.length);
    writeNumbers(since);
    writeValues(attributes.stream().map(Attribute::value).toList());
  }

  /// Type by type, in the order of {@link StoredFields.ValueType}.
  private void writeValues(List<AttributeValue> values) {
    writeDecimals(
        of(AttributeValue.Quantity.class, values).stream()
            .mapToDouble(AttributeValue.Quantity::value)
            .toArray());
    writeCodes(
        of(AttributeValue.Category.class, values).stream()
            .map(AttributeValue.Category::value)
            .toList());
    writeNumbers(
        of(AttributeValue.ScalePoint.class, values).stream()
            .mapToLong(AttributeValue.ScalePoint::value)
            .toArray());
    writeNumbers(
        of(AttributeValue.YesNo.class, values).stream()
            .mapToLong(yesNo -> yesNo.value() ? 1 : 0)
            .toArray());
    List<AttributeValue.Words> several = of(AttributeValue.Words.class, values);
    writeNumbers(several.stream().mapToLong(value -> value.values().size()).toArray());
    writeCodes(several.stream().flatMap(value -> value.values().stream()).toList());
    writeNumbers(
        of(AttributeValue.Day.class, values).stream()
            .mapToLong(day -> day.value().toEpochDay())
            .toArray());
  }

  private void writeCodes(List<String> texts) {
    long[] codes = new long[texts.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = words.code(texts.get(i));
    }
    writeNumbers(codes);
  }

  private void writeNumbers(long[] numbers) {
    NumberColumn.write(out, numbers, numbers.length);
  }

  private void writeDecimals(double[] numbers) {
    DecimalColumn.write(out, numbers, numbers.length);
  }

  private static <T extends AttributeValue> List<T> of(Class<T> type, List<AttributeValue> values) {
    return values.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Event unwrapped(Event event) {
    return event instanceof LateEvent late ? late.event() : event;
  }
}
