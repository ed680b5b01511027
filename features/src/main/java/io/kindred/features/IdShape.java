package io.kindred.features;

/// How an id is cut into parts: up to eight, one byte each in a number, the first the lowest.
///
/// A part's byte is its type in the lower three bits and, for padded numbers and hexadecimal
/// digits, how many digits in the upper five.
final class IdShape {
  /// As the mapping begins an id: `order:`, `message.opened:`, `custom.webinar_attended:`.
  static final int KIND = 1;

  static final int WORD = 2;

  /// A number without zeros before it.
  static final int NUMBER = 3;

  /// A number of so many digits, with or without zeros before it.
  static final int PADDED = 4;

  /// 8-4-4-4-12 small hexadecimal digits.
  static final int UUID = 5;

  /// So many times four small hexadecimal digits.
  static final int HEX = 6;

  /// Anything, letter by letter.
  static final int TEXT = 7;

  static final int MOST_PARTS = 8;
  static final int LONGEST_NUMBER = 18;
  static final int UUID_LENGTH = 36;
  static final int HEX_GROUP = 4;

  /// Words longer than this are no parts, so that a few bytes never make much text.
  static final int LONGEST_WORD = 256;

  private static final int TYPE_BITS = 3;
  private static final int DIGITS_BITS = 5;
  private static final int SHORTEST_HEX = 16;
  private static final int LONGEST_HEX = HEX_GROUP * ((1 << DIGITS_BITS) - 1);

  private IdShape() {}

  /// An id being cut: its shape, and where each part ends.
  static final class Cut {
    final String id;
    final int[] ends = new int[MOST_PARTS];
    long shape;
    int parts;

    Cut(String id, String prefix) {
      this.id = id;
      if (!cut(prefix)) {
        asText();
      }
    }

    int begin(int part) {
      return part == 0 ? 0 : ends[part - 1];
    }

    boolean hasKind() {
      return type(shape, 0) == KIND;
    }

    /// Cuts anew: what the kind says, and the rest letter by letter.
    void asText() {
      boolean keepsKind = parts > 0 && hasKind();
      parts = keepsKind ? 1 : 0;
      shape = keepsKind ? KIND : 0;
      add(TEXT, 0, id.length());
    }

    /// Whether a shape with padded numbers gives the same id.
    boolean fits(long other) {
      if (IdShape.parts(other) != parts) {
        return false;
      }
      for (int part = 0; part < parts; part++) {
        boolean same =
            part(other, part) == part(shape, part)
                || (type(shape, part) == NUMBER
                    && type(other, part) == PADDED
                    && digits(other, part) == ends[part] - begin(part));
        if (!same) {
          return false;
        }
      }
      return true;
    }

    /// Whether it could be cut into few enough parts.
    private boolean cut(String prefix) {
      int at = 0;
      if (id.startsWith(prefix) && prefix.length() <= LONGEST_WORD) {
        at = prefix.length();
        add(KIND, 0, at);
      }
      int uuid = id.length() - UUID_LENGTH;
      boolean endsInUuid = uuid >= at && isUuid(id, uuid);
      int end = endsInUuid ? uuid : id.length();
      int word = at;
      while (at < end) {
        int hex = endsInUuid ? 0 : hexDigits(id, at);
        int digits = hex > 0 || endsInUuid ? 0 : digits(id, at);
        if (hex + digits == 0) {
          at++;
          continue;
        }
        if (!addWord(word, at) || parts == MOST_PARTS) {
          return false;
        }
        boolean hasZeros = digits > 1 && id.charAt(at) == '0';
        if (hex > 0) {
          add(HEX, hex / HEX_GROUP, at + hex);
        } else {
          add(hasZeros ? PADDED : NUMBER, hasZeros ? digits : 0, at + digits);
        }
        at += hex + digits;
        word = at;
      }
      if (!addWord(word, end) || (endsInUuid && parts == MOST_PARTS)) {
        return false;
      }
      if (endsInUuid) {
        add(UUID, 0, id.length());
      }
      return true;
    }

    private boolean addWord(int begin, int end) {
      if (begin == end) {
        return true;
      }
      if (parts == MOST_PARTS || end - begin > LONGEST_WORD) {
        return false;
      }
      add(WORD, 0, end);
      return true;
    }

    private void add(int type, int digits, int end) {
      shape |= (long) (type | (digits << TYPE_BITS)) << (Byte.SIZE * parts);
      ends[parts++] = end;
    }
  }

  static int parts(long shape) {
    return (BitWriter.width(shape) + Byte.SIZE - 1) / Byte.SIZE;
  }

  static int type(long shape, int part) {
    return part(shape, part) & ((1 << TYPE_BITS) - 1);
  }

  static int digits(long shape, int part) {
    return part(shape, part) >>> TYPE_BITS;
  }

  static boolean hasPadded(long shape) {
    for (int part = 0; part < parts(shape); part++) {
      if (type(shape, part) == PADDED) {
        return true;
      }
    }
    return false;
  }

  static void write(BitWriter out, long shape) {
    int parts = parts(shape);
    out.number(parts);
    for (int part = 0; part < parts; part++) {
      out.bits(type(shape, part), TYPE_BITS);
      if (hasDigits(type(shape, part))) {
        out.bits(digits(shape, part), DIGITS_BITS);
      }
    }
  }

  static long read(BitReader in) {
    long shape = 0;
    int parts = in.count(MOST_PARTS);
    for (int part = 0; part < parts; part++) {
      long type = in.bits(TYPE_BITS);
      if (type == 0) {
        throw BitReader.damaged("it has an id of an unknown part");
      }
      long digits = hasDigits((int) type) ? in.bits(DIGITS_BITS) : 0;
      shape |= (type | (digits << TYPE_BITS)) << (Byte.SIZE * part);
    }
    return shape;
  }

  static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean hasDigits(int type) {
    return type == PADDED || type == HEX;
  }

  private static int part(long shape, int part) {
    return (int) (shape >>> (Byte.SIZE * part)) & 0xFF;
  }

  /// How many digits stand here, at most so many as a number may have.
  private static int digits(String id, int begin) {
    int end = begin;
    while (end < id.length() && end - begin < LONGEST_NUMBER && isDigit(id.charAt(end))) {
      end++;
    }
    return end - begin;
  }

  /// How many hexadecimal digits stand here, in whole groups; 0 where they are too few, or a
  /// number.
  private static int hexDigits(String id, int begin) {
    int end = begin;
    boolean hasLetter = false;
    while (end < id.length() && end - begin < LONGEST_HEX && isHex(id.charAt(end))) {
      hasLetter |= !isDigit(id.charAt(end));
      end++;
    }
    int digits = (end - begin) / HEX_GROUP * HEX_GROUP;
    return hasLetter && digits >= SHORTEST_HEX ? digits : 0;
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

  private static boolean isHex(char letter) {
    return isDigit(letter) || (letter >= 'a' && letter <= 'f');
  }
}
