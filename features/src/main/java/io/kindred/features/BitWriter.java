package io.kindred.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bits into bytes, the most significant first.
final class BitWriter {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[256];
  private int size;
  // The last bits, not yet in the bytes, stand at the right.
  private long open;
  private int openBits;

  void bit(boolean value) {
    bits(value ? 1 : 0, 1);
  }

  /// Writes the lowest bits of a value.
  ///
  /// @param width 0 to 64
  void bits(long value, int width) {
    if (width == 0) {
      return;
    }
    long lowest = value & (-1L >>> (Long.SIZE - width));
    int free = Long.SIZE - openBits;
    if (width < free) {
      open = (open << width) | lowest;
      openBits += width;
      return;
    }
    int rest = width - free;
    push((free == Long.SIZE ? 0 : open << free) | (lowest >>> rest));
    open = rest == 0 ? 0 : lowest & (-1L >>> (Long.SIZE - rest));
    openBits = rest;
  }

  /// Writes an unsigned number in groups of three bits, each with a bit that says whether more
  /// follow: 4 bits below 8, 8 bits below 64.
  void number(long value) {
    long left = value;
    while (Long.compareUnsigned(left, 7) > 0) {
      bits((left & 7) | 8, 4);
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
    int lowest = Character.MAX_VALUE;
    int highest = 0;
    for (int i = 0; i < text.length(); i++) {
      lowest = Math.min(lowest, text.charAt(i));
      highest = Math.max(highest, text.charAt(i));
    }
    int width = width(Math.max(highest - lowest, 1));
    number(lowest);
    bits(width - 1, 4);
    for (int i = 0; i < text.length(); i++) {
      bits(text.charAt(i) - lowest, width);
    }
  }

  /// Fills up the last byte with zeros.
  void align() {
    bits(0, -openBits & 7);
  }

  /// Adds whole bytes, after whole bytes.
  void append(byte[] more) {
    for (byte value : more) {
      bits(value, Byte.SIZE);
    }
  }

  /// Everything written, the last byte filled up.
  byte[] bytes() {
    align();
    byte[] all = Arrays.copyOf(bytes, size + openBits / 8);
    for (int left = openBits, at = size; left > 0; left -= 8) {
      all[at++] = (byte) (open >>> (left - 8));
    }
    return all;
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
    return (value << 1) ^ (value >> 63);
  }

  private void push(long value) {
    if (size + Long.BYTES > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    LONG.set(bytes, size, value);
    size += Long.BYTES;
  }
}
