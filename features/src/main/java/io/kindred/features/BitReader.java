package io.kindred.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// What {@link BitWriter} wrote.
///
/// Every method refuses what cannot have been written, with {@link IllegalArgumentException}.
final class BitReader {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private final long end;
  private long at;

  /// Reads the bytes from one place to before another.
  BitReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = 8L * from;
    this.end = 8L * to;
  }

  boolean bit() {
    return bits(1) == 1;
  }

  /// @param width 0 to 64
  long bits(int width) {
    if (width > end - at) {
      throw damaged("it ends too early");
    }
    if (width == 0) {
      return 0;
    }
    int byteAt = (int) (at >>> 3);
    int within = (int) (at & 7);
    if (width <= Long.SIZE - Byte.SIZE && byteAt + Long.BYTES <= bytes.length) {
      at += width;
      return ((long) LONG.get(bytes, byteAt) << within) >>> (Long.SIZE - width);
    }
    return bitByBit(width);
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 3) {
      long group = bits(4);
      value |= (group & 7) << shift;
      if (group < 8) {
        return value;
      }
    }
    throw damaged("it has a number without an end");
  }

  /// A number that says how many of something follow, at most so many.
  int count(long most) {
    long count = number();
    if (count < 0 || count > most || count > Integer.MAX_VALUE - 8) {
      throw damaged("it counts more than it has room for");
    }
    return (int) count;
  }

  long signed() {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  long unary() {
    long value = 0;
    while (bit()) {
      value++;
    }
    return value;
  }

  String text() {
    int length = count(left());
    if (length == 0) {
      return "";
    }
    long lowest = number();
    int width = (int) bits(4) + 1;
    if (lowest < 0 || lowest > Character.MAX_VALUE || (long) length * width > left()) {
      throw damaged("it has a text that cannot be");
    }
    char[] letters = new char[length];
    for (int i = 0; i < length; i++) {
      letters[i] = (char) (lowest + bits(width));
    }
    return new String(letters);
  }

  /// Goes to the next whole byte.
  void align() {
    at = (at + 7) & ~7L;
  }

  /// How many bits are left.
  long left() {
    return end - at;
  }

  static IllegalArgumentException damaged(String how) {
    return new IllegalArgumentException(
        "stored history is damaged: %s (expected what the codec wrote; restore it, or build it anew from its events)"
            .formatted(how));
  }

  private long bitByBit(int width) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = (value << 1) | ((bytes[(int) (at >>> 3)] >>> (7 - (at & 7))) & 1);
      at++;
    }
    return value;
  }
}
