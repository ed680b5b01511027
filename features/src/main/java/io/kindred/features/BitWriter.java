package io.kindred.features;

import java.util.Arrays;

/// Bits into bytes, the most significant first.
final class BitWriter {
  private byte[] bytes = new byte[256];
  private int size;
  // The last, unfinished byte's bits stand at the right.
  private int open;
  private int openBits;

  void bit(boolean value) {
    bits(value ? 1 : 0, 1);
  }

  /// Writes the lowest bits of a value.
  ///
  /// @param width 0 to 64
  void bits(long value, int width) {
    int left = width;
    while (left > 0) {
      int taken = Math.min(left, 8 - openBits);
      left -= taken;
      open = open << taken | (int) (value >>> left) & (1 << taken) - 1;
      openBits += taken;
      if (openBits == 8) {
        push();
      }
    }
  }

  /// Writes an unsigned number in groups of three bits, each with a bit that says whether more
  /// follow: 4 bits below 8, 8 bits below 64.
  void number(long value) {
    long left = value;
    while (Long.compareUnsigned(left, 7) > 0) {
      bits(left & 7 | 8, 4);
      left >>>= 3;
    }
    bits(left, 4);
  }

  void signed(long value) {
    number(zigzag(value));
  }

  /// Writes `value` ones and a zero.
  void unary(long value) {
    long left = value;
    while (left > 0) {
      int taken = (int) Math.min(left, 32);
      bits(-1, taken);
      left -= taken;
    }
    bits(0, 1);
  }

  /// Writes any text, letter by letter in as many bits as its range of letters takes; each letter
  /// takes one bit at least, so that a reader can tell a length that is too long.
  void text(String text) {
    number(text.length());
    if (text.isEmpty()) {
      return;
    }
    int lowest = text.chars().min().orElseThrow();
    int width = width(Math.max(text.chars().max().orElseThrow() - lowest, 1));
    number(lowest);
    bits(width - 1, 4);
    for (int i = 0; i < text.length(); i++) {
      bits(text.charAt(i) - lowest, width);
    }
  }

  /// Fills up the last byte with zeros.
  void align() {
    if (openBits > 0) {
      bits(0, 8 - openBits);
    }
  }

  /// Everything written, the last byte filled up.
  byte[] bytes() {
    align();
    return Arrays.copyOf(bytes, size);
  }

  /// How many bits {@link #number} takes.
  static int bitsOfNumber(long value) {
    return 4 * Math.max(1, (width(value) + 2) / 3);
  }

  /// How many bits an unsigned value has.
  static int width(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(value);
  }

  /// Small numbers of either sign as small numbers: 0, -1, 1, -2 as 0, 1, 2, 3.
  static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  private void push() {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) open;
    open = 0;
    openBits = 0;
  }
}
