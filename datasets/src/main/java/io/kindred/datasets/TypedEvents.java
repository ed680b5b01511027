package io.kindred.datasets;

import io.kindred.features.CustomEvent;
import io.kindred.features.EventKind;
import io.kindred.features.Vocabulary;
import io.kindred.features.WordField;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the events of one mapping from the rows of a table, a chunk at a time.
final class TypedEvents {
  private static final EventKind[] KINDS = EventKind.values();

  private final ChunkColumns columns;
  private final Binding binding;
  private final TableMapping table;
  private final Vocabulary vocabulary;
  private final TypedRows.Times times;

  TypedEvents(TypedRows rows) {
    this.columns = rows.columns();
    this.binding = rows.binding();
    this.table = rows.table();
    this.vocabulary = rows.vocabulary();
    this.times = rows.times();
  }

  /// Adds the event of each row that it is given.
  RowAction action(EventMapping mapping, Partitions partitions, TypedTable.Bounds bounds)
      throws NoFastWay, SQLException {
    if (mapping.currency().isPresent()) {
      throw new NoFastWay("amounts are converted");
    }
    ChunkColumns.Longs time = columns.time(mapping.time().or(table::time).orElseThrow());
    ChunkColumns.Longs known =
        mapping.knownSince().isPresent() ? columns.time(mapping.knownSince().get()) : time;
    ChunkColumns.Longs id =
        mapping.id().isPresent() ? columns.id(mapping.id().get()) : ChunkColumns.Longs.constant(0);
    boolean numbered = mapping.id().isEmpty();
    Sources sources = sources(mapping);
    int[] slots = new int[WordField.SLOTS];
    return (row, customer) -> {
      long when = time.values[row];
      long since = Math.max(when, known.values[row]);
      int kind = sources.kind.at(row);
      double amount = sources.amount.at(row);
      double quantity = sources.quantity.at(row);
      boolean fits =
          times.admit(when)
              && times.admit(since)
              && kind >= 0
              && quantity >= 0
              && (amount >= 0 || (kind == EventKind.CUSTOM.code() && !Double.isNaN(amount)));
      long eventId = numbered ? bounds.nextRowId() : id.values[row];
      for (int i = 0; i < sources.slots.length; i++) {
        int word = sources.words[i].at(row);
        fits &= word >= 0;
        slots[sources.slots[i]] = word;
      }
      if (!fits) {
        throw new NoFastWay("a row is refused");
      }
      if (kind == EventKind.CUSTOM.code()) {
        if (slots[0] == 0) {
          throw new NoFastWay("a row is refused");
        }
        closeUp(slots);
        if (!numbered) {
          // Events of two names may share an id.
          eventId = mixed(eventId + mixed(slots[0]));
        }
      }
      partitions.addEvent(customer, KINDS[kind], eventId, when, since, amount, quantity, slots);
      Arrays.fill(slots, 0);
      bounds.met(when);
    };
  }

  /// Stafford's variant 13 of MurmurHash3's finisher: one to one, so that ids stay apart.
  private static long mixed(long number) {
    long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

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

  /// What a row's text means, or one meaning for all rows.
  private static final class Meaning {
    private final ChunkColumns.@Nullable Texts texts;
    private final int[] meanings;

    Meaning(ChunkColumns.@Nullable Texts texts, int[] meanings) {
      this.texts = texts;
      this.meanings = meanings;
    }

    static Meaning constant(int meaning) {
      return new Meaning(null, new int[] {meaning});
    }

    int at(int row) throws NoFastWay {
      return meanings[texts == null ? 0 : texts.at(row)];
    }
  }

  /// The fields of an event: its kind, its numbers, and its words by slot.
  private record Sources(
      Meaning kind,
      ChunkColumns.Doubles amount,
      ChunkColumns.Doubles quantity,
      int[] slots,
      Meaning[] words) {
    static Sources of(
        Meaning kind,
        ChunkColumns.Doubles amount,
        ChunkColumns.Doubles quantity,
        Map<Integer, Meaning> words) {
      return new Sources(
          kind,
          amount,
          quantity,
          words.keySet().stream().mapToInt(slot -> slot).toArray(),
          words.values().toArray(Meaning[]::new));
    }
  }

  private Sources sources(EventMapping mapping) throws NoFastWay, SQLException {
    Map<Integer, Meaning> slots = new TreeMap<>();
    return switch (mapping) {
      case EventMapping.Orders orders -> {
        if (orders.lines()) {
          throw new NoFastWay("rows are lines of orders");
        }
        word(slots, WordField.CATEGORY, orders.category());
        word(slots, WordField.PRODUCT, orders.product());
        word(slots, WordField.CHANNEL, orders.channel());
        word(slots, WordField.DISCOUNT, orders.discount());
        word(slots, WordField.STORE, orders.store());
        yield Sources.of(
            kind(EventKind.ORDER),
            columns.number(Optional.of(orders.amount())),
            columns.number(orders.items()),
            slots);
      }
      case EventMapping.Returns returns -> {
        if (returns.lines()) {
          throw new NoFastWay("rows are lines of returns");
        }
        word(slots, WordField.CATEGORY, returns.category());
        word(slots, WordField.PRODUCT, returns.product());
        yield Sources.of(
            kind(EventKind.RETURN),
            columns.number(Optional.of(returns.amount())),
            columns.number(returns.items()),
            slots);
      }
      case EventMapping.Visits visits -> {
        word(slots, WordField.CHANNEL, visits.channel());
        word(slots, WordField.DEVICE, visits.device());
        word(slots, WordField.REFERRER, visits.referrer());
        yield Sources.of(
            kind(EventKind.VISIT), columns.zero(), columns.number(visits.pages()), slots);
      }
      case EventMapping.Carts carts ->
          Sources.of(
              step(carts.step(), EventKind.CART_FILLED, EventKind.CART_ABANDONED),
              columns.number(carts.value()),
              columns.zero(),
              slots);
      case EventMapping.Messages messages -> {
        word(slots, WordField.CHANNEL, messages.channel());
        word(slots, WordField.CAMPAIGN, messages.campaign());
        yield Sources.of(
            step(
                messages.step(),
                EventKind.MESSAGE_SENT,
                EventKind.MESSAGE_OPENED,
                EventKind.MESSAGE_CLICKED),
            columns.zero(),
            columns.zero(),
            slots);
      }
      case EventMapping.Subscriptions subscriptions -> {
        word(slots, WordField.PLAN, subscriptions.plan());
        yield Sources.of(
            step(
                subscriptions.step(),
                EventKind.SUBSCRIPTION_STARTED,
                EventKind.SUBSCRIPTION_RENEWED,
                EventKind.SUBSCRIPTION_CANCELLED),
            columns.number(subscriptions.amount()),
            columns.zero(),
            slots);
      }
      case EventMapping.Support support -> {
        word(slots, WordField.CHANNEL, support.channel());
        word(slots, WordField.TOPIC, support.topic());
        yield Sources.of(kind(EventKind.SUPPORT_CONTACT), columns.zero(), columns.zero(), slots);
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
        yield Sources.of(
            kind(EventKind.CUSTOM), columns.number(custom.value()), columns.zero(), slots);
      }
    };
  }

  private static Meaning kind(EventKind kind) {
    return Meaning.constant(kind.code());
  }

  private Meaning step(WordSource source, EventKind... steps) throws NoFastWay, SQLException {
    return word(
        source,
        text -> {
          for (EventKind kind : steps) {
            if (kind.word().endsWith("_" + text.toLowerCase(Locale.ROOT))) {
              return kind.code();
            }
          }
          return WordsOfColumn.REFUSED;
        });
  }

  private void word(Map<Integer, Meaning> slots, WordField field, Optional<WordSource> source)
      throws NoFastWay, SQLException {
    if (source.isPresent()) {
      slots.put(field.slot(), word(source.get(), vocabulary::code));
    }
  }

  /// The numbers of a source's words.
  private Meaning word(WordSource source, Function<String, Integer> number)
      throws NoFastWay, SQLException {
    return switch (source) {
      case WordSource.Fixed(String word) -> Meaning.constant(number.apply(word));
      case WordSource.InColumn(Column column, Map<String, String> _) -> {
        int[] meanings = columns.words(column).codes(binding.word(source), number);
        yield new Meaning(columns.texts(column), meanings);
      }
    };
  }
}
