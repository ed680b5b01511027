package io.kindred.training.panel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.features.CustomerId;
import io.kindred.features.FeatureTable;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// Divides customers into as many parts of about equal size, by a digest of the id and the seed.
///
/// A customer falls into the same part whatever other customers there are and in whatever order.
public record CustomerSplit(int parts, long seed) {
  public CustomerSplit {
    if (parts < 2) {
      throw new IllegalArgumentException(
          "split has %d parts (expected 2 or more)".formatted(parts));
    }
  }

  public int part(CustomerId customer) {
    CRC32 digest = new CRC32();
    digest.update(customer.value().getBytes(UTF_8));
    return (int) Long.remainderUnsigned(mixed(mixed(seed) + digest.getValue()), parts);
  }

  /// The numbers of the rows whose customer is in a part.
  public int[] rowsIn(FeatureTable table, int part) {
    return IntStream.range(0, table.size())
        .filter(row -> part(table.customer(row)) == part)
        .toArray();
  }

  /// The numbers of the rows whose customer is not in a part.
  public int[] rowsOutside(FeatureTable table, int part) {
    return IntStream.range(0, table.size())
        .filter(row -> part(table.customer(row)) != part)
        .toArray();
  }

  /// Stafford's variant 13 of MurmurHash3's finisher: a checksum alone is linear, so that its parts
  /// under one seed would tell those under another.
  private static long mixed(long number) {
    long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
