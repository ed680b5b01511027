package io.kindred.datasets;

import io.kindred.features.EventColumns;
import io.kindred.features.EventKind;
import io.kindred.features.WordField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Events in any order in, the same customer by customer out, without holding them.
///
/// Rows go into one of a thousand partitions by the number of their customer, and from there to a
/// temporary file as its buffer fills. A partition then fits into memory, where its rows are put
/// into order by customer and time. Sorting the lot costs several times as much: nothing but the
/// rows of one customer need be in order.
final class Partitions implements AutoCloseable {
  private static final int PARTITION_BITS = 10;
  private static final int BUFFER_BYTES = 1 << 14;
  private static final int ATTRIBUTE = 0x80;
  private static final int HAS_AMOUNT = 1;
  private static final int HAS_QUANTITY = 2;
  private static final int HAS_KNOWN_SINCE = 4;
  private static final int FIRST_WORD = 8;
  // Where the fields of a row are: the customer first, what only some rows have last.
  private static final int TIME = 4;
  private static final int ID = 12;
  private static final int KIND = 20;
  private static final int FIELDS = 21;
  private static final int REST = 22;
  private static final int ATTRIBUTE_BYTES = REST + 8;
  private static final int FEW = 32;
  private static final int LONGEST_ROW = 4 + 2 * 8 + 2 + 3 * 8 + WordField.SLOTS * 4;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final FileChannel file;
  private final Partition[] partitions = new Partition[1 << PARTITION_BITS];
  private long written;

  // Where the fields of the row just read are.
  private int at;
  private final int[] slots = new int[WordField.SLOTS];

  private static final class Partition {
    final byte[] buffer = new byte[BUFFER_BYTES];
    int filled;
    int rows;
    // Where its full buffers begin in the file, and how long each is.
    long[] places = new long[4];
    int[] lengths = new int[4];
    int flushed;
  }

  Partitions() {
    try {
      Path path = Files.createTempFile("kindred-events-", ".bin");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary file", e);
    }
    Arrays.setAll(partitions, _ -> new Partition());
  }

  /// @param customer a number from 0
  /// @param words the numbers of its words by slot
  void addEvent(
      int customer,
      EventKind kind,
      long id,
      long time,
      long knownSince,
      double amount,
      double quantity,
      int[] words) {
    Partition partition = partitionFor(customer);
    byte[] buffer = partition.buffer;
    int offset = partition.filled;
    INTS.set(buffer, offset, customer);
    LONGS.set(buffer, offset + TIME, time);
    LONGS.set(buffer, offset + ID, id);
    buffer[offset + KIND] = (byte) kind.code();
    int fields = 0;
    int end = offset + REST;
    if (amount != 0) {
      fields |= HAS_AMOUNT;
      DOUBLES.set(buffer, end, amount);
      end += 8;
    }
    if (quantity != 0) {
      fields |= HAS_QUANTITY;
      DOUBLES.set(buffer, end, quantity);
      end += 8;
    }
    if (knownSince != time) {
      fields |= HAS_KNOWN_SINCE;
      LONGS.set(buffer, end, knownSince);
      end += 8;
    }
    for (int slot = 0; slot < words.length; slot++) {
      if (words[slot] != 0) {
        fields |= FIRST_WORD << slot;
        INTS.set(buffer, end, words[slot]);
        end += 4;
      }
    }
    buffer[offset + FIELDS] = (byte) fields;
    partition.filled = end;
    partition.rows++;
  }

  /// @param number NaN where the attribute has a word
  void addAttribute(int customer, int index, long knownSince, double number, int word) {
    Partition partition = partitionFor(customer);
    byte[] buffer = partition.buffer;
    int offset = partition.filled;
    INTS.set(buffer, offset, customer);
    LONGS.set(buffer, offset + TIME, knownSince);
    INTS.set(buffer, offset + ID, index);
    INTS.set(buffer, offset + ID + 4, word);
    buffer[offset + KIND] = (byte) ATTRIBUTE;
    buffer[offset + FIELDS] = 0;
    DOUBLES.set(buffer, offset + REST, number);
    partition.filled = offset + ATTRIBUTE_BYTES;
    partition.rows++;
  }

  /// Fills the columns with each customer's rows in turn.
  ///
  /// @param words what each word's number is in the columns' vocabulary
  /// @param each takes the customer's number when the columns are full
  void forEach(EventColumns columns, int[] words, IntConsumer each) {
    byte[] bytes = {};
    int[] starts = {};
    int[] ordered = {};
    for (Partition partition : partitions) {
      if (partition.rows == 0) {
        continue;
      }
      int length = partition.filled;
      for (int i = 0; i < partition.flushed; i++) {
        length = Math.addExact(length, partition.lengths[i]);
      }
      bytes = bytes.length < length ? new byte[length] : bytes;
      read(partition, bytes);
      starts = starts.length < partition.rows ? new int[partition.rows] : starts;
      ordered = ordered.length < partition.rows ? new int[partition.rows] : ordered;
      forEach(bytes, partition.rows, starts, ordered, columns, words, each);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove a temporary file", e);
    }
  }

  private Partition partitionFor(int customer) {
    Partition partition = partitions[customer & (partitions.length - 1)];
    if (partition.filled + LONGEST_ROW > BUFFER_BYTES) {
      flush(partition);
    }
    return partition;
  }

  private void flush(Partition partition) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(partition.buffer, 0, partition.filled);
      long place = written;
      while (bytes.hasRemaining()) {
        written += file.write(bytes, written);
      }
      if (partition.flushed == partition.places.length) {
        partition.places = Arrays.copyOf(partition.places, 2 * partition.flushed);
        partition.lengths = Arrays.copyOf(partition.lengths, 2 * partition.flushed);
      }
      partition.places[partition.flushed] = place;
      partition.lengths[partition.flushed++] = partition.filled;
      partition.filled = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write a temporary file in %s (expected room there for about 50 bytes an event)"
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private void read(Partition partition, byte[] bytes) {
    int offset = 0;
    try {
      for (int i = 0; i < partition.flushed; i++) {
        ByteBuffer target = ByteBuffer.wrap(bytes, offset, partition.lengths[i]);
        long place = partition.places[i];
        while (target.hasRemaining()) {
          place += file.read(target, place);
        }
        offset += partition.lengths[i];
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a temporary file back", e);
    }
    System.arraycopy(partition.buffer, 0, bytes, offset, partition.filled);
  }

  private void forEach(
      byte[] bytes,
      int rows,
      int[] starts,
      int[] ordered,
      EventColumns columns,
      int[] words,
      IntConsumer each) {
    int most = 0;
    int offset = 0;
    for (int row = 0; row < rows; row++) {
      starts[row] = offset;
      most = Math.max(most, localOf(bytes, offset));
      offset += lengthOf(bytes, offset);
    }
    int[] begins = new int[most + 2];
    for (int row = 0; row < rows; row++) {
      begins[localOf(bytes, starts[row]) + 1]++;
    }
    for (int i = 0; i <= most; i++) {
      begins[i + 1] += begins[i];
    }
    int[] next = begins.clone();
    for (int row = 0; row < rows; row++) {
      ordered[next[localOf(bytes, starts[row])]++] = starts[row];
    }
    for (int local = 0; local <= most; local++) {
      if (begins[local] < begins[local + 1]) {
        int customer = (int) INTS.get(bytes, ordered[begins[local]]);
        fill(bytes, ordered, begins[local], begins[local + 1], columns, words);
        each.accept(customer);
      }
    }
  }

  /// A customer's number among those of the partition.
  private static int localOf(byte[] bytes, int offset) {
    return (int) INTS.get(bytes, offset) >>> PARTITION_BITS;
  }

  private void fill(
      byte[] bytes, int[] ordered, int from, int to, EventColumns columns, int[] words) {
    sortByTime(bytes, ordered, from, to);
    columns.clear();
    for (int i = from; i < to; i++) {
      int offset = ordered[i];
      long time = (long) LONGS.get(bytes, offset + TIME);
      int kind = bytes[offset + KIND] & 0xFF;
      int fields = bytes[offset + FIELDS] & 0xFF;
      if (kind == ATTRIBUTE) {
        int index = (int) INTS.get(bytes, offset + ID);
        double number = (double) DOUBLES.get(bytes, offset + REST);
        if (Double.isNaN(number)) {
          columns.addAttribute(index, time, words[(int) INTS.get(bytes, offset + ID + 4)]);
        } else {
          columns.addAttribute(index, time, number);
        }
        continue;
      }
      at = offset + REST;
      double amount = (fields & HAS_AMOUNT) != 0 ? nextDouble(bytes) : 0;
      double quantity = (fields & HAS_QUANTITY) != 0 ? nextDouble(bytes) : 0;
      long known = (fields & HAS_KNOWN_SINCE) != 0 ? nextLong(bytes) : time;
      for (int slot = 0; slot < slots.length; slot++) {
        slots[slot] = (fields & FIRST_WORD << slot) != 0 ? words[nextInt(bytes)] : 0;
      }
      columns.add(
          EventKind.ofCode(kind),
          (long) LONGS.get(bytes, offset + ID),
          time,
          known,
          amount,
          quantity,
          slots);
    }
  }

  /// Stable; by insertion where there are few, since files are mostly in the order of time already.
  private static void sortByTime(byte[] bytes, int[] ordered, int from, int to) {
    if (to - from <= FEW) {
      insertByTime(bytes, ordered, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sortByTime(bytes, ordered, from, middle);
    sortByTime(bytes, ordered, middle, to);
    if (timeOf(bytes, ordered[middle - 1]) <= timeOf(bytes, ordered[middle])) {
      return;
    }
    int[] left = Arrays.copyOfRange(ordered, from, middle);
    int next = middle;
    int place = from;
    for (int offset : left) {
      while (next < to && timeOf(bytes, ordered[next]) < timeOf(bytes, offset)) {
        ordered[place++] = ordered[next++];
      }
      ordered[place++] = offset;
    }
  }

  private static void insertByTime(byte[] bytes, int[] ordered, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int offset = ordered[i];
      long time = timeOf(bytes, offset);
      int place = i;
      while (place > from && timeOf(bytes, ordered[place - 1]) > time) {
        ordered[place] = ordered[place - 1];
        place--;
      }
      ordered[place] = offset;
    }
  }

  private static long timeOf(byte[] bytes, int offset) {
    return (long) LONGS.get(bytes, offset + TIME);
  }

  private static int lengthOf(byte[] bytes, int offset) {
    if ((bytes[offset + KIND] & 0xFF) == ATTRIBUTE) {
      return ATTRIBUTE_BYTES;
    }
    int fields = bytes[offset + FIELDS] & 0xFF;
    int longs = Integer.bitCount(fields & (FIRST_WORD - 1));
    return REST + 8 * longs + 4 * (Integer.bitCount(fields) - longs);
  }

  private double nextDouble(byte[] bytes) {
    double value = (double) DOUBLES.get(bytes, at);
    at += 8;
    return value;
  }

  private long nextLong(byte[] bytes) {
    long value = (long) LONGS.get(bytes, at);
    at += 8;
    return value;
  }

  private int nextInt(byte[] bytes) {
    int value = (int) INTS.get(bytes, at);
    at += 4;
    return value;
  }
}
