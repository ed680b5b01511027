package io.kindred.features;

import static io.kindred.features.BitWriter.bitsOfNumber;
import static io.kindred.features.BitWriter.width;
import static io.kindred.features.BitWriter.zigzag;

import java.util.Arrays;

/// Whole numbers of one meaning one after another, in the shortest of four forms: all the same; as
/// many bits each as the range takes; Rice's code (Rice 1979), which suits gaps between moments; or
/// a list of those that occur and each one's place in it.
final class NumberColumn {
  private static final int SAME = 0;
  private static final int RANGE = 1;
  private static final int RICE = 2;
  private static final int LIST = 3;
  private static final int MOST_LISTED = 64;

  private NumberColumn() {}

  /// Writes the first so many numbers; a reader must know how many.
  static void write(BitWriter out, long[] values, int count) {
    if (count == 0) {
      return;
    }
    long lowest = values[0];
    long highest = values[0];
    for (int i = 1; i < count; i++) {
      lowest = Math.min(lowest, values[i]);
      highest = Math.max(highest, values[i]);
    }
    if (lowest == highest) {
      out.bits(SAME, 2);
      out.signed(lowest);
      return;
    }
    lowest = cheaperBase(lowest, highest, count);
    // The difference may be beyond a signed number; it is read as an unsigned one.
    int width = width(highest - lowest);
    long ofRange = (long) count * width;
    int rice = width == 1 ? -1 : riceParameter(values, count, lowest);
    long ofRice = rice < 0 ? Long.MAX_VALUE : riceBits(values, count, lowest, rice);
    long[] list = new long[Math.min(MOST_LISTED, count)];
    int listed = distinct(values, count, list);
    long ofList = listed < 0 ? Long.MAX_VALUE : listBits(list, listed, count, lowest);
    if (ofList < ofRange && ofList < ofRice) {
      writeList(out, values, count, list, listed);
    } else {
      out.bits(ofRice < ofRange ? RICE : RANGE, 2);
      out.signed(lowest);
      if (ofRice < ofRange) {
        out.bits(rice, 6);
        for (int i = 0; i < count; i++) {
          out.unary((values[i] - lowest) >>> rice);
          out.bits(values[i] - lowest, rice);
        }
      } else {
        out.bits(width - 1, 6);
        for (int i = 0; i < count; i++) {
          out.bits(values[i] - lowest, width);
        }
      }
    }
  }

  static long[] read(BitReader in, int count) {
    if (count == 0) {
      return new long[0];
    }
    int form = (int) in.bits(2);
    return form == LIST ? readList(in, count) : readPlain(in, count, form);
  }

  private static long[] readPlain(BitReader in, int count, int form) {
    long[] values = new long[count];
    long lowest = in.signed();
    switch (form) {
      case SAME -> Arrays.fill(values, lowest);
      case RANGE -> {
        int width = (int) in.bits(6) + 1;
        for (int i = 0; i < count; i++) {
          values[i] = lowest + in.bits(width);
        }
      }
      case RICE -> {
        int parameter = (int) in.bits(6);
        for (int i = 0; i < count; i++) {
          values[i] = lowest + ((in.unary() << parameter) | in.bits(parameter));
        }
      }
      default -> throw BitReader.damaged("it has a list within a list");
    }
    return values;
  }

  private static void writeList(BitWriter out, long[] values, int count, long[] list, int listed) {
    out.bits(LIST, 2);
    out.number(listed);
    write(out, list, listed);
    int width = width(listed - 1);
    for (int i = 0; i < count; i++) {
      out.bits(indexOf(list, listed, values[i]), width);
    }
  }

  private static long[] readList(BitReader in, int count) {
    int listed = in.count(count);
    if (listed < 2) {
      throw BitReader.damaged("it has a list that is too short");
    }
    long[] list = readPlain(in, listed, (int) in.bits(2));
    int width = width(listed - 1);
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      int index = (int) in.bits(width);
      if (index >= listed) {
        throw BitReader.damaged("it names a place beyond a list");
      }
      values[i] = list[index];
    }
    return values;
  }

  /// 0 instead of the lowest where naming the lowest costs more than it saves.
  private static long cheaperBase(long lowest, long highest, int count) {
    long more = (long) count * (width(highest) - width(highest - lowest));
    boolean zeroIsCheaper = lowest > 0 && more < bitsOfNumber(zigzag(lowest)) - bitsOfNumber(0);
    return zeroIsCheaper ? 0 : lowest;
  }

  /// The best of the parameters near the logarithm of the mean; -1 where none can be told.
  private static int riceParameter(long[] values, int count, long lowest) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      long above = values[i] - lowest;
      if (above < 0 || sum + above < 0) {
        return -1;
      }
      sum += above;
    }
    int near = Math.max(width(sum / count) - 1, 1);
    int best = near;
    long fewest = riceBits(values, count, lowest, near);
    for (int parameter = near - 1; parameter <= Math.min(near + 1, 62); parameter += 2) {
      long bits = riceBits(values, count, lowest, parameter);
      if (bits < fewest) {
        fewest = bits;
        best = parameter;
      }
    }
    return best;
  }

  private static long riceBits(long[] values, int count, long lowest, int parameter) {
    long bits = (long) count * (parameter + 1);
    for (int i = 0; i < count; i++) {
      bits += (values[i] - lowest) >>> parameter;
    }
    return bits;
  }

  private static long listBits(long[] list, int listed, int count, long lowest) {
    long highest = list[0];
    long least = list[0];
    for (int i = 1; i < listed; i++) {
      least = Math.min(least, list[i]);
      highest = Math.max(highest, list[i]);
    }
    return bitsOfNumber(listed)
        + 2
        + bitsOfNumber(zigzag(least))
        - bitsOfNumber(zigzag(lowest))
        + (long) listed * width(highest - least)
        + (long) count * width(listed - 1);
  }

  /// The different numbers in the order of their first place; -1 where there are too many.
  private static int distinct(long[] values, int count, long[] list) {
    int listed = 0;
    for (int i = 0; i < count; i++) {
      if (indexOf(list, listed, values[i]) < 0) {
        // A list of almost everything is no gain.
        if (listed == list.length || listed > count / 2 + 1) {
          return -1;
        }
        list[listed++] = values[i];
      }
    }
    return listed;
  }

  private static int indexOf(long[] list, int listed, long value) {
    for (int i = 0; i < listed; i++) {
      if (list[i] == value) {
        return i;
      }
    }
    return -1;
  }
}
