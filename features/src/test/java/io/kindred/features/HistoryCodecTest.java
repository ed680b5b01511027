package io.kindred.features;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryCodecTest {
  private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");
  private static final List<String> WORDS = List.of("books", "garden", "toys", "WINTER", "novel");

  private static final String GOLDEN =
      "015b178472d414c4dd6001249c149016479c14b1028682291a260f78b382d8c6861601ef04f7d81ad06f"
          + "8407b827612dd827c5861cb7828028a104dc14911200e14032361b9a01458c751ddd3113dddab02c000f"
          + "a0001f4001b580000000000000000000000100176e001f40007d000520800ea61ffffe95c68280008050"
          + "901ba00e880de007871026d8c520377008809902550a609474919a2288b8c032b6204a45918724c691f0"
          + "002dcf46c883444066fff241496b43821c1cd14811be0753eb9f7b047429d9402832479afdac755a4800"
          + "60c2050c1c4000cbdfaf9caf5a31600026aa6aa2c07d789a3fd33333333333340880bf1c7c478000406e"
          + "801102fe808dc0266486ad92c63b801008531a0c4444547eff5e7cdff6900211df82551902108e90111b"
          + "3840902c98b4";

  private final HistoryCodec plain = new HistoryCodec();
  private final HistoryCodec codec = new HistoryCodec(WORDS);

  static LongStream manySeeds() {
    return LongStream.range(0, 500);
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("manySeeds")
  void whatIsDecodedIsWhatWasEncoded(long seed) {
    RandomHistory random = new RandomHistory(seed, seed % 2 == 0 ? "a" : "");
    History history = History.of(random.events(), random.attributes());
    assertThat(codec.decode(codec.encode(history))).isEqualTo(history);
    assertThat(plain.decode(plain.encode(history))).isEqualTo(history);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameHistoryIsTheSameBytesInWhateverOrderItArrived(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    List<Event> events = new ArrayList<>(random.events());
    byte[] bytes = codec.encode(History.of(events, List.of()));
    Collections.shuffle(events, new Random(seed));
    assertThat(codec.encode(History.of(events, List.of()))).isEqualTo(bytes);
  }

  @Test
  void anEmptyHistoryTakesSevenBytes() {
    byte[] bytes = codec.encode(History.empty());
    assertThat(bytes).hasSize(7);
    assertThat(codec.decode(bytes)).isEqualTo(History.empty());
  }

  @Test
  void idsOfEveryStyleComeBackLetterByLetter() {
    List<String> ids =
        List.of(
            "0",
            "00",
            "7",
            "007",
            "order:",
            "order:7",
            "order:007",
            "order:0",
            "order:order:7",
            "visit:7",
            " ",
            "-",
            "a-b_c/d",
            "\n\t\0",
            "v-0012345-3",
            "v-1234567-3",
            "v-0012345-03",
            "999999999999999999",
            "9999999999999999999",
            "0000000000000000000000000000000000001",
            "9".repeat(400),
            "a".repeat(400),
            "f".repeat(400),
            "a1".repeat(200),
            "Ωmega",
            "å7ä8ö",
            "\uD83D\uDE00",
            "\uD800",
            "x\uDC00y",
            "\uFFFF\u0000",
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6",
            "order:f81d4fae-7dec-11d0-a765-00a0c91e6bf7",
            "x-f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6-x",
            "f81d4fae7dec11d0a76500a0c91e6bf6",
            "0123456789abcdef",
            "deadbeefdeadbee",
            "V1StGXR8_Z5jdHi6B-myT",
            "V1StGXR8_Z5jdHi6B-myU",
            "orders-2024.csv.gz#17",
            "2024-03-29T12:00:00Z/4",
            "1.2.3.4.5.6.7.8.9.10.11.12");
    List<Event> events = new ArrayList<>();
    for (String id : ids) {
      Event event = new Order(id, NOON, 1, 1, "", "", "");
      events.add(event);
      History alone = History.of(List.of(event), List.of());
      assertThat(codec.decode(codec.encode(alone))).as(id).isEqualTo(alone);
    }
    History together = History.of(events, List.of());
    assertThat(codec.decode(codec.encode(together))).isEqualTo(together);
  }

  @Test
  void amountsComeBackToTheLastBit() {
    double[] amounts = {
      0,
      -0.0,
      0.1 + 0.2,
      0.1,
      1e-7,
      1.234567,
      45.67,
      1.0 / 3,
      9007199254740994.0,
      1e22,
      1e300,
      Double.MAX_VALUE,
      Double.MIN_VALUE,
      Math.PI,
      123456789.12
    };
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      events.add(new Order("order:" + i, NOON, amounts[i], amounts[i], "", "", ""));
      events.add(new CustomEvent("custom:" + i, NOON, "profit", -amounts[i], new TreeMap<>()));
      History alone = History.of(List.of(events.getLast()), List.of());
      assertThat(codec.decode(codec.encode(alone))).isEqualTo(alone);
    }
    History history = History.of(events, List.of());
    assertThat(codec.decode(codec.encode(history))).isEqualTo(history);
  }

  @Test
  void theEarliestAndTheLatestMomentsComeBack() {
    Instant first = Instant.parse("1700-01-01T00:00:00Z");
    Instant last = Instant.parse("2199-12-31T23:59:59.999999999Z");
    History history =
        History.of(
            List.of(
                new Visit("1", first, "", 0),
                new LateEvent(new Visit("2", first.plusNanos(1), "", 0), last),
                new Visit("3", last, "", 0)),
            List.of(
                new Attribute("birthday", new AttributeValue.Day(LocalDate.of(1700, 1, 1)), first),
                new Attribute("birthday", new AttributeValue.Day(LocalDate.of(2199, 12, 31)), last),
                new Attribute("points", new AttributeValue.ScalePoint(Integer.MIN_VALUE), first),
                new Attribute("points", new AttributeValue.ScalePoint(Integer.MAX_VALUE), last),
                new Attribute("interests", new AttributeValue.Words(new TreeSet<>()), first)));
    assertThat(codec.decode(codec.encode(history))).isEqualTo(history);
  }

  @Test
  void linesThatAreAllAlikeComeBack() {
    List<OrderLine> lines = Collections.nCopies(5000, new OrderLine("novel", "books", 9.5, 1));
    History history =
        History.of(
            List.of(new Order("1", NOON, 47_500, 5000, "", "", "", "", "", lines)), List.of());
    assertThat(codec.decode(codec.encode(history))).isEqualTo(history);
  }

  @Test
  void wordsAppendedLaterDoNotMatter() {
    RandomHistory random = new RandomHistory(7, "a");
    History history = History.of(random.events(), random.attributes());
    List<String> more = new ArrayList<>(WORDS);
    more.addAll(List.of("spade", "web", "ball"));
    assertThat(new HistoryCodec(more).decode(codec.encode(history))).isEqualTo(history);
  }

  @Test
  void bytesWrittenWithOtherWordsAreRefused() {
    byte[] bytes = codec.encode(History.of(List.of(garden()), List.of()));
    assertThatThrownBy(() -> new HistoryCodec(List.of("garden", "books")).decode(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "stored history is damaged or was written with other known words (expected words that this"
                + " codec's 2 begin with; give it the words that the store began with, or restore the"
                + " history)");
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] bytes = codec.encode(History.empty());
    bytes[0] = 2;
    assertThatThrownBy(() -> codec.decode(mended(bytes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "stored history is of version 2 (expected 1; read it with the program that wrote it)");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bytesCutShortOrLengthenedAreRefused(long seed) {
    byte[] bytes = encoded(seed);
    for (int length = 0; length < bytes.length; length++) {
      assertIsRefused(Arrays.copyOf(bytes, length));
    }
    assertIsRefused(Arrays.copyOf(bytes, bytes.length + 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFlippedBitIsNoticed(long seed) {
    byte[] bytes = encoded(seed);
    for (int bit = 0; bit < 8 * bytes.length; bit += 1 + bit % 3) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertIsRefused(bytes);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  /// With a checksum that fits, damage may give another history, but never another exception, and
  /// nothing that takes long or much memory.
  @ParameterizedTest
  @MethodSource("seeds")
  void evenDamageWithARightChecksumIsAHistoryOrRefused(long seed) {
    byte[] bytes = encoded(seed);
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] damaged = bytes.clone();
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
        damaged[1 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
      }
      if (random.nextInt(4) == 0) {
        damaged = Arrays.copyOf(damaged, 6 + random.nextInt(damaged.length));
      }
      try {
        History history = codec.decode(mended(damaged));
        assertThat(codec.decode(codec.encode(history))).isEqualTo(history);
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(100, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noiseIsRefused(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[6 + random.nextInt(300)];
      random.nextBytes(noise);
      assertIsRefused(noise);
      noise[0] = 1;
      try {
        codec.decode(mended(noise));
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void aCountBeyondAllBoundsTakesNoMemory() {
    BitWriter out = new BitWriter();
    // No known words, none of its own.
    out.number(0);
    out.number(0);
    out.align();
    out.number(Integer.MAX_VALUE - 100);
    byte[] body = out.bytes();
    byte[] bytes = new byte[1 + body.length + 4];
    bytes[0] = 1;
    System.arraycopy(body, 0, bytes, 1, body.length);
    assertThatThrownBy(() -> codec.decode(mended(bytes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "stored history is damaged: it counts more than it has room for (expected what the codec"
                + " wrote; restore it, or build it anew from its events)");
  }

  @Test
  void theSchemasWordsAreThoseOfItsFeaturesAndAttributes() {
    assertThat(HistoryCodec.words(Sample.SCHEMA))
        .contains("age", "country", "thrift", "books", "garden", "web", "store", "se", "no")
        .doesNotContain("order_count");
  }

  /// What a version once wrote is read for ever, whatever the codec writes now: never change these
  /// bytes.
  @Test
  void theFirstVersionsBytesAreReadForEver() {
    assertThat(codec.decode(HexFormat.of().parseHex(GOLDEN))).isEqualTo(golden());
  }

  @Test
  void everyKindAndEveryFieldHasItsPlace() {
    assertThat(StoredFields.KINDS).containsExactlyInAnyOrder(EventKind.values());
    assertThat(StoredFields.WORDS).containsExactlyInAnyOrder(WordField.values());
  }

  /// About 20 events of a usual mix, each with an id of eight digits and few with rare words.
  @Test
  void aUsualHistoryTakesAtMostTwoHundredBytes() {
    long bytes = 0;
    for (int seed = 0; seed < 100; seed++) {
      bytes += codec.encode(usual(new Random(seed))).length;
    }
    assertThat(bytes / 100).isBetween(150L, 200L);
  }

  private static History usual(Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Instant time = NOON.plusSeconds(random.nextInt(700 * 86_400));
      String number = String.valueOf(10_000_000 + random.nextInt(90_000_000));
      double amount = random.nextInt(20_000) / 100.0;
      String channel = List.of("web", "app", "store").get(random.nextInt(3));
      events.add(
          switch (i % 4) {
            case 0 ->
                new Order(
                    "order:" + number,
                    time,
                    amount,
                    1 + random.nextInt(4),
                    WORDS.get(random.nextInt(3)),
                    channel,
                    "",
                    "novel",
                    "",
                    List.of());
            case 1, 2 -> new Visit("visit:" + number, time, channel, random.nextInt(12));
            default -> new Message("message.sent:" + number, time, Message.Step.SENT, "email");
          });
    }
    return History.of(events, List.of());
  }

  private static History golden() {
    TreeMap<String, String> properties = new TreeMap<>();
    properties.put("topic", "pricing");
    properties.put("host", "Ängla");
    return History.of(
        List.of(
            new Order(
                "order:1234567",
                NOON,
                45.67,
                2,
                "books",
                "web",
                "WINTER",
                "novel",
                "Malmö 2",
                List.of(new OrderLine("novel", "books", 40, 1), new OrderLine("pen", "", 5.67, 1))),
            new Order("order:0034567", NOON.plusSeconds(3), 0.1 + 0.2, 1, "", "store", ""),
            new Return("return:99", NOON.plusSeconds(86_400), 40, 1, "books", "novel"),
            new Visit("visit:v-0012345-3", NOON.plusMillis(1), "app", 7, "mobile", "search"),
            new Cart("cart.filled:7", NOON.plusSeconds(5), Cart.Step.FILLED, 12),
            new Cart("cart.abandoned:7", NOON.plusSeconds(9), Cart.Step.ABANDONED, 12),
            new Message("message.sent:5", NOON.minusSeconds(9), Message.Step.SENT, "email", "sale"),
            new Message("message.opened:5", NOON.minusSeconds(8), Message.Step.OPENED, "email"),
            new Message("message.clicked:5", NOON.minusSeconds(7), Message.Step.CLICKED, "email"),
            new Subscription("s1", NOON, Subscription.Step.STARTED, "pro", 9.5),
            new Subscription("s2", NOON.plusSeconds(30), Subscription.Step.RENEWED, "pro", 9.5),
            new Subscription("s3", NOON.plusSeconds(60), Subscription.Step.CANCELLED, "pro", 0),
            new LateEvent(
                new SupportContact(
                    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", NOON, "phone", "delivery"),
                NOON.plusSeconds(3600)),
            new CustomEvent("custom.webinar:1", NOON, "webinar", -2.5, properties)),
        List.of(
            new Attribute("age", new AttributeValue.Quantity(41.5), NOON),
            new Attribute("country", new AttributeValue.Category("se"), NOON),
            new Attribute("thrift", new AttributeValue.ScalePoint(4), NOON),
            new Attribute("member", new AttributeValue.YesNo(true), NOON),
            new Attribute(
                "interests",
                new AttributeValue.Words(new TreeSet<>(List.of("chess", "wine"))),
                NOON.plusNanos(1)),
            new Attribute("birthday", new AttributeValue.Day(LocalDate.of(1984, 2, 29)), NOON)));
  }

  private static Order garden() {
    return new Order("1", NOON, 1, 1, "garden", "", "");
  }

  private byte[] encoded(long seed) {
    RandomHistory random = new RandomHistory(seed, "a");
    return codec.encode(History.of(random.events(), random.attributes()));
  }

  private void assertIsRefused(byte[] bytes) {
    assertThatThrownBy(() -> codec.decode(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("stored history is ");
  }

  /// With the checksum of the words that the bytes say they need.
  private static byte[] mended(byte[] bytes) {
    byte[] mended = bytes.clone();
    long needed = new BitReader(bytes, 1, bytes.length - 4).number();
    CRC32 digest = new CRC32();
    for (int i = 0; i < Math.min(needed, WORDS.size()); i++) {
      byte[] word = WORDS.get(i).getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(0, word.length));
      digest.update(word);
    }
    CRC32 checksum = new CRC32();
    checksum.update(mended, 0, mended.length - 4);
    checksum.update(ByteBuffer.allocate(4).putInt(0, (int) digest.getValue()));
    ByteBuffer.wrap(mended).putInt(mended.length - 4, (int) checksum.getValue());
    return mended;
  }
}
