package io.kindred.training.mixture;

import org.jspecify.annotations.Nullable;

/// Some rows side by side, column by column, so that loops run over rows.
///
/// @param size how many rows
/// @param values of column d in row i at `d * CAPACITY + i`, 0 where unknown
/// @param known by column: 1 where the value is known, else 0; null where every value is
record Tile(int size, double[] values, double[] @Nullable [] known) {
  static final int CAPACITY = 64;

  /// Rows from one number to another.
  static Tile of(MixedRows rows, int from, int to) {
    int width = rows.width();
    double[] values = new double[width * CAPACITY];
    double[] @Nullable [] known = new double[width][];
    for (int i = from; i < to; i++) {
      double[] row = rows.values()[i];
      for (int d = 0; d < width; d++) {
        if (Double.isNaN(row[d])) {
          double[] ones = known[d];
          if (ones == null) {
            ones = new double[CAPACITY];
            java.util.Arrays.fill(ones, 0, to - from, 1);
            known[d] = ones;
          }
          ones[i - from] = 0;
        } else {
          values[d * CAPACITY + i - from] = row[d];
        }
      }
    }
    return new Tile(to - from, values, known);
  }

  static Tile[] of(MixedRows rows) {
    int count = (rows.size() + CAPACITY - 1) / CAPACITY;
    Tile[] tiles = new Tile[count];
    java.util.stream.IntStream.range(0, count)
        .parallel()
        .forEach(t -> tiles[t] = of(rows, t * CAPACITY, Math.min(rows.size(), (t + 1) * CAPACITY)));
    return tiles;
  }

  /// Whether all of some columns are known in every row.
  boolean isComplete(int[] columns) {
    for (int d : columns) {
      if (known[d] != null) {
        return false;
      }
    }
    return true;
  }
}
