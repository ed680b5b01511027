package io.kindred.features;

import java.util.List;

/// The ids of a history's events, exactly, as columns of their parts.
///
/// An id such as `visit:v-0012345-3` is cut into what the kind of event says already, words, and
/// numbers with or without zeros before them. Ids cut alike share an {@link IdShape}, and each part
/// of a shape is a column of its own.
final class IdColumn {
  private static final int PARTS_WORTH_A_SHAPE = 2;

  private IdColumn() {}

  static void write(BitWriter out, List<Event> events, StoredWords words) {
    IdShape.Cut[] cuts = new IdShape.Cut[events.size()];
    for (int i = 0; i < cuts.length; i++) {
      Event event = events.get(i);
      cuts[i] = new IdShape.Cut(event.id(), prefix(event));
    }
    share(cuts);
    long[] shapes = new long[cuts.length];
    long[] shapeOf = new long[cuts.length];
    int count = 0;
    for (int i = 0; i < cuts.length; i++) {
      int shape = indexOf(shapes, count, cuts[i].shape);
      if (shape < 0) {
        shape = count++;
        shapes[shape] = cuts[i].shape;
      }
      shapeOf[i] = shape;
    }
    out.number(count);
    for (int shape = 0; shape < count; shape++) {
      IdShape.write(out, shapes[shape]);
    }
    NumberColumn.write(out, shapeOf, shapeOf.length);
    long[] numbers = new long[cuts.length];
    for (int shape = 0; shape < count; shape++) {
      for (int part = 0; part < IdShape.parts(shapes[shape]); part++) {
        writePart(out, cuts, shapes[shape], part, numbers, words);
      }
    }
  }

  /// @param prefixes what the kind of each event says of its id
  static String[] read(BitReader in, String[] prefixes, StoredWords words) {
    long[] shapes = new long[in.count(prefixes.length)];
    for (int shape = 0; shape < shapes.length; shape++) {
      shapes[shape] = IdShape.read(in);
    }
    long[] shapeOf = NumberColumn.read(in, prefixes.length);
    int[] sizes = new int[shapes.length];
    for (long shape : shapeOf) {
      if (shape < 0 || shape >= shapes.length) {
        throw BitReader.damaged("it has an id of an unknown shape");
      }
      sizes[(int) shape]++;
    }
    String[] ids = new String[prefixes.length];
    StringBuilder id = new StringBuilder();
    for (int shape = 0; shape < shapes.length; shape++) {
      Object[] columns = new Object[IdShape.parts(shapes[shape])];
      for (int part = 0; part < columns.length; part++) {
        columns[part] = readPart(in, shapes[shape], part, sizes[shape]);
      }
      int row = 0;
      for (int i = 0; i < ids.length; i++) {
        if (shapeOf[i] == shape) {
          id.setLength(0);
          for (int part = 0; part < columns.length; part++) {
            append(id, shapes[shape], part, columns[part], row, prefixes[i], words);
          }
          ids[i] = id.toString();
          row++;
        }
      }
    }
    return ids;
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

  private static String prefix(Event event) {
    EventKind kind = event.kind();
    return prefix(kind, kind == EventKind.CUSTOM ? EventFields.word(event, 0) : "");
  }

  /// Gives ids the shapes of others where that costs less: a number that happens to have no zeros
  /// before it that of those which have, and one cut like no other that of plain text.
  private static void share(IdShape.Cut[] cuts) {
    long[] shapes = new long[cuts.length];
    int[] uses = new int[cuts.length];
    int count = 0;
    for (IdShape.Cut cut : cuts) {
      int shape = indexOf(shapes, count, cut.shape);
      if (shape < 0) {
        shape = count++;
        shapes[shape] = cut.shape;
      }
      uses[shape]++;
    }
    if (count == 1) {
      return;
    }
    for (IdShape.Cut cut : cuts) {
      boolean isAlone = uses[indexOf(shapes, count, cut.shape)] == 1;
      boolean found = false;
      for (int shape = 0; shape < count && !found; shape++) {
        if (cut.shape != shapes[shape]
            && IdShape.hasPadded(shapes[shape])
            && cut.fits(shapes[shape])) {
          cut.shape = shapes[shape];
          found = true;
        }
      }
      if (!found && isAlone && cut.parts - (cut.hasKind() ? 1 : 0) > PARTS_WORTH_A_SHAPE) {
        cut.asText();
      }
    }
  }

  private static int indexOf(long[] shapes, int count, long shape) {
    for (int i = 0; i < count; i++) {
      if (shapes[i] == shape) {
        return i;
      }
    }
    return -1;
  }

  private static void writePart(
      BitWriter out, IdShape.Cut[] cuts, long shape, int part, long[] numbers, StoredWords words) {
    int count = 0;
    int type = IdShape.type(shape, part);
    for (IdShape.Cut cut : cuts) {
      if (cut.shape != shape) {
        continue;
      }
      int begin = cut.begin(part);
      int end = cut.ends[part];
      switch (type) {
        case IdShape.WORD -> numbers[count++] = words.code(cut.id.substring(begin, end));
        case IdShape.NUMBER, IdShape.PADDED ->
            numbers[count++] = Long.parseLong(cut.id, begin, end, 10);
        case IdShape.UUID, IdShape.HEX -> writeHex(out, cut.id, begin, end);
        case IdShape.TEXT -> out.text(cut.id.substring(begin, end));
        default -> {
          // The kind says it.
        }
      }
    }
    NumberColumn.write(out, numbers, count);
  }

  /// The numbers of a part that is a number or a word, else its texts.
  private static Object readPart(BitReader in, long shape, int part, int count) {
    return switch (IdShape.type(shape, part)) {
      case IdShape.WORD, IdShape.NUMBER, IdShape.PADDED -> NumberColumn.read(in, count);
      case IdShape.UUID -> readTexts(in, count, 32);
      case IdShape.HEX -> readTexts(in, count, IdShape.HEX_GROUP * IdShape.digits(shape, part));
      case IdShape.TEXT -> {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
          texts[i] = in.text();
        }
        yield texts;
      }
      default -> new String[0];
    };
  }

  private static String[] readTexts(BitReader in, int count, int digits) {
    String[] texts = new String[count];
    char[] letters = new char[digits];
    for (int i = 0; i < count; i++) {
      for (int digit = 0; digit < digits; digit++) {
        letters[digit] = Character.forDigit((int) in.bits(4), 16);
      }
      texts[i] = new String(letters);
    }
    return texts;
  }

  private static void append(
      StringBuilder id,
      long shape,
      int part,
      Object column,
      int row,
      String prefix,
      StoredWords words) {
    if (column instanceof long[] numbers) {
      if (IdShape.type(shape, part) == IdShape.WORD) {
        id.append(shortWord(words.word(numbers[row])));
        return;
      }
      int begin = id.length();
      id.append(numbers[row]);
      int missing = IdShape.digits(shape, part) - (id.length() - begin);
      if (missing > 0) {
        id.insert(begin, "0".repeat(missing));
      }
    } else if (IdShape.type(shape, part) == IdShape.KIND) {
      id.append(shortWord(prefix));
    } else if (column instanceof String[] texts) {
      int begin = id.length();
      id.append(texts[row]);
      if (IdShape.type(shape, part) == IdShape.UUID) {
        for (int hyphen : new int[] {8, 13, 18, 23}) {
          id.insert(begin + hyphen, '-');
        }
      }
    }
  }

  private static String shortWord(String word) {
    if (word.length() > IdShape.LONGEST_WORD) {
      throw BitReader.damaged("it has an id of a word that is too long");
    }
    return word;
  }

  private static void writeHex(BitWriter out, String id, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (id.charAt(i) != '-') {
        out.bits(Character.digit(id.charAt(i), 16), 4);
      }
    }
  }
}
