package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What {@link HistoryWriter} wrote.
final class HistoryReader {
  private final BitReader in;
  private final StoredWords words;

  HistoryReader(BitReader in, StoredWords words) {
    this.in = in;
    this.words = words;
  }

  History read() {
    int count = readCount();
    List<Event> events = count == 0 ? List.of() : readEvents(count);
    List<Attribute> attributes = readAttributes();
    if (in.left() >= Byte.SIZE) {
      throw BitReader.damaged("it goes on after its end");
    }
    return History.ofCanonical(events, attributes)
        .orElseThrow(() -> BitReader.damaged("its events or attributes are out of order"));
  }

  /// How many events or attributes. No two have the same id, or name and moment, and so many
  /// different ones take the logarithm of their number in bits each: more than that cannot be.
  private int readCount() {
    int count = in.count(in.left());
    if (count > 1 && (BitWriter.width(count) - 1L) * count > in.left()) {
      throw BitReader.damaged("it counts more than it has room for");
    }
    return count;
  }

  private List<Event> readEvents(int count) {
    int[] numbers = readKinds(count);
    EventKind[] kinds = new EventKind[count];
    for (int i = 0; i < count; i++) {
      kinds[i] = StoredFields.KINDS.get(numbers[i]);
    }
    long[] times = readTimes(count);
    long[] lateness = readLateness(count);
    String[][] slots = readWords(numbers);
    List<SortedMap<String, String>> properties = readProperties(kinds);
    String[] prefixes = new String[count];
    for (int i = 0; i < count; i++) {
      prefixes[i] = IdColumn.prefix(kinds[i], slots[i][0]);
    }
    String[] ids = IdColumn.read(in, prefixes, words);
    double[] amounts = readAmounts(numbers);
    double[] quantities = readQuantities(numbers);
    List<List<OrderLine>> lines = readLines(kinds);
    List<Event> events = new ArrayList<>(count);
    int nextCustom = 0;
    for (int i = 0; i < count; i++) {
      Instant time = LocalDays.moment(times[i]);
      String id = ids[i];
      String[] word = slots[i];
      double amount = amounts[i];
      double quantity = quantities[i];
      Event event =
          switch (kinds[i]) {
            case ORDER ->
                new Order(
                    id,
                    time,
                    amount,
                    quantity,
                    word[0],
                    word[2],
                    word[3],
                    word[1],
                    word[4],
                    lines.get(i));
            case RETURN -> new Return(id, time, amount, quantity, word[0], word[1]);
            case VISIT -> new Visit(id, time, word[2], quantity, word[3], word[4]);
            case CART_FILLED -> new Cart(id, time, Cart.Step.FILLED, amount);
            case CART_ABANDONED -> new Cart(id, time, Cart.Step.ABANDONED, amount);
            case MESSAGE_SENT -> new Message(id, time, Message.Step.SENT, word[2], word[3]);
            case MESSAGE_OPENED -> new Message(id, time, Message.Step.OPENED, word[2], word[3]);
            case MESSAGE_CLICKED -> new Message(id, time, Message.Step.CLICKED, word[2], word[3]);
            case SUBSCRIPTION_STARTED ->
                new Subscription(id, time, Subscription.Step.STARTED, word[0], amount);
            case SUBSCRIPTION_RENEWED ->
                new Subscription(id, time, Subscription.Step.RENEWED, word[0], amount);
            case SUBSCRIPTION_CANCELLED ->
                new Subscription(id, time, Subscription.Step.CANCELLED, word[0], amount);
            case SUPPORT_CONTACT -> new SupportContact(id, time, word[2], word[3]);
            case CUSTOM -> new CustomEvent(id, time, word[0], amount, properties.get(nextCustom++));
          };
      events.add(
          lateness[i] == 0
              ? event
              : new LateEvent(event, LocalDays.moment(times[i] + lateness[i])));
    }
    return events;
  }

  private int[] readKinds(int count) {
    long[] numbers = NumberColumn.read(in, count);
    int[] kinds = new int[count];
    for (int i = 0; i < count; i++) {
      if (numbers[i] < 0 || numbers[i] >= StoredFields.KINDS.size()) {
        throw BitReader.damaged("it has an event of an unknown kind");
      }
      kinds[i] = (int) numbers[i];
    }
    return kinds;
  }

  private long[] readTimes(int count) {
    TimeGrain grain = TimeGrain.read(in);
    long[] times = new long[count];
    times[0] = in.signed();
    long[] gaps = NumberColumn.read(in, count - 1);
    for (int i = 1; i < count; i++) {
      // Five centuries in nanoseconds are beyond 63 bits, but come round again.
      times[i] = times[i - 1] + gaps[i - 1];
    }
    for (int i = 0; i < count; i++) {
      times[i] = TimeGrain.BEGIN + grain.nanos(times[i]);
    }
    return times;
  }

  /// By how much each event was known later than it happened; mostly 0.
  private long[] readLateness(int count) {
    long[] lateness = new long[count];
    if (!in.bit()) {
      return lateness;
    }
    long[] isLate = NumberColumn.read(in, count);
    int late = (int) Arrays.stream(isLate).filter(value -> value != 0).count();
    TimeGrain grain = TimeGrain.read(in);
    long[] read = NumberColumn.read(in, late);
    int next = 0;
    for (int i = 0; i < count; i++) {
      if (isLate[i] != 0) {
        lateness[i] = grain.nanos(read[next++]);
      }
    }
    return lateness;
  }

  /// Of each event the word in each slot.
  private String[][] readWords(int[] kinds) {
    String[][] slots = new String[kinds.length][WordField.SLOTS];
    for (String[] word : slots) {
      Arrays.fill(word, "");
    }
    for (int field = 0; field < StoredFields.WORDS.size(); field++) {
      int slot = StoredFields.WORDS.get(field).slot();
      int count = 0;
      for (int kind : kinds) {
        count += StoredFields.hasWord(field, kind) ? 1 : 0;
      }
      long[] codes = NumberColumn.read(in, count);
      int next = 0;
      for (int i = 0; i < kinds.length; i++) {
        if (StoredFields.hasWord(field, kinds[i])) {
          slots[i][slot] = words.word(codes[next++]);
        }
      }
    }
    return slots;
  }

  private List<SortedMap<String, String>> readProperties(EventKind[] kinds) {
    int custom = 0;
    for (EventKind kind : kinds) {
      custom += kind == EventKind.CUSTOM ? 1 : 0;
    }
    long[] counts = NumberColumn.read(in, custom);
    int all = sum(counts, (long) custom * CustomEvent.MOST_PROPERTIES);
    long[] names = NumberColumn.read(in, all);
    long[] values = NumberColumn.read(in, all);
    List<SortedMap<String, String>> properties = new ArrayList<>(custom);
    int next = 0;
    for (long count : counts) {
      SortedMap<String, String> some = new TreeMap<>();
      for (int i = 0; i < count; i++) {
        some.put(words.word(names[next]), words.word(values[next]));
        next++;
      }
      properties.add(some);
    }
    return properties;
  }

  private double[] readAmounts(int[] kinds) {
    int count = 0;
    for (int kind : kinds) {
      count += StoredFields.hasAmount(kind) ? 1 : 0;
    }
    double[] read = DecimalColumn.read(in, count);
    double[] amounts = new double[kinds.length];
    int next = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (StoredFields.hasAmount(kinds[i])) {
        amounts[i] = read[next++];
      }
    }
    return amounts;
  }

  private double[] readQuantities(int[] kinds) {
    int count = 0;
    for (int kind : kinds) {
      count += StoredFields.hasQuantity(kind) ? 1 : 0;
    }
    double[] read = DecimalColumn.read(in, count);
    double[] quantities = new double[kinds.length];
    int next = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (StoredFields.hasQuantity(kinds[i])) {
        quantities[i] = read[next++];
      }
    }
    return quantities;
  }

  private List<List<OrderLine>> readLines(EventKind[] kinds) {
    if (!in.bit()) {
      return Collections.nCopies(kinds.length, List.of());
    }
    int[] counts = new int[kinds.length];
    int all = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == EventKind.ORDER) {
        counts[i] = (int) in.unary();
        all += counts[i];
      }
    }
    long[] products = NumberColumn.read(in, all);
    long[] categories = NumberColumn.read(in, all);
    double[] amounts = DecimalColumn.read(in, all);
    double[] items = DecimalColumn.read(in, all);
    List<List<OrderLine>> lines = new ArrayList<>(kinds.length);
    int next = 0;
    for (int count : counts) {
      List<OrderLine> some = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        some.add(
            new OrderLine(
                words.word(products[next]),
                words.word(categories[next]),
                amounts[next],
                items[next]));
        next++;
      }
      lines.add(some);
    }
    return lines;
  }

  private List<Attribute> readAttributes() {
    int count = readCount();
    if (count == 0) {
      return List.of();
    }
    long[] names = NumberColumn.read(in, count);
    long[] numbers = NumberColumn.read(in, count);
    TimeGrain grain = TimeGrain.read(in);
    long[] since = NumberColumn.read(in, count);
    List<StoredFields.ValueType> types = new ArrayList<>(count);
    int[] sizes = new int[StoredFields.ValueType.ALL.size()];
    for (long number : numbers) {
      if (number < 0 || number >= sizes.length) {
        throw BitReader.damaged("it has an attribute of an unknown type");
      }
      types.add(StoredFields.ValueType.ALL.get((int) number));
      sizes[(int) number]++;
    }
    List<List<AttributeValue>> values = new ArrayList<>();
    for (StoredFields.ValueType type : StoredFields.ValueType.ALL) {
      values.add(readValues(type, sizes[type.number()]));
    }
    int[] next = new int[sizes.length];
    List<Attribute> attributes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int type = types.get(i).number();
      attributes.add(
          new Attribute(
              words.word(names[i]),
              values.get(type).get(next[type]++),
              LocalDays.moment(TimeGrain.BEGIN + grain.nanos(since[i]))));
    }
    return attributes;
  }

  private List<AttributeValue> readValues(StoredFields.ValueType type, int count) {
    List<AttributeValue> values = new ArrayList<>(count);
    switch (type) {
      case QUANTITY -> {
        for (double number : DecimalColumn.read(in, count)) {
          values.add(new AttributeValue.Quantity(number));
        }
      }
      case CATEGORY -> {
        for (long code : NumberColumn.read(in, count)) {
          values.add(new AttributeValue.Category(words.word(code)));
        }
      }
      case SCALE_POINT -> {
        for (long point : NumberColumn.read(in, count)) {
          values.add(new AttributeValue.ScalePoint(Math.toIntExact(point)));
        }
      }
      case YES_NO -> {
        for (long yes : NumberColumn.read(in, count)) {
          values.add(new AttributeValue.YesNo(yes != 0));
        }
      }
      case WORDS -> {
        long[] counts = NumberColumn.read(in, count);
        // Words of one set differ, so that two or more take a bit each at least.
        long[] codes = NumberColumn.read(in, sum(counts, in.left() + count));
        int next = 0;
        for (long words : counts) {
          TreeSet<String> several = new TreeSet<>();
          for (int i = 0; i < words; i++) {
            several.add(this.words.word(codes[next++]));
          }
          values.add(new AttributeValue.Words(several));
        }
      }
      case DAY -> {
        for (long day : NumberColumn.read(in, count)) {
          values.add(new AttributeValue.Day(LocalDate.ofEpochDay(day)));
        }
      }
    }
    return values;
  }

  private static int sum(long[] counts, long most) {
    long sum = 0;
    for (long count : counts) {
      if (count < 0 || count > most - sum) {
        throw BitReader.damaged("it counts more than it has room for");
      }
      sum += count;
    }
    return Math.toIntExact(sum);
  }
}
