package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.CustomEvent;
import io.kindred.features.EventKind;
import io.kindred.features.LocalDays;
import io.kindred.features.Vocabulary;
import io.kindred.features.WordField;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/// A table whose columns have types, read column by column from DuckDB instead of row by row.
///
/// Texts come as digests, and what the mapping makes of each different text is worked out once by
/// the same functions that the row reader uses; times and numbers come as numbers. Whatever would be
/// read otherwise than the row reader does, or refused by it, is left to it: {@link NoFastWay}.
final class TypedTable {
  private static final int CHUNK = 2048;

  private final Connection connection;
  private final TableMapping table;
  private final String relation;
  private final Map<String, String> types;
  private final Header header;
  private final Binding binding;
  private final LocalDays localDays;
  private final long latest;
  private final boolean numericIds;

  // What to select, each expression once.
  private final List<String> expressions = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Map<String, WordsOfColumn> words = new LinkedHashMap<>();

  private interface Reading {
    void read(DuckDBReadableVector vector, int rows) throws NoFastWay;
  }

  /// @param relation what to select from, as SQL without anything a user wrote unquoted
  /// @param types the SQL type of each column
  /// @param numericIds whether integers may stand for ids as they are, because no other table has
  ///   events of the same kind
  TypedTable(
      Connection connection,
      TableMapping table,
      String file,
      String relation,
      Map<String, String> types,
      ZoneId zone,
      Instant notAfter,
      boolean numericIds) {
    this.connection = connection;
    this.table = table;
    this.relation = relation;
    this.types = types;
    this.header = new Header(file, List.copyOf(types.keySet()));
    this.binding = new Binding(table, header, zone, notAfter);
    this.localDays = new LocalDays(zone);
    this.latest = LocalDays.nanos(notAfter);
    this.numericIds = numericIds;
  }

  /// Numbers of the current chunk, or one number for all rows.
  ///
  /// These are classes and not functions so that a loop over rows calls nothing that could be
  /// something else.
  private static final class Longs {
    private final long[] values = new long[CHUNK];

    static Longs constant(long value) {
      Longs constant = new Longs();
      Arrays.fill(constant.values, value);
      return constant;
    }
  }

  /// Numbers of the current chunk; NaN is blank.
  private static final class Doubles {
    private final double[] values;
    private final double sign;
    private final double blank;

    Doubles(double[] values, double sign, double blank) {
      this.values = values;
      this.sign = sign;
      this.blank = blank;
    }

    static Doubles zero() {
      return new Doubles(new double[CHUNK], 1, 0);
    }

    double at(int row) {
      double value = values[row];
      return Double.isNaN(value) ? blank : sign * value + 0.0;
    }
  }

  /// What the texts of the current chunk mean.
  private static final class Ints {
    private final int[] texts;
    private final int[] meanings;

    Ints(int[] texts, int[] meanings) {
      this.texts = texts;
      this.meanings = meanings;
    }

    static Ints constant(int meaning) {
      return new Ints(new int[CHUNK], new int[] {meaning});
    }

    int at(int row) {
      return meanings[texts[row]];
    }
  }

  @FunctionalInterface
  private interface Test {
    boolean passes(int row) throws NoFastWay;
  }

  /// Adds what a row says.
  private interface Action {
    void apply(int row, long customer) throws NoFastWay;
  }

  /// What is made of the rows that pass some filters.
  private record Maker(List<RowFilter> where, Action action) {}

  /// Reads all rows into the partitions.
  ///
  /// @param customers the ids by the digests of the customer column
  void read(
      Customers customers,
      Partitions partitions,
      Vocabulary vocabulary,
      List<AttributeDefinition> definitions,
      Bounds bounds)
      throws NoFastWay, SQLException {
    if (table.account().isPresent()
        || !(table.customer() instanceof CustomerSource.InColumn(Column customerColumn))) {
      throw new NoFastWay("customers are numbered or belong to accounts");
    }
    customers.add(connection, relation, textOf(customerColumn), table);
    Longs customer = longs(digest(textOf(customerColumn)));
    Test where = all(table.where());
    List<Maker> makers = new ArrayList<>();
    for (EventMapping event : table.events()) {
      makers.add(maker(event, partitions, vocabulary, bounds));
    }
    if (!table.attributes().isEmpty()) {
      makers.add(new Maker(List.of(), attributes(partitions, vocabulary, definitions)));
    }
    Dispatch dispatch = dispatch(makers);
    String select =
        "SELECT %s FROM %s".formatted(String.join(", ", expressions), relation);
    try (DuckDBPreparedStatement statement =
            (DuckDBPreparedStatement) connection.prepareStatement(select);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        DuckDBDataChunkReader chunk = result.chunk();
        int rows = Math.toIntExact(chunk.rowCount());
        if (rows > CHUNK) {
          throw new NoFastWay("DuckDB's chunks are longer than expected");
        }
        for (int i = 0; i < readings.size(); i++) {
          readings.get(i).read(chunk.vector(i), rows);
        }
        for (int row = 0; row < rows; row++) {
          if (where.passes(row) && !customers.isLeftOut(customer.values[row])) {
            dispatch.apply(row, customer.values[row]);
          }
        }
      }
    }
  }

  /// What is done with each row.
  private record Dispatch(int[] texts, Action[][] byText) {
    void apply(int row, long customer) throws NoFastWay {
      for (Action action : byText[texts[row]]) {
        action.apply(row, customer);
      }
    }
  }

  /// Tables mostly say in one column what a row is: then its text chooses what to do, and no filter
  /// is asked.
  private Dispatch dispatch(List<Maker> makers) throws NoFastWay, SQLException {
    List<String> columns =
        makers.stream()
            .flatMap(maker -> maker.where().stream())
            .map(filter -> filter.column().name())
            .distinct()
            .toList();
    boolean byOneText =
        columns.size() == 1
            && makers.stream()
                .flatMap(maker -> maker.where().stream())
                .noneMatch(filter -> filter.test() instanceof RowFilter.Test.Compared);
    if (!byOneText) {
      Action[] all = new Action[makers.size()];
      for (int i = 0; i < all.length; i++) {
        Test test = all(makers.get(i).where());
        Action action = makers.get(i).action();
        all[i] =
            (row, customer) -> {
              if (test.passes(row)) {
                action.apply(row, customer);
              }
            };
      }
      return new Dispatch(new int[CHUNK], new Action[][] {all});
    }
    Column column =
        makers.stream().flatMap(maker -> maker.where().stream()).findFirst().orElseThrow().column();
    WordsOfColumn texts = words(column);
    Action[][] byText = new Action[texts.size()][];
    for (int text = 0; text < byText.length; text++) {
      List<Action> actions = new ArrayList<>();
      for (Maker maker : makers) {
        if (texts.tests(binding.all(maker.where()))[text]) {
          actions.add(maker.action());
        }
      }
      byText[text] = actions.toArray(Action[]::new);
    }
    return new Dispatch(codes(column), byText);
  }

  /// The first and the last moment of an event met.
  static final class Bounds {
    long last = Long.MIN_VALUE;
    private long rowIds;
  }

  private Maker maker(
      EventMapping mapping, Partitions partitions, Vocabulary vocabulary, Bounds bounds)
      throws NoFastWay, SQLException {
    if (mapping.currency().isPresent()) {
      throw new NoFastWay("amounts are converted");
    }
    Longs time = time(mapping.time().or(table::time).orElseThrow());
    Longs known = mapping.knownSince().isPresent() ? time(mapping.knownSince().get()) : time;
    Longs id = mapping.id().isPresent() ? id(mapping.id().get()) : Longs.constant(0);
    boolean numbered = mapping.id().isEmpty();
    Sources sources = sources(mapping, vocabulary);
    int[] slots = new int[WordField.SLOTS];
    EventKind[] kinds = EventKind.values();
    Action action = (row, customer) -> {
      long when = time.values[row];
      long since = Math.max(when, known.values[row]);
      int kind = sources.kind.at(row);
      double amount = sources.amount.at(row);
      double quantity = sources.quantity.at(row);
      boolean fits =
          when >= EARLIEST
              && since <= latest
              && kind >= 0
              && amount <= MOST
              && quantity >= 0
              && quantity <= MOST
              && (amount >= 0 || kind == EventKind.CUSTOM.ordinal() && amount >= -MOST);
      long eventId = numbered ? bounds.rowIds++ : id.values[row];
      for (int i = 0; i < sources.slots.length; i++) {
        int word = sources.words[i].at(row);
        fits &= word >= 0;
        slots[sources.slots[i]] = word;
      }
      if (!fits) {
        throw new NoFastWay("a row is refused");
      }
      if (kind == EventKind.CUSTOM.ordinal()) {
        if (slots[0] == 0) {
          throw new NoFastWay("a row is refused");
        }
        closeUp(slots);
        // Events of two names may share an id.
        eventId = 31 * eventId + slots[0];
      }
      partitions.addEvent(customer, kinds[kind], eventId, when, since, amount, quantity, slots);
      Arrays.fill(slots, 0);
      bounds.last = Math.max(bounds.last, when);
    };
    return new Maker(mapping.where(), action);
  }

  private static final long EARLIEST =
      LocalDays.nanos(Instant.parse("1700-01-01T00:00:00Z"));

  /// Beyond this the row reader decides.
  private static final double MOST = 1e15;

  /// A property that is blank leaves no gap, as in {@link CustomEvent}.
  private static void closeUp(int[] slots) {
    int next = 1;
    for (int slot = 1; slot < slots.length; slot++) {
      int word = slots[slot];
      slots[slot] = 0;
      if (word != 0) {
        slots[next++] = word;
      }
    }
  }

  /// The fields of an event: its kind, its numbers, and its words by slot.
  private record Sources(Ints kind, Doubles amount, Doubles quantity, int[] slots, Ints[] words) {
    static Sources of(Ints kind, Doubles amount, Doubles quantity, Map<Integer, Ints> words) {
      return new Sources(
          kind,
          amount,
          quantity,
          words.keySet().stream().mapToInt(slot -> slot).toArray(),
          words.values().toArray(Ints[]::new));
    }
  }

  private Sources sources(EventMapping mapping, Vocabulary vocabulary)
      throws NoFastWay, SQLException {
    Map<Integer, Ints> slots = new TreeMap<>();
    return switch (mapping) {
      case EventMapping.Orders orders -> {
        if (orders.lines()) {
          throw new NoFastWay("rows are lines of orders");
        }
        word(slots, WordField.CATEGORY, orders.category(), vocabulary);
        word(slots, WordField.PRODUCT, orders.product(), vocabulary);
        word(slots, WordField.CHANNEL, orders.channel(), vocabulary);
        word(slots, WordField.DISCOUNT, orders.discount(), vocabulary);
        word(slots, WordField.STORE, orders.store(), vocabulary);
        yield Sources.of(
            kind(EventKind.ORDER),
            number(Optional.of(orders.amount())),
            number(orders.items()),
            slots);
      }
      case EventMapping.Returns returns -> {
        if (returns.lines()) {
          throw new NoFastWay("rows are lines of returns");
        }
        word(slots, WordField.CATEGORY, returns.category(), vocabulary);
        word(slots, WordField.PRODUCT, returns.product(), vocabulary);
        yield Sources.of(
            kind(EventKind.RETURN),
            number(Optional.of(returns.amount())),
            number(returns.items()),
            slots);
      }
      case EventMapping.Visits visits -> {
        word(slots, WordField.CHANNEL, visits.channel(), vocabulary);
        word(slots, WordField.DEVICE, visits.device(), vocabulary);
        word(slots, WordField.REFERRER, visits.referrer(), vocabulary);
        yield Sources.of(kind(EventKind.VISIT), Doubles.zero(), number(visits.pages()), slots);
      }
      case EventMapping.Carts carts ->
          Sources.of(
              step(carts.step(), EventKind.CART_FILLED, EventKind.CART_ABANDONED),
              number(carts.value()),
              Doubles.zero(),
              slots);
      case EventMapping.Messages messages -> {
        word(slots, WordField.CHANNEL, messages.channel(), vocabulary);
        word(slots, WordField.CAMPAIGN, messages.campaign(), vocabulary);
        yield Sources.of(
            step(
                messages.step(),
                EventKind.MESSAGE_SENT,
                EventKind.MESSAGE_OPENED,
                EventKind.MESSAGE_CLICKED),
            Doubles.zero(),
            Doubles.zero(),
            slots);
      }
      case EventMapping.Subscriptions subscriptions -> {
        word(slots, WordField.PLAN, subscriptions.plan(), vocabulary);
        yield Sources.of(
            step(
                subscriptions.step(),
                EventKind.SUBSCRIPTION_STARTED,
                EventKind.SUBSCRIPTION_RENEWED,
                EventKind.SUBSCRIPTION_CANCELLED),
            number(subscriptions.amount()),
            Doubles.zero(),
            slots);
      }
      case EventMapping.Support support -> {
        word(slots, WordField.CHANNEL, support.channel(), vocabulary);
        word(slots, WordField.TOPIC, support.topic(), vocabulary);
        yield Sources.of(kind(EventKind.SUPPORT_CONTACT), Doubles.zero(), Doubles.zero(), slots);
      }
      case EventMapping.Custom custom -> {
        slots.put(WordField.NAME.slot(), word(custom.name(), vocabulary::code));
        int slot = 1;
        for (Map.Entry<String, WordSource> property :
            new TreeMap<>(custom.properties()).entrySet()) {
          slots.put(
              slot++,
              word(
                  property.getValue(),
                  text ->
                      text.isEmpty()
                          ? 0
                          : vocabulary.code(CustomEvent.propertyWord(property.getKey(), text))));
        }
        yield Sources.of(kind(EventKind.CUSTOM), number(custom.value()), Doubles.zero(), slots);
      }
    };
  }

  private Action attributes(
      Partitions partitions, Vocabulary vocabulary, List<AttributeDefinition> definitions)
      throws NoFastWay, SQLException {
    TimeSource source = table.knownSince().or(table::time).orElseThrow();
    if (table.events().isEmpty()) {
      checkOneRowACustomer(source);
    }
    Longs known = time(source);
    List<AttributeReading> readers = new ArrayList<>();
    for (AttributeMapping mapping : table.attributes()) {
      for (Column column : AttributeTable.columns(mapping, header)) {
        AttributeDefinition definition = mapping.definition(column.name());
        if (!definitions.contains(definition)) {
          if (definitions.stream().anyMatch(other -> other.name().equals(definition.name()))) {
            throw new NoFastWay("an attribute is declared twice");
          }
          definitions.add(definition);
        }
        readers.add(reading(definitions.indexOf(definition), mapping, column, vocabulary));
      }
    }
    return (row, customer) -> {
      long since = known.values[row];
      if (since > latest || since < EARLIEST) {
        throw new NoFastWay("a row is refused");
      }
      for (AttributeReading reader : readers) {
        int text = reader.texts[row];
        double number = reader.numbers[text];
        int word = reader.words[text];
        if (word == WordsOfColumn.REFUSED) {
          throw new NoFastWay("a row is refused");
        }
        if (word != BLANK || !Double.isNaN(number)) {
          partitions.addAttribute(customer, reader.index, since, number, Math.max(word, 0));
        }
      }
    };
  }

  /// No word and no number: a blank cell.
  private static final int BLANK = -2;

  /// What an attribute's cells say.
  ///
  /// @param texts the numbers of the chunk's texts, or of its rows where cells are numbers
  @SuppressWarnings("ArrayRecordComponent") // filled anew for each chunk
  private record AttributeReading(int index, int[] texts, double[] numbers, int[] words) {}

  private AttributeReading reading(
      int index, AttributeMapping mapping, Column column, Vocabulary vocabulary)
      throws NoFastWay, SQLException {
    if (mapping.type() == AttributeDefinition.Type.NUMBER
        && mapping.words().isEmpty()
        && isNumber(column)) {
      int[] rows = IntStream.range(0, CHUNK).toArray();
      int[] blank = new int[CHUNK];
      Arrays.fill(blank, BLANK);
      return new AttributeReading(index, rows, numbers(column), blank);
    }
    AttributeCell cell = new AttributeCell(mapping, column, binding, table.format().decimal());
    WordsOfColumn texts = words(column);
    double[] numbers = new double[texts.size()];
    int[] words = new int[texts.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.NaN;
      words[i] = BLANK;
      try {
        Optional<AttributeValue> value = cell.value(texts.row(i));
        if (value.isPresent()) {
          switch (value.get()) {
            case AttributeValue.Quantity quantity -> numbers[i] = quantity.value();
            case AttributeValue.ScalePoint point -> numbers[i] = point.value();
            case AttributeValue.YesNo yesNo -> numbers[i] = yesNo.value() ? 1 : 0;
            case AttributeValue.Day day -> numbers[i] = day.value().toEpochDay();
            case AttributeValue.Category category -> words[i] = vocabulary.code(category.value());
            case AttributeValue.Words several -> words[i] = vocabulary.code(several.joined());
          }
        }
      } catch (DatasetException _) {
        words[i] = WordsOfColumn.REFUSED;
      }
    }
    return new AttributeReading(index, codes(column), numbers, words);
  }

  /// The row reader refuses a customer's second row of one moment in a table of attributes only.
  private void checkOneRowACustomer(TimeSource source) throws NoFastWay, SQLException {
    String customer = textOf(((CustomerSource.InColumn) table.customer()).column());
    String moment =
        source instanceof TimeSource.InColumn(Column column)
            ? ", " + Database.identifier(nameOf(column))
            : "";
    String select =
        "SELECT 1 FROM %s GROUP BY %s%s HAVING count(*) > 1 LIMIT 1"
            .formatted(relation, customer, moment);
    try (PreparedStatement statement = connection.prepareStatement(select);
        ResultSet found = statement.executeQuery()) {
      if (found.next() || !table.where().isEmpty()) {
        throw new NoFastWay("a customer may have two rows of one moment");
      }
    }
  }

  private static Ints kind(EventKind kind) {
    return Ints.constant(kind.ordinal());
  }

  private Ints step(WordSource source, EventKind... steps) throws NoFastWay, SQLException {
    return word(
        source,
        text -> {
          for (EventKind kind : steps) {
            if (kind.word().endsWith("_" + text.toLowerCase(Locale.ROOT))) {
              return kind.ordinal();
            }
          }
          return WordsOfColumn.REFUSED;
        });
  }

  private void word(
      Map<Integer, Ints> slots,
      WordField field,
      Optional<WordSource> source,
      Vocabulary vocabulary)
      throws NoFastWay, SQLException {
    if (source.isPresent()) {
      slots.put(field.slot(), word(source.get(), vocabulary::code));
    }
  }

  /// The numbers of a source's words.
  private Ints word(WordSource source, Function<String, Integer> number)
      throws NoFastWay, SQLException {
    return switch (source) {
      case WordSource.Fixed(String word) -> {
        yield Ints.constant(number.apply(word));
      }
      case WordSource.InColumn(Column column, Map<String, String> _) -> {
        int[] meanings = words(column).codes(binding.word(source), number);
        yield new Ints(codes(column), meanings);
      }
    };
  }

  private Test all(List<RowFilter> filters) throws NoFastWay, SQLException {
    List<Test> tests = new ArrayList<>();
    for (RowFilter filter : filters) {
      tests.add(test(filter));
    }
    return switch (tests.size()) {
      case 0 -> _ -> true;
      case 1 -> tests.getFirst();
      default ->
          row -> {
            for (Test test : tests) {
              if (!test.passes(row)) {
                return false;
              }
            }
            return true;
          };
    };
  }

  private Test test(RowFilter filter) throws NoFastWay, SQLException {
    if (filter.test() instanceof RowFilter.Test.Compared(RowFilter.Bound bound, BigDecimal limit)) {
      double[] values = numbers(filter.column());
      return row -> {
        if (Double.isNaN(values[row])) {
          throw new NoFastWay("a number is blank");
        }
        return bound.admits(BigDecimal.valueOf(values[row]).compareTo(limit));
      };
    }
    Predicate<Row> test = binding.all(List.of(filter));
    boolean[] passes = words(filter.column()).tests(test);
    int[] texted = codes(filter.column());
    return row -> passes[texted[row]];
  }

  private Longs time(TimeSource source) throws NoFastWay {
    if (!(source instanceof TimeSource.InColumn(Column column))) {
      LocalDate day = ((TimeSource.Fixed) source).day();
      long nanos = localDays.nanosOfLocal(day.toEpochDay() * 86_400_000_000_000L);
      return Longs.constant(nanos);
    }
    String identifier = Database.identifier(nameOf(column));
    String type = types.get(column.name());
    if (type.equals("TIMESTAMP WITH TIME ZONE")) {
      return longs("epoch_ns(%s)".formatted(identifier));
    }
    if (table.timeFormat().isPresent()
        || !List.of("TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S", "DATE")
            .contains(type)) {
      throw new NoFastWay("times are texts");
    }
    return longs(
        "epoch_ns(%s::TIMESTAMP_NS)".formatted(identifier), localDays::nanosOfLocal);
  }

  private Longs id(Column column) throws NoFastWay {
    if (numericIds && isInteger(column)) {
      return longs("%s::BIGINT".formatted(Database.identifier(nameOf(column))));
    }
    String text = textOf(column);
    return longs("CASE WHEN trim(%s) <> '' THEN %s END".formatted(text, digest(text)));
  }

  private Doubles number(Optional<NumberSource> source) throws NoFastWay {
    if (source.isEmpty()) {
      return Doubles.zero();
    }
    if (source.get().factors().size() > 1) {
      throw new NoFastWay("numbers are products");
    }
    double sign = source.get().negate() ? -1 : 1;
    double blank =
        source.get().blank().map(BigDecimal::doubleValue).orElse(Double.NaN);
    double[] values = numbers(source.get().factors().getFirst());
    // NaN fails every comparison that a row must pass.
    return new Doubles(values, sign, blank);
  }

  /// Fills with a column's numbers, NaN where a cell is blank.
  private double[] numbers(Column column) throws NoFastWay {
    if (!isNumber(column)) {
      throw new NoFastWay("numbers are texts");
    }
    double[] values = new double[CHUNK];
    select(
        "%s::DOUBLE".formatted(Database.identifier(nameOf(column))),
        (vector, rows) -> {
          for (int row = 0; row < rows; row++) {
            values[row] = vector.getDouble(row, Double.NaN);
            if (Double.isNaN(values[row]) && !vector.isNull(row)) {
              throw new NoFastWay("a number is not finite");
            }
          }
        });
    return values;
  }

  private Longs longs(String expression) {
    return longs(expression, value -> value);
  }

  private Longs longs(String expression, LongUnaryOperator converted) {
    Longs longs = new Longs();
    long[] values = longs.values;
    select(
        expression,
        (vector, rows) -> {
          for (int row = 0; row < rows; row++) {
            long value = vector.getLong(row, Long.MIN_VALUE);
            if (value == Long.MIN_VALUE) {
              throw new NoFastWay("a cell is blank");
            }
            values[row] = converted.applyAsLong(value);
          }
        });
    return longs;
  }

  /// Fills with the numbers of a column's texts.
  private int[] codes(Column column) throws NoFastWay, SQLException {
    WordsOfColumn texts = words(column);
    int[] values = new int[CHUNK];
    select(
        digest(textOf(column)),
        (vector, rows) -> {
          for (int row = 0; row < rows; row++) {
            values[row] = texts.code(vector.getLong(row));
          }
        });
    return values;
  }

  private void select(String expression, Reading reading) {
    int known = expressions.indexOf(expression);
    if (known >= 0) {
      Reading first = readings.get(known);
      readings.set(
          known,
          (vector, rows) -> {
            first.read(vector, rows);
            reading.read(vector, rows);
          });
      return;
    }
    expressions.add(expression);
    readings.add(reading);
  }

  private WordsOfColumn words(Column column) throws NoFastWay, SQLException {
    WordsOfColumn known = words.get(column.name());
    if (known == null) {
      known = distinct(column);
      words.put(column.name(), known);
    }
    return known;
  }

  private static final int MOST_WORDS = 1_000_000;

  private WordsOfColumn distinct(Column column) throws NoFastWay, SQLException {
    String text = textOf(column);
    List<String> texts = new ArrayList<>();
    LongCodes codes = new LongCodes(64);
    String select =
        "SELECT t, %s FROM (SELECT DISTINCT %s AS t FROM %s UNION SELECT NULL) LIMIT %d"
            .formatted(digest("t"), text, relation, MOST_WORDS + 1);
    try (PreparedStatement statement = connection.prepareStatement(select);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String word = rows.getString(1);
        int code = texts.size();
        if (codes.putIfAbsent(rows.getLong(2), code) != code) {
          throw new NoFastWay("two words have one digest");
        }
        texts.add(word == null ? "" : word);
      }
    }
    if (texts.size() > MOST_WORDS) {
      throw new NoFastWay("a column has too many different words");
    }
    return new WordsOfColumn(
        header.index(column), header.names().size(), header.toString(), texts, codes);
  }

  /// 63 bits of DuckDB's digest, as a number that is not below zero.
  static String digest(String text) {
    return "(hash(%s) >> 1)::BIGINT".formatted(text);
  }

  /// A column as the text that the row reader would see.
  private String textOf(Column column) throws NoFastWay {
    String identifier = Database.identifier(nameOf(column));
    String type = types.get(column.name());
    if (type.equals("VARCHAR")) {
      return identifier;
    }
    if (isInteger(column) || type.equals("BOOLEAN") || type.equals("DATE")) {
      return "CAST(%s AS VARCHAR)".formatted(identifier);
    }
    throw new NoFastWay("a word is of type " + type);
  }

  private boolean isInteger(Column column) {
    return List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
        .contains(types.getOrDefault(column.name(), ""));
  }

  private boolean isNumber(Column column) throws NoFastWay {
    nameOf(column);
    String type = types.getOrDefault(column.name(), "");
    // A FLOAT is a shorter text than the DOUBLE it becomes.
    return isInteger(column) || type.equals("DOUBLE") || type.startsWith("DECIMAL");
  }

  private String nameOf(Column column) throws NoFastWay {
    if (!types.containsKey(column.name())) {
      throw new NoFastWay("a column is missing");
    }
    return column.name();
  }
}
