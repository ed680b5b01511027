package io.kindred.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.zip.CRC32;

/// A history as a few bytes an event, for a store: exactly, and readable for ever.
///
/// Known words, such as a shop's categories, are stored as numbers. What was written with some
/// words is read with the same words, or with a list that begins with them: append words, never
/// take one away. Words that are in no list are stored with the history.
///
/// Bytes: the version; how many of the known words it needs; the history's own words; the events
/// and attributes, column by column, from a whole byte on; CRC-32 of all before and of the known
/// words needed. For any number of threads.
public final class HistoryCodec {
  private static final int VERSION = 1;
  private static final int CHECKSUM_BYTES = Integer.BYTES;
  private static final int SHORTEST = 1 + 1 + CHECKSUM_BYTES;
  private static final int OWN_WORDS_BEGIN = 1 + CommonWords.ALL.size();

  private final List<String> words;
  private final Map<String, Integer> codes;

  /// Of the first so many words given, for each number of them.
  private final int[] digests;

  /// A codec that knows common words only.
  public HistoryCodec() {
    this(List.of());
  }

  /// @param known the words that many histories have, in an order that stays; those that are
  ///   repeated, empty or {@linkplain CommonWords common} count once or not at all
  public HistoryCodec(SequencedCollection<String> known) {
    List<String> all = new ArrayList<>();
    all.add("");
    all.addAll(CommonWords.ALL);
    Set<String> met = new LinkedHashSet<>(all);
    known.stream().filter(met::add).forEach(all::add);
    words = List.copyOf(all);
    codes = HashMap.newHashMap(words.size());
    for (int i = 0; i < words.size(); i++) {
      codes.put(words.get(i), i);
    }
    digests = new int[words.size() - OWN_WORDS_BEGIN + 1];
    CRC32 digest = new CRC32();
    for (int i = 1; i < digests.length; i++) {
      byte[] word = words.get(OWN_WORDS_BEGIN + i - 1).getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, word.length));
      digest.update(word);
      digests[i] = (int) digest.getValue();
    }
  }

  /// The words that a schema's features and attributes name, for {@link #HistoryCodec(
  /// SequencedCollection)}. Another schema has others: a store keeps the list it began with and
  /// appends to it.
  public static List<String> words(FeatureSchema schema) {
    Set<String> named = new LinkedHashSet<>();
    schema.attributes().forEach(attribute -> named.add(attribute.name()));
    for (Feature feature : schema.features()) {
      String name = feature.name();
      if (name.startsWith(FeatureNames.ACCOUNT)) {
        name = name.substring(FeatureNames.ACCOUNT.length());
      }
      if (name.startsWith(FeatureNames.ATTRIBUTE) && name.contains("=")) {
        named.add(name.substring(name.indexOf('=') + 1));
      } else if (WordFamily.of(name).isPresent()) {
        named.add(name.substring(name.indexOf(':') + 1));
      }
    }
    for (DeclaredFeature declared : schema.declared()) {
      declared.where().values().forEach(named::addAll);
    }
    return List.copyOf(named);
  }

  public byte[] encode(History history) {
    StoredWords stored = new StoredWords(words, words.size(), codes);
    BitWriter body = new BitWriter();
    new HistoryWriter(body, stored).write(history);
    int needed = Math.max(stored.highest() - OWN_WORDS_BEGIN + 1, 0);
    BitWriter out = new BitWriter();
    out.bits(VERSION, Byte.SIZE);
    out.number(needed);
    out.number(stored.own().size());
    stored.own().forEach(out::text);
    out.align();
    out.append(body.bytes());
    out.bits(0, 8 * CHECKSUM_BYTES);
    byte[] bytes = out.bytes();
    int end = bytes.length - CHECKSUM_BYTES;
    ByteBuffer.wrap(bytes).putInt(end, checksum(bytes, end, digests[needed]));
    return bytes;
  }

  /// The history that was encoded.
  ///
  /// @throws IllegalArgumentException where the bytes are damaged, of another version, or written
  ///   with other words
  public History decode(byte[] bytes) {
    if (bytes.length < SHORTEST) {
      throw BitReader.damaged("it has %d bytes".formatted(bytes.length));
    }
    int end = bytes.length - CHECKSUM_BYTES;
    if (bytes[0] != VERSION) {
      throw new IllegalArgumentException(
          "stored history is of version %d (expected %d; read it with the program that wrote it)"
              .formatted(Byte.toUnsignedInt(bytes[0]), VERSION));
    }
    BitReader in = new BitReader(bytes, 1, end);
    int needed = in.count(Integer.MAX_VALUE / 2);
    if (needed >= digests.length
        || ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes, end, digests[needed])) {
      throw new IllegalArgumentException(
          "stored history is damaged or was written with other known words (expected words that this codec's %d begin with; give it the words that the store began with, or restore the history)"
              .formatted(digests.length - 1));
    }
    StoredWords stored = new StoredWords(words, OWN_WORDS_BEGIN + needed, codes);
    int own = in.count(in.left());
    for (int i = 0; i < own; i++) {
      stored.own().add(in.text());
    }
    in.align();
    try {
      return new HistoryReader(in, stored).read();
    } catch (ArithmeticException | DateTimeException e) {
      throw new IllegalArgumentException(
          BitReader.damaged("it has a number beyond its range").getMessage(), e);
    }
  }

  private static int checksum(byte[] bytes, int end, int digest) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, end);
    for (int shift = 24; shift >= 0; shift -= 8) {
      checksum.update(digest >>> shift);
    }
    return (int) checksum.getValue();
  }
}
