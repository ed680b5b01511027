package io.kindred.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ids of a history's events, exactly, as columns of their parts.
///
/// An id such as `visit:v-0012345-3` is cut into what the kind of event says already, words, and
/// numbers with or without zeros before them. Ids cut alike share a shape, and each part of a shape
/// is a column of its own.
final class IdColumn {
  private static final int SHORTEST_HEX = 16;
  private static final int LONGEST_NUMBER = 18;
  private static final int UUID_LENGTH = 36;
  private static final int MOST_PARTS = 8;

  /// Words longer than this are no parts of a shape, so that a few bytes never make much text.
  private static final int LONGEST_WORD = 256;

  private static final int PARTS_WORTH_A_SHAPE = 2;

  private IdColumn() {}

  /// What a part of an id is.
  private enum Type {
    /// As the mapping begins an id: `order:`, `message.opened:`, `custom.webinar_attended:`.
    KIND,
    WORD,
    /// Without zeros before it.
    NUMBER,
    /// Of so many digits, with or without zeros before it.
    PADDED,
    /// 8-4-4-4-12 small hexadecimal digits.
    UUID,
    /// So many small hexadecimal digits.
    HEX,
    /// Anything, letter by letter.
    TEXT;

    private static final Type[] ALL = values();
  }

  /// @param digits for {@link Type#PADDED} and {@link Type#HEX}, else 0
  private record Part(Type type, int digits) {
    static final Part KIND = new Part(Type.KIND, 0);
    static final Part WORD = new Part(Type.WORD, 0);
    static final Part NUMBER = new Part(Type.NUMBER, 0);
    static final Part UUID = new Part(Type.UUID, 0);
    static final Part TEXT = new Part(Type.TEXT, 0);

    boolean hasDigits() {
      return type == Type.PADDED || type == Type.HEX;
    }
  }

  /// An id's parts, and the text of each.
  private record Cut(List<Part> shape, List<String> texts) {
    void add(Part part, String text) {
      shape.add(part);
      texts.add(text);
    }

    /// Whether a shape, with digits counted, would give the same id.
    boolean fits(List<Part> other) {
      if (other.size() != shape.size()) {
        return false;
      }
      for (int i = 0; i < shape.size(); i++) {
        Part part = other.get(i);
        boolean same =
            part.equals(shape.get(i))
                || shape.get(i).type() == Type.NUMBER
                    && part.type() == Type.PADDED
                    && part.digits() == texts.get(i).length();
        if (!same) {
          return false;
        }
      }
      return true;
    }
  }

  static void write(BitWriter out, List<Event> events, StoredWords words) {
    List<Cut> cuts = new ArrayList<>(events.size());
    for (Event event : events) {
      cuts.add(cut(event.id(), prefix(event.kind(), EventFields.word(event, 0))));
    }
    List<List<Part>> shapes = new ArrayList<>();
    int[] shapeOf = shapes(cuts, shapes);
    out.number(shapes.size());
    for (List<Part> shape : shapes) {
      out.number(shape.size());
      for (Part part : shape) {
        out.bits(part.type().ordinal(), 3);
        if (part.hasDigits()) {
          out.number(part.digits());
        }
      }
    }
    long[] numbers = new long[events.size()];
    for (int i = 0; i < shapeOf.length; i++) {
      numbers[i] = shapeOf[i];
    }
    NumberColumn.write(out, numbers, events.size());
    for (int shape = 0; shape < shapes.size(); shape++) {
      for (int part = 0; part < shapes.get(shape).size(); part++) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < shapeOf.length; i++) {
          if (shapeOf[i] == shape) {
            texts.add(cuts.get(i).texts().get(part));
          }
        }
        writePart(out, shapes.get(shape).get(part), texts, words);
      }
    }
  }

  /// @param prefixes what the kind of each event says of its id
  static String[] read(BitReader in, String[] prefixes, StoredWords words) {
    List<List<Part>> shapes = new ArrayList<>();
    int shapeCount = in.count(prefixes.length);
    for (int shape = 0; shape < shapeCount; shape++) {
      int parts = in.count(MOST_PARTS + 1);
      List<Part> read = new ArrayList<>(parts);
      for (int part = 0; part < parts; part++) {
        read.add(readPart(in));
      }
      shapes.add(read);
    }
    long[] shapeOf = NumberColumn.read(in, prefixes.length);
    int[] sizes = new int[shapeCount];
    for (long shape : shapeOf) {
      if (shape < 0 || shape >= shapeCount) {
        throw BitReader.damaged("it has an id of an unknown shape");
      }
      sizes[(int) shape]++;
    }
    StringBuilder[] ids = new StringBuilder[prefixes.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = new StringBuilder(24);
    }
    for (int shape = 0; shape < shapeCount; shape++) {
      StringBuilder[] some = new StringBuilder[sizes[shape]];
      String[] somePrefixes = new String[sizes[shape]];
      int next = 0;
      for (int i = 0; i < shapeOf.length; i++) {
        if (shapeOf[i] == shape) {
          somePrefixes[next] = prefixes[i];
          some[next++] = ids[i];
        }
      }
      for (Part part : shapes.get(shape)) {
        readPart(in, part, some, somePrefixes, words);
      }
    }
    String[] texts = new String[ids.length];
    for (int i = 0; i < ids.length; i++) {
      texts[i] = ids[i].toString();
    }
    return texts;
  }

  /// How the mapping begins the ids of a kind.
  ///
  /// @param firstWord the word in the event's first slot, which is a custom event's name
  static String prefix(EventKind kind, String firstWord) {
    return switch (kind) {
      case ORDER -> "order:";
      case RETURN -> "return:";
      case VISIT -> "visit:";
      case CART_FILLED -> "cart.filled:";
      case CART_ABANDONED -> "cart.abandoned:";
      case MESSAGE_SENT -> "message.sent:";
      case MESSAGE_OPENED -> "message.opened:";
      case MESSAGE_CLICKED -> "message.clicked:";
      case SUBSCRIPTION_STARTED -> "subscription.started:";
      case SUBSCRIPTION_RENEWED -> "subscription.renewed:";
      case SUBSCRIPTION_CANCELLED -> "subscription.cancelled:";
      case SUPPORT_CONTACT -> "support:";
      case CUSTOM -> "custom." + firstWord + ":";
    };
  }

  /// The shape of each id by number, and the shapes.
  private static int[] shapes(List<Cut> cuts, List<List<Part>> shapes) {
    Map<List<Part>, Integer> uses = new HashMap<>();
    List<List<Part>> padded = new ArrayList<>();
    for (Cut cut : cuts) {
      if (uses.merge(cut.shape(), 1, Integer::sum) == 1
          && cut.shape().stream().anyMatch(part -> part.type() == Type.PADDED)) {
        padded.add(cut.shape());
      }
    }
    Map<List<Part>, Integer> numbers = new HashMap<>();
    int[] shapeOf = new int[cuts.size()];
    for (int i = 0; i < shapeOf.length; i++) {
      Cut cut = cuts.get(i);
      List<Part> shape = cut.shape();
      for (List<Part> other : padded) {
        if (cut.fits(other)) {
          shape = other;
          break;
        }
      }
      boolean hasKind = shape.getFirst().type() == Type.KIND;
      if (uses.get(cut.shape()) == 1
          && shape.equals(cut.shape())
          && shape.size() - (hasKind ? 1 : 0) > PARTS_WORTH_A_SHAPE
          && cuts.size() > 1) {
        cut = asText(cut, hasKind);
        cuts.set(i, cut);
        shape = cut.shape();
      }
      shapeOf[i] = numbers.computeIfAbsent(shape, _ -> numbers.size());
      if (shapeOf[i] == shapes.size()) {
        shapes.add(shape);
      }
    }
    return shapeOf;
  }

  private static Cut asText(Cut cut, boolean hasKind) {
    Cut whole = new Cut(new ArrayList<>(), new ArrayList<>());
    if (hasKind) {
      whole.add(Part.KIND, cut.texts().getFirst());
    }
    whole.add(
        Part.TEXT, String.join("", cut.texts().subList(hasKind ? 1 : 0, cut.texts().size())));
    return whole;
  }

  private static Cut cut(String id, String prefix) {
    Cut cut = new Cut(new ArrayList<>(4), new ArrayList<>(4));
    int at = 0;
    if (id.startsWith(prefix) && prefix.length() <= LONGEST_WORD) {
      cut.add(Part.KIND, prefix);
      at = prefix.length();
    }
    int tail = id.length() - UUID_LENGTH;
    if (tail >= at && tail - at <= LONGEST_WORD && isUuid(id, tail)) {
      if (tail > at) {
        cut.add(Part.WORD, id.substring(at, tail));
      }
      cut.add(Part.UUID, id.substring(tail));
      return cut;
    }
    int word = at;
    while (at < id.length()) {
      int end = endOfPart(id, at);
      if (end == at) {
        at++;
        continue;
      }
      if (at > word) {
        cut.add(Part.WORD, id.substring(word, at));
      }
      cut.add(part(id, at, end), id.substring(at, end));
      at = end;
      word = end;
    }
    if (at > word) {
      cut.add(Part.WORD, id.substring(word));
    }
    boolean hasKind = !cut.shape().isEmpty() && cut.shape().getFirst().type() == Type.KIND;
    return cut.shape().size() > MOST_PARTS || hasLongWord(cut) ? asText(cut, hasKind) : cut;
  }

  private static boolean hasLongWord(Cut cut) {
    for (int i = 0; i < cut.shape().size(); i++) {
      if (cut.shape().get(i).type() == Type.WORD && cut.texts().get(i).length() > LONGEST_WORD) {
        return true;
      }
    }
    return false;
  }

  /// Where the number or the hexadecimal digits that begin here end; here, where none do.
  private static int endOfPart(String id, int begin) {
    int digits = begin;
    while (digits < id.length() && isDigit(id.charAt(digits))) {
      digits++;
    }
    int hex = digits;
    while (hex < id.length() && isHex(id.charAt(hex))) {
      hex++;
    }
    if (hex - begin >= SHORTEST_HEX && hex > digits) {
      return hex;
    }
    return digits - begin <= LONGEST_NUMBER ? digits : begin + LONGEST_NUMBER;
  }

  private static Part part(String id, int begin, int end) {
    if (end - begin > LONGEST_NUMBER || !isNumber(id, begin, end)) {
      return new Part(Type.HEX, end - begin);
    }
    boolean hasZeros = id.charAt(begin) == '0' && end - begin > 1;
    return hasZeros ? new Part(Type.PADDED, end - begin) : Part.NUMBER;
  }

  private static void writePart(
      BitWriter out, Part part, List<String> texts, StoredWords words) {
    switch (part.type()) {
      case KIND -> {}
      case WORD ->
          NumberColumn.write(out, texts.stream().mapToLong(words::code).toArray(), texts.size());
      case NUMBER, PADDED ->
          NumberColumn.write(out, texts.stream().mapToLong(Long::parseLong).toArray(), texts.size());
      case UUID -> texts.forEach(text -> writeHex(out, text.replace("-", "")));
      case HEX -> texts.forEach(text -> writeHex(out, text));
      case TEXT -> texts.forEach(out::text);
    }
  }

  private static Part readPart(BitReader in) {
    int ordinal = (int) in.bits(3);
    if (ordinal >= Type.ALL.length) {
      throw BitReader.damaged("it has an id of an unknown part");
    }
    Type type = Type.ALL[ordinal];
    return switch (type) {
      case PADDED -> new Part(type, in.count(LONGEST_NUMBER));
      case HEX -> new Part(type, in.count(in.left()));
      case KIND, WORD, NUMBER, UUID, TEXT -> new Part(type, 0);
    };
  }

  private static void readPart(
      BitReader in, Part part, StringBuilder[] ids, String[] prefixes, StoredWords words) {
    switch (part.type()) {
      case KIND -> {
        for (int i = 0; i < ids.length; i++) {
          ids[i].append(shortWord(prefixes[i]));
        }
      }
      case WORD -> {
        long[] codes = NumberColumn.read(in, ids.length);
        for (int i = 0; i < ids.length; i++) {
          ids[i].append(shortWord(words.word(codes[i])));
        }
      }
      case NUMBER, PADDED -> {
        long[] numbers = NumberColumn.read(in, ids.length);
        for (int i = 0; i < ids.length; i++) {
          String digits = Long.toString(numbers[i]);
          ids[i].repeat('0', Math.max(part.digits() - digits.length(), 0)).append(digits);
        }
      }
      case UUID -> {
        for (StringBuilder id : ids) {
          readHex(in, id, 8);
          for (int group = 0; group < 3; group++) {
            readHex(in, id.append('-'), 4);
          }
          readHex(in, id.append('-'), 12);
        }
      }
      case HEX -> {
        for (StringBuilder id : ids) {
          readHex(in, id, part.digits());
        }
      }
      case TEXT -> {
        for (StringBuilder id : ids) {
          id.append(in.text());
        }
      }
    }
  }

  private static String shortWord(String word) {
    if (word.length() > LONGEST_WORD) {
      throw BitReader.damaged("it has an id of a word that is too long");
    }
    return word;
  }

  private static void writeHex(BitWriter out, String digits) {
    for (int i = 0; i < digits.length(); i++) {
      out.bits(Character.digit(digits.charAt(i), 16), 4);
    }
  }

  private static void readHex(BitReader in, StringBuilder id, int digits) {
    for (int i = 0; i < digits; i++) {
      id.append(Character.forDigit((int) in.bits(4), 16));
    }
  }

  private static boolean isUuid(String id, int begin) {
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
      char letter = id.charAt(begin + i);
      if (isHyphen ? letter != '-' : !isHex(letter)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String id, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!isDigit(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isHex(char letter) {
    return isDigit(letter) || letter >= 'a' && letter <= 'f';
  }
}
