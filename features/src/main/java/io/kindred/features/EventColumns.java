package io.kindred.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One customer's events and attributes as columns of numbers, in canonical order: what every
/// feature is computed from, be the customer one of a million in a file or one who just clicked.
///
/// It is filled anew for each customer and keeps its arrays, so that a million customers cost the
/// memory of the largest. Rows must be added in the order of time; {@link #finish()} then puts
/// events of one moment into canonical order and drops repetitions. Times are nanoseconds since
/// 1970, words are numbers of the vocabulary. Not for several threads.
public final class EventColumns {
  /// The kind of a row that is a line of the order before it.
  static final int LINE = EventKind.values().length;

  private static final int SLOTS = WordField.SLOTS;
  private static final int FEW = 24;

  private final Vocabulary vocabulary;
  private int keptWords;
  private final Map<String, Integer> attributeIndex = new HashMap<>();
  private final List<AttributeDefinition> definitions;
  private boolean finished = true;

  int size;
  long[] time = new long[64];
  long[] known = new long[64];
  int[] kind = new int[64];
  double[] amount = new double[64];
  double[] quantity = new double[64];

  /// How many rows of lines follow an order.
  int[] lines = new int[64];

  int[] words = new int[64 * SLOTS];
  private long[] ids = new long[64];

  int attributes;
  int[] attribute = new int[16];
  long[] attributeKnown = new long[16];

  /// The number, scale point, 1 or 0, or day since 1970; NaN for words.
  double[] attributeNumber = new double[16];

  int[] attributeWord = new int[16];

  /// @param definitions of the attributes that rows may name, by their place here
  EventColumns(Vocabulary vocabulary, List<AttributeDefinition> definitions) {
    this.vocabulary = vocabulary;
    this.definitions = definitions;
    for (int i = 0; i < definitions.size(); i++) {
      attributeIndex.put(definitions.get(i).name(), i);
    }
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /// From now on the words met so far keep their numbers from history to history.
  void keepWords() {
    keptWords = vocabulary.size();
  }

  /// Begins a customer.
  public void clear() {
    size = 0;
    attributes = 0;
    finished = false;
  }

  /// Adds an event that is no order of several lines.
  ///
  /// @param id what tells it from the customer's other events of its kind: a number, or 64 bits of
  ///   a digest
  /// @param knownSince from when on it was known, at least `time`
  /// @param slots the vocabulary's numbers of its words, by {@link WordField#slot()}
  public void add(
      EventKind eventKind,
      long id,
      long eventTime,
      long knownSince,
      double eventAmount,
      double eventQuantity,
      int[] slots) {
    int row = newRow(eventKind.code(), eventTime, knownSince, eventAmount, eventQuantity);
    ids[row] = id;
    System.arraycopy(slots, 0, words, row * SLOTS, SLOTS);
  }

  /// Adds what was learned of an attribute that has a number: a quantity, a point on a scale, 1 for
  /// yes and 0 for no, or a day since 1970.
  public void addAttribute(int index, long knownSince, double number) {
    newAttribute(index, knownSince, number, Vocabulary.EMPTY);
  }

  /// Adds what was learned of an attribute that has a word, or several joined.
  public void addAttribute(int index, long knownSince, int word) {
    newAttribute(index, knownSince, Double.NaN, word);
  }

  /// Puts events of one moment into canonical order and drops what was there twice.
  ///
  /// @throws IllegalArgumentException where two different events share an id, or an event is
  ///   earlier than the one before
  public void finish() {
    if (finished) {
      return;
    }
    finished = true;
    for (int row = 1; row < size; row++) {
      if (time[row] < time[row - 1]) {
        throw new IllegalArgumentException(
            "events of a customer are out of order (expected them by time)");
      }
    }
    dropRepetitions();
    for (int row = 1; row < size; row++) {
      for (int at = row; at > 0 && time[at] == time[at - 1] && compare(at, at - 1) < 0; at--) {
        swap(at, at - 1);
      }
    }
  }

  /// Takes over a history, which is in canonical order already.
  ///
  /// @throws IllegalArgumentException where an attribute is not of its declared type
  void fill(History history) {
    vocabulary.truncate(keptWords);
    clear();
    for (Event event : history.events()) {
      int row =
          newRow(
              event.kind().code(),
              LocalDays.nanos(event.time()),
              LocalDays.nanos(event.knownSince()),
              EventFields.amount(event),
              EventFields.quantity(event));
      for (int slot = 0; slot < SLOTS; slot++) {
        words[row * SLOTS + slot] = vocabulary.code(EventFields.word(event, slot));
      }
      List<OrderLine> orderLines = EventFields.lines(event);
      lines[row] = orderLines.size();
      for (OrderLine line : orderLines) {
        int added = newRow(LINE, time[row], known[row], line.amount(), line.items());
        words[added * SLOTS + WordField.CATEGORY.slot()] = vocabulary.code(line.category());
        words[added * SLOTS + WordField.PRODUCT.slot()] = vocabulary.code(line.product());
      }
    }
    for (Attribute known : history.attributes()) {
      Integer index = attributeIndex.get(known.name());
      if (index != null) {
        definitions.get(index).check(known.value());
        add(index, LocalDays.nanos(known.knownSince()), known.value());
      }
    }
    finished = true;
  }

  int word(int row, int slot) {
    return words[row * SLOTS + slot];
  }

  /// Canonical order of what an attribute said, of two at one moment: the later in this order
  /// holds, as in a history.
  int compareAttributes(int one, int other) {
    int order = Double.compare(attributeNumber[one], attributeNumber[other]);
    return order != 0
        ? order
        : vocabulary.word(attributeWord[one]).compareTo(vocabulary.word(attributeWord[other]));
  }

  private void add(int index, long knownSince, AttributeValue value) {
    switch (value) {
      case AttributeValue.Quantity quantityValue ->
          addAttribute(index, knownSince, quantityValue.value());
      case AttributeValue.ScalePoint point ->
          addAttribute(index, knownSince, (double) point.value());
      case AttributeValue.YesNo yesNo -> addAttribute(index, knownSince, yesNo.value() ? 1.0 : 0.0);
      case AttributeValue.Day day ->
          addAttribute(index, knownSince, (double) day.value().toEpochDay());
      case AttributeValue.Category category ->
          addAttribute(index, knownSince, vocabulary.code(category.value()));
      case AttributeValue.Words several ->
          addAttribute(index, knownSince, vocabulary.code(several.joined()));
    }
  }

  private int newRow(
      int rowKind, long eventTime, long knownSince, double eventAmount, double eventQuantity) {
    if (size == time.length) {
      grow();
    }
    int row = size++;
    time[row] = eventTime;
    known[row] = knownSince;
    kind[row] = rowKind;
    amount[row] = eventAmount;
    quantity[row] = eventQuantity;
    lines[row] = 0;
    Arrays.fill(words, row * SLOTS, (row + 1) * SLOTS, Vocabulary.EMPTY);
    return row;
  }

  private void newAttribute(int index, long knownSince, double number, int word) {
    if (attributes == attribute.length) {
      attribute = Arrays.copyOf(attribute, 2 * attributes);
      attributeKnown = Arrays.copyOf(attributeKnown, 2 * attributes);
      attributeNumber = Arrays.copyOf(attributeNumber, 2 * attributes);
      attributeWord = Arrays.copyOf(attributeWord, 2 * attributes);
    }
    attribute[attributes] = index;
    attributeKnown[attributes] = knownSince;
    attributeNumber[attributes] = number;
    attributeWord[attributes++] = word;
  }

  private void grow() {
    int longer = 2 * size;
    time = Arrays.copyOf(time, longer);
    known = Arrays.copyOf(known, longer);
    kind = Arrays.copyOf(kind, longer);
    amount = Arrays.copyOf(amount, longer);
    quantity = Arrays.copyOf(quantity, longer);
    lines = Arrays.copyOf(lines, longer);
    ids = Arrays.copyOf(ids, longer);
    words = Arrays.copyOf(words, longer * SLOTS);
  }

  private void dropRepetitions() {
    int kept = 0;
    Map<EventKey, Integer> rowById = size > FEW ? HashMap.newHashMap(size) : Map.of();
    // A bit for each id met: where it is not set, no earlier row need be looked at.
    long met = 0;
    for (int row = 0; row < size; row++) {
      int earlier = -1;
      if (size > FEW) {
        earlier = earlierOf(rowById, row, kept);
      } else {
        long bit = 1L << ((ids[row] * 0x9E3779B97F4A7C15L) >>> 58);
        if ((met & bit) != 0) {
          earlier = earlierOf(row, kept);
        }
        met |= bit;
      }
      if (earlier < 0) {
        copy(row, kept++);
      } else if (time[earlier] == time[row] && compareContent(earlier, row) == 0) {
        // Known twice is known since the first time.
        known[earlier] = Math.min(known[earlier], known[row]);
      } else {
        throw new IllegalArgumentException(
            "two different events of a customer share an id (expected one event an id; a repeated id"
                + " must repeat the whole event)");
      }
    }
    size = kept;
  }

  private int earlierOf(Map<EventKey, Integer> rowById, int row, int kept) {
    Integer earlier = rowById.putIfAbsent(new EventKey(kind[row], ids[row]), kept);
    return earlier == null ? -1 : earlier;
  }

  private record EventKey(int kind, long id) {}

  private int earlierOf(int row, int kept) {
    long id = ids[row];
    for (int earlier = 0; earlier < kept; earlier++) {
      if (ids[earlier] == id && kind[earlier] == kind[row]) {
        return earlier;
      }
    }
    return -1;
  }

  /// The order of {@link Event#CANONICAL}, of events of one moment; ids do not matter to features.
  private int compare(int one, int other) {
    int order = Integer.compare(kind[one], kind[other]);
    if (order == 0) {
      order = Long.compare(known[one], known[other]);
    }
    return order == 0 ? compareContent(one, other) : order;
  }

  private int compareContent(int one, int other) {
    int order = Integer.compare(kind[one], kind[other]);
    if (order == 0) {
      order = Double.compare(amount[one], amount[other]);
    }
    if (order == 0) {
      order = Double.compare(quantity[one], quantity[other]);
    }
    for (int slot = 0; order == 0 && slot < SLOTS; slot++) {
      int word = word(one, slot);
      int otherWord = word(other, slot);
      if (word != otherWord) {
        order = vocabulary.word(word).compareTo(vocabulary.word(otherWord));
      }
    }
    return order;
  }

  private void copy(int from, int to) {
    if (from == to) {
      return;
    }
    time[to] = time[from];
    known[to] = known[from];
    kind[to] = kind[from];
    amount[to] = amount[from];
    quantity[to] = quantity[from];
    ids[to] = ids[from];
    System.arraycopy(words, from * SLOTS, words, to * SLOTS, SLOTS);
  }

  private void swap(int one, int other) {
    swap(time, one, other);
    swap(known, one, other);
    swap(kind, one, other);
    swap(amount, one, other);
    swap(quantity, one, other);
    swap(ids, one, other);
    for (int slot = 0; slot < SLOTS; slot++) {
      swap(words, one * SLOTS + slot, other * SLOTS + slot);
    }
  }

  private static void swap(long[] values, int one, int other) {
    long kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }

  private static void swap(int[] values, int one, int other) {
    int kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }

  private static void swap(double[] values, int one, int other) {
    double kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }
}
